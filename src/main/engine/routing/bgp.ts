/**
 * BGP computed to a fixed point, one prefix at a time: announcements go from speaker to speaker in first-in,
 * first-out order from the origins on, origins by node index. Where several stable outcomes exist this order
 * picks one, always the same; where none exists the run ends at a bound and names who keeps changing its mind.
 */
import {
  comparePrefixes,
  formatPrefix,
  prefixCovers,
  prefixKey,
  type Address,
  type Prefix,
} from '../address';
import type { Policy, PrefixRule } from '../topology/model';
import { bestRoute } from './bgp-decision';
import type { Session, Speaker } from './bgp-sessions';
import type { BgpAttributes } from './route';

const DEFAULT_LOCAL_PREFERENCE = 100;
/** Cisco and FRR prefer what they originate themselves by this weight. */
const OWN_WEIGHT = 32768;
/** Activations a speaker may have, on average, before the prefix is called unstable. */
const ACTIVATIONS_PER_SPEAKER = 100;
const ACTIVATIONS_AT_LEAST = 1000;

/** A prefix a speaker brings into BGP. */
export interface Origination {
  readonly speaker: number;
  readonly prefix: Prefix;
  readonly med: number;
  readonly origin: 0 | 2;
  /** The router behind which the prefix lies; 0 for the speaker itself. */
  readonly nextHop: Address;
}

/** What one speaker knows of one prefix. */
export interface PrefixState {
  readonly best: BgpAttributes | null;
  /** Everything accepted from others and its own. */
  readonly candidates: readonly BgpAttributes[];
}

export interface BgpResult {
  readonly speakers: readonly Speaker[];
  readonly sessions: readonly Session[];
  /** By prefix key: what each speaker that has heard of the prefix knows, by speaker index. */
  readonly states: ReadonlyMap<number, ReadonlyMap<number, PrefixState>>;
  readonly prefixes: readonly Prefix[];
}

export interface Unstable {
  readonly prefix: Prefix;
  /** Node indexes of the speakers that keep changing. */
  readonly nodes: readonly number[];
}

export interface BgpEnvironment {
  readonly speakers: readonly Speaker[];
  readonly sessions: readonly Session[];
  readonly originations: readonly Origination[];
  /** Whether a speaker re-announces a prefix it learned. */
  readonly transits: (speaker: Speaker, prefix: Prefix) => boolean;
  /** Whether a speaker refuses a prefix from outside (a gateway its own VNet's space). */
  readonly refuses: (speaker: Speaker, prefix: Prefix) => boolean;
  /** Cost for a speaker to reach a next hop on a session; null if it cannot. */
  readonly costToNextHop: (speaker: Speaker, session: Session, nextHop: number) => number | null;
  readonly owns: (speaker: Speaker, address: Address) => boolean;
  /** Whether an address lies in the subnet of the sender's end of a session. */
  readonly besides: (sender: Speaker, session: Session, address: Address) => boolean;
}

/** Why a route is not heard over a session: the rule that kept it, in the order the rules are asked. */
export type Refusal =
  /** The sender heard it from the receiver itself. */
  | 'heard-from-receiver'
  /** RFC 4271 section 9.2: what was heard over iBGP is not told over iBGP. */
  | 'ibgp-to-ibgp'
  /** The sender passes nothing on that it learned (see `transits`). */
  | 'no-transit'
  | 'filtered-out'
  | 'filtered-in'
  /** The receiver finds its own AS number in the path. */
  | 'own-as'
  /** The receiver refuses the prefix (see `refuses`). */
  | 'own-space'
  /** The next hop would be the receiver itself. */
  | 'own-next-hop'
  | 'next-hop-unreachable';

/** Runs every originated prefix to its fixed point. */
export function runBgp(environment: BgpEnvironment): BgpResult | Unstable {
  const { speakers, sessions, originations } = environment;
  const outOf: { session: Session; index: number }[][] = speakers.map(() => []);
  sessions.forEach((session, index) => outOf[session.from]?.push({ session, index }));
  const byPrefix = new Map<number, Origination[]>();
  for (const entry of originations) {
    const key = prefixKey(entry.prefix);
    const known = byPrefix.get(key);
    if (known === undefined) byPrefix.set(key, [entry]);
    else known.push(entry);
  }
  const states = new Map<number, ReadonlyMap<number, PrefixState>>();
  const prefixes: Prefix[] = [];
  for (const [key, entries] of byPrefix) {
    const [first] = entries;
    if (first === undefined) continue;
    const outcome = runPrefix(environment, outOf, entries);
    if (Array.isArray(outcome)) return { prefix: first.prefix, nodes: outcome };
    states.set(key, outcome);
    prefixes.push(first.prefix);
  }
  return { speakers, sessions, states, prefixes: prefixes.toSorted(comparePrefixes) };
}

