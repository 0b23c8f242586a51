/**
 * The scalars of the topology language: how addresses, latencies, bandwidths ... are written, and what is
 * said when they are written wrong. Each reader turns text or a number into the model's value.
 */
import { latencyInMs, MAX_LATENCY_MS } from '../../../shared/latency';
import { strings } from '../../../shared/strings';
import { Asn } from 'ip-num';
import * as z from 'zod';
import {
  formatPrefix,
  parseAddress,
  parseInterfaceAddress,
  parsePrefix,
  prefixOf,
  type Address,
  type InterfaceAddress,
  type Prefix,
} from '../address';
import { parseCommunity, WELL_KNOWN, type Community } from '../community';
import { asPathMatcher, PatternError } from './as-path-pattern';
import { inWords } from './json';
import type { EndPoint, OspfArea, PrefixListName, PrefixRule, StaticVia } from './model';

const said = strings.reasons.topology.values;

/** What is wrong with a value, and what to write instead. */
class Refusal {
  constructor(
    readonly message: string,
    readonly hint: string,
  ) {}
}

export function scalar<T>(read: (value: unknown) => T | Refusal): z.ZodType<T> {
  return z.unknown().transform((value, context): T => {
    const result = value === undefined ? new Refusal('is missing', '') : read(value);
    if (!(result instanceof Refusal)) return result;
    context.issues.push({
      code: 'custom',
      message: result.message,
      input: value,
      params: { hint: result.hint },
    });
    return z.NEVER;
  });
}

export function refuse(value: unknown, what: string, hint: string): Refusal {
  return new Refusal(said.isNot(inWords(value), what), hint);
}

export const address: z.ZodType<Address> = scalar((value) => {
  const parsed = typeof value === 'string' ? parseAddress(value) : null;
  return parsed ?? refuse(value, said.address, said.addressHint);
});

export const interfaceAddress: z.ZodType<InterfaceAddress> = scalar((value) => {
  const parsed = typeof value === 'string' ? parseInterfaceAddress(value) : null;
  return parsed ?? refuse(value, said.interfaceAddress, said.interfaceAddressHint);
});

/** An address whose prefix length may be left out. */
export const hostAddress: z.ZodType<{ address: Address; length: number | null }> = scalar((value) => {
  if (typeof value === 'string') {
    const alone = parseAddress(value);
    if (alone !== null) return { address: alone, length: null };
    const whole = parseInterfaceAddress(value);
    if (whole !== null) return whole;
  }
  return refuse(value, said.address, said.hostAddressHint);
});

/** An OSPF area: a number, or the same written like an address. */
export function readArea(value: unknown): number | null {
  if (typeof value === 'number')
    return Number.isInteger(value) && value >= 0 && value <= 0xffffffff ? value : null;
  return typeof value === 'string' ? parseAddress(value) : null;
}

export const area: z.ZodType<number> = scalar(
  (value) => readArea(value) ?? refuse(value, said.area, said.areaHint),
);

const AREA_TYPES: readonly OspfArea['type'][] = ['normal', 'stub', 'totally-stubby'];

export const areaType: z.ZodType<OspfArea['type']> = scalar((value) => {
  const known = AREA_TYPES.find((type) => type === value);
  if (known !== undefined) return known;
  return value === 'nssa'
    ? new Refusal(said.nssa, said.use(AREA_TYPES))
    : refuse(value, said.areaType, said.write(AREA_TYPES));
});

function readPrefix(value: unknown): Prefix | Refusal {
  const parsed = typeof value === 'string' ? parsePrefix(value) : null;
  if (parsed !== null) return parsed;
  const loose = typeof value === 'string' ? parseInterfaceAddress(value) : null;
  if (loose !== null)
    return new Refusal(said.hostBits(inWords(value)), said.didYouMean(formatPrefix(prefixOf(loose))));
  return refuse(value, said.prefix, said.prefixHint);
}

export const prefix: z.ZodType<Prefix> = scalar(readPrefix);

/** One way, in ms. */
export const latency: z.ZodType<number> = scalar((value) => {
  const ms = typeof value === 'string' ? latencyInMs(value) : value;
  if (typeof ms === 'number' && ms >= 0 && ms <= MAX_LATENCY_MS) return ms;
  return refuse(value, said.latency, said.latencyHint);
});

const BANDWIDTH = /^(\d+(?:\.\d+)?) *([kMGT]?)bit\/s$/i;
const TO_BITS: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, g: 1e9, t: 1e12 };

/** In bit/s. */
export const bandwidth: z.ZodType<number> = scalar((value) => {
  const match = typeof value === 'string' ? BANDWIDTH.exec(value) : null;
  const bits = match
    ? Number(match[1]) * TO_BITS[match[2]!.toLowerCase()]!
    : typeof value === 'number'
      ? value
      : Number.NaN;
  if (bits > 0 && bits <= 1e15) return bits;
  return refuse(value, said.bandwidth, said.bandwidthHint);
});

/** RFC 7607 keeps AS 0 out of use. */
export const asn: z.ZodType<number> = scalar((value) => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1) {
    try {
      return Number(new Asn(value).getValue());
    } catch {
      // Above the 32 bits of RFC 6793; refused below.
    }
  }
  return refuse(value, said.asn, said.asnHint);
});