interface SpeakerState {
  best: BgpAttributes | null;
  own: BgpAttributes | null;
  readonly heard: Map<number, BgpAttributes>;
}

type OutSessions = readonly (readonly { readonly session: Session; readonly index: number }[])[];

/** One prefix; the answer is what each speaker knows, or the nodes that never settle. */
function runPrefix(
  environment: BgpEnvironment,
  outOf: OutSessions,
  originations: readonly Origination[],
): Map<number, PrefixState> | number[] {
  const { speakers } = environment;
  const states = new Map<number, SpeakerState>();
  const queue: number[] = [];
  const queued = new Set<number>();
  const enqueue = (speaker: number): void => {
    if (queued.has(speaker)) return;
    queued.add(speaker);
    queue.push(speaker);
  };
  const stateOf = (speaker: number): SpeakerState => {
    let state = states.get(speaker);
    if (state === undefined) {
      state = { best: null, own: null, heard: new Map() };
      states.set(speaker, state);
    }
    return state;
  };
  for (const entry of originations) {
    stateOf(entry.speaker).own = ownRoute(environment, entry);
    enqueue(entry.speaker);
  }
  const bound = ACTIVATIONS_AT_LEAST + ACTIVATIONS_PER_SPEAKER * speakers.length;
  const recent = new Set<number>();
  for (let at = 0; at < queue.length; at++) {
    if (at > bound)
      return [...recent].map((speaker) => speakers[speaker]?.node ?? -1).toSorted((a, b) => a - b);
    const speaker = queue[at] ?? -1;
    queued.delete(speaker);
    const state = stateOf(speaker);
    const best = bestRoute(candidatesOf(state));
    if (sameRoute(best, state.best)) continue;
    state.best = best;
    if (at > bound / 2) recent.add(speaker);
    for (const { session, index } of outOf[speaker] ?? []) {
      const offered = best === null ? null : announce(environment, session, index, best);
      const heard = typeof offered === 'string' ? null : offered;
      const { heard: known } = stateOf(session.to);
      if (sameRoute(heard, known.get(index) ?? null)) continue;
      if (heard === null) known.delete(index);
      else known.set(index, heard);
      enqueue(session.to);
    }
  }
  const results = new Map<number, PrefixState>();
  for (const [speaker, state] of states) {
    const candidates = candidatesOf(state);
    if (candidates.length > 0) results.set(speaker, { best: state.best, candidates });
  }
  return results;
}

function candidatesOf(state: SpeakerState): BgpAttributes[] {
  const heard = [...state.heard.values()];
  return state.own === null ? heard : [state.own, ...heard];
}

function ownRoute(environment: BgpEnvironment, entry: Origination): BgpAttributes {
  const speaker = environment.speakers[entry.speaker];
  return {
    prefix: entry.prefix,
    localPreference: DEFAULT_LOCAL_PREFERENCE,
    asPath: [],
    med: entry.med,
    origin: entry.origin,
    weight: OWN_WEIGHT,
    nextHop: entry.nextHop,
    from: -1,
    fromAddress: 0,
    type: 'local',
    session: -1,
    igpMetric: 0,
    routerId: speaker?.routerId ?? 0,
  };
}