export function whole(minimum: number, maximum: number): z.ZodType<number> {
  return scalar((value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum
      ? value
      : refuse(value, said.whole(minimum, maximum), said.wholeHint),
  );
}

/** A reference to something by name; whether it exists is checked later. */
export const name: z.ZodType<string> = scalar((value) =>
  typeof value === 'string' && value !== '' ? value : refuse(value, said.name, said.nameHint),
);

export const text: z.ZodType<string> = scalar((value) =>
  typeof value === 'string' ? value : refuse(value, said.text, said.textHint),
);

export const flag: z.ZodType<boolean> = scalar((value) =>
  typeof value === 'boolean' ? value : refuse(value, said.flag, said.flagHint),
);

/** `force`: where a route reflector would leave the next hop as it is, too. */
export const nextHopSelf: z.ZodType<boolean | 'force'> = scalar((value) =>
  typeof value === 'boolean' || value === 'force'
    ? value
    : refuse(value, said.nextHopSelf, said.nextHopSelfHint),
);

export const uint32 = whole(0, 0xffffffff);

/** An administrative distance. */
export const distance = whole(1, 255);

/** `node:interface`, split at the first colon: interface names may contain more of them. */
export function splitEndPoint(value: string): EndPoint | null {
  const colon = value.indexOf(':');
  if (colon <= 0 || colon === value.length - 1) return null;
  return { node: value.slice(0, colon), interface: value.slice(colon + 1) };
}

export const endPoint: z.ZodType<EndPoint> = scalar((value) => {
  const parsed = typeof value === 'string' ? splitEndPoint(value) : null;
  return parsed ?? refuse(value, said.endPoint, said.endPointHint);
});

export const staticVia: z.ZodType<StaticVia> = scalar((value) => {
  if (typeof value !== 'string' || value === '') return refuse(value, said.nextHop, said.nextHopHint);
  if (value === 'internet' || value === 'discard') return { kind: value };
  const parsed = parseAddress(value);
  return parsed === null ? { kind: 'interface', interface: value } : { kind: 'address', address: parsed };
});

const PREFIX_RULE = /^(permit|deny) +(\S+)((?: +[gl]e +\d+)*)$/;
const PREFIX_RANGE = /^(\S+)((?: +[gl]e +\d+)*)$/;

/** `permit|deny PREFIX [ge N] [le N]`. */
export const prefixRule: z.ZodType<PrefixRule> = scalar(readPrefixRule);

function readPrefixRule(value: unknown): PrefixRule | Refusal {
  const [, action, range = '', bounds = ''] =
    typeof value === 'string' ? (PREFIX_RULE.exec(value.trim()) ?? []) : [];
  if (action === undefined) return refuse(value, said.prefixRule, said.prefixRuleHint);
  return readRange(value, action === 'permit' ? 'permit' : 'deny', range, bounds);
}

/** `PREFIX [ge N] [le N]`: a rule that permits. */
export const prefixRange: z.ZodType<PrefixRule> = scalar((value) => {
  const [, range, bounds = ''] = typeof value === 'string' ? (PREFIX_RANGE.exec(value.trim()) ?? []) : [];
  if (range === undefined) return refuse(value, said.prefix, said.prefixRangeHint);
  return readRange(value, 'permit', range, bounds);
});

function readRange(
  value: unknown,
  action: PrefixRule['action'],
  range: string,
  boundWords: string,
): PrefixRule | Refusal {
  const parsed = readPrefix(range);
  if (parsed instanceof Refusal) return parsed;
  const words = boundWords.split(/ +/).filter((word) => word !== '');
  const bounds: { ge: number | null; le: number | null } = { ge: null, le: null };
  for (let index = 0; index < words.length; index += 2) {
    const bound = words[index] === 'ge' ? 'ge' : 'le';
    if (bounds[bound] !== null) return new Refusal(said.twice(inWords(value), bound), said.keepOne(bound));
    bounds[bound] = Number(words[index + 1]);
  }
  const low = bounds.ge ?? parsed.length;
  const high = bounds.le ?? 32;
  if (low < parsed.length || high < low || high > 32)
    return new Refusal(said.impossible(inWords(value)), said.lengthsFit(parsed.length));
  return { action, prefix: parsed, ...bounds };
}

/** A rule, or the name of a prefix list in place of its rules. */
export const prefixListEntry: z.ZodType<PrefixRule | PrefixListName> = scalar((value) =>
  typeof value === 'string' && /^[\w.-]+$/.test(value) ? { list: value } : readPrefixRule(value),
);

/** `65001:100`, or the name of a well-known one. */
export const community: z.ZodType<Community> = scalar((value) => {
  const parsed = typeof value === 'string' ? parseCommunity(value) : null;
  return parsed ?? refuse(value, said.community, said.communityHint(Object.keys(WELL_KNOWN)));
});

/** A pattern on AS paths, as text. */
export const asPathPattern: z.ZodType<string> = scalar((value) => {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return refuse(value, said.asPath, said.asPathHint);
  try {
    asPathMatcher(text);
    return text;
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return new Refusal(said.asPathWrong(inWords(value), error.message), said.asPathParts);
  }
});

const MAX_PREPEND = 32;

/** How many times the own AS number, or which AS numbers. */
export const prepend: z.ZodType<number | readonly number[]> = scalar((value) => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_PREPEND)
    return value;
  const list = z.array(asn).max(MAX_PREPEND).safeParse(value);
  if (list.success) return list.data;
  return refuse(value, said.prepend, said.prependHint(MAX_PREPEND));
});