/** What the receiver of a session makes of the sender's best route, or why it is not sent or not accepted. */
export function announce(
  environment: BgpEnvironment,
  session: Session,
  index: number,
  best: BgpAttributes,
): BgpAttributes | Refusal {
  const sender = speakerAt(environment, session.from);
  const receiver = speakerAt(environment, session.to);
  if (best.type !== 'local') {
    if (environment.sessions[best.session]?.from === session.to) return 'heard-from-receiver';
    if (best.type === 'ibgp' && session.type === 'ibgp') return 'ibgp-to-ibgp';
    if (!environment.transits(sender, best.prefix)) return 'no-transit';
  }
  if (!permits(session.out, best.prefix)) return 'filtered-out';
  if (!permits(session.in, best.prefix)) return 'filtered-in';
  const external = session.type === 'ebgp';
  if (!session.allowOwnAs && best.asPath.includes(receiver.asn)) return 'own-as';
  if (environment.refuses(receiver, best.prefix)) return 'own-space';
  const nextHop = announcedNextHop(environment, sender, session, best);
  // RFC 4271 section 5.1.3: nobody takes a route whose next hop is an address of its own.
  if (environment.owns(receiver, nextHop)) return 'own-next-hop';
  const igpMetric = environment.costToNextHop(receiver, session, nextHop);
  if (igpMetric === null) return 'next-hop-unreachable';
  const asPath = external ? [...prepended(sender.asn, session.out.prepend), ...best.asPath] : best.asPath;
  const inherited = external
    ? DEFAULT_LOCAL_PREFERENCE
    : (session.out.localPreference ?? best.localPreference);
  // MED is passed to a neighbouring AS only from where it was set (RFC 4271 section 5.1.4).
  const med = external && best.type !== 'local' ? 0 : best.med;
  return {
    prefix: best.prefix,
    localPreference: session.in.localPreference ?? inherited,
    asPath,
    med: session.in.med ?? session.out.med ?? med,
    origin: best.origin,
    weight: session.in.weight ?? 0,
    nextHop,
    from: sender.node,
    fromAddress: session.fromAddress,
    type: session.type,
    session: index,
    igpMetric,
    routerId: sender.routerId,
  };
}

function prepended(asn: number, extra: number): number[] {
  return Array.from({ length: 1 + extra }, () => asn);
}

/**
 * RFC 4271 section 5.1.3: inside the AS the next hop stays as it is, for own routes the router behind which
 * they lie; outside it is the sender, unless the next hop is in the subnet of the session (a third party).
 */
function announcedNextHop(
  { besides }: BgpEnvironment,
  sender: Speaker,
  session: Session,
  best: BgpAttributes,
): Address {
  const { nextHop } = best;
  if (session.nextHopSelf || session.direct !== null || nextHop === 0) return session.fromAddress;
  if (session.type === 'ibgp') return nextHop;
  return besides(sender, session, nextHop) ? nextHop : session.fromAddress;
}

function speakerAt(environment: BgpEnvironment, index: number): Speaker {
  const speaker = environment.speakers[index];
  if (speaker === undefined) throw new RangeError(`no speaker ${index}`);
  return speaker;
}

/** The rule of a policy's prefix list that decides on a prefix; null where none matches (or there is no list). */
export function matchingRule(policy: Policy, prefix: Prefix): PrefixRule | null {
  return policy.prefixList?.find((rule) => ruleMatches(rule, prefix)) ?? null;
}

/** Whether a policy's prefix list lets a prefix pass: the first rule that matches decides, none denies. */
export function permits(policy: Policy, prefix: Prefix): boolean {
  if (policy.prefixList === null) return true;
  return matchingRule(policy, prefix)?.action === 'permit';
}

function ruleMatches(rule: PrefixRule, prefix: Prefix): boolean {
  if (!prefixCovers(rule.prefix, prefix)) return false;
  if (rule.ge === null && rule.le === null) return prefix.length === rule.prefix.length;
  const longest = rule.le ?? 32;
  return prefix.length >= (rule.ge ?? rule.prefix.length) && prefix.length <= longest;
}

function sameRoute(a: BgpAttributes | null, b: BgpAttributes | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  return (
    a.session === b.session &&
    a.localPreference === b.localPreference &&
    a.med === b.med &&
    a.origin === b.origin &&
    a.weight === b.weight &&
    a.nextHop === b.nextHop &&
    a.igpMetric === b.igpMetric &&
    a.asPath.length === b.asPath.length &&
    a.asPath.every((asn, index) => asn === b.asPath[index])
  );
}

/** In words, for the error of a network that does not settle. */
export function describeUnstable(unstable: Unstable, nameOf: (node: number) => string): string {
  const names = unstable.nodes.map(nameOf).join(', ');
  return `BGP does not settle for ${formatPrefix(unstable.prefix)}: ${names} keep changing their choice`;
}
