/** Single lines of pasted output, of any of the tools and in any language: what their figures say. */
import { parseAddress } from '../address';

const ADDRESS = String.raw`\d{1,3}(?:\.\d{1,3}){3}`;
const TIME_UNIT = '(?:ms|msec|мс|毫秒)';

/** What a prompt says: who, and the command typed there. */
export interface Prompt {
  readonly host: string | null;
  readonly tool: string;
  /** The last word that is no option, if there is one. */
  readonly target: string | null;
}

const TOOLS = 'tracert|traceroute|tracepath|pathping|mtr|ping|az|Get-AzEffectiveRouteTable|show';
const PROMPTS: readonly RegExp[] = [
  // C:\Users\me> tracert 10.1.0.1; PS C:\> ...
  new RegExp(String.raw`^\s*(?:PS )?[A-Za-z]:[^>]{0,200}>()\s*((?:${TOOLS})(?:\.exe)?\b.*)$`, 'i'),
  // me@host:~$ traceroute 10.1.0.1
  new RegExp(
    String.raw`^\s*\[?[\w.-]{1,64}@([\w.-]{1,64})[^$#>]{0,200}[$#>]\s*(?:sudo )?((?:${TOOLS})\b.*)$`,
    'i',
  ),
  // host> tracert 10.1.0.1; host# ...
  new RegExp(String.raw`^\s*([A-Za-z0-9][\w.-]{0,63})\s*[$#>]\s*(?:sudo )?((?:${TOOLS})\b.*)$`, 'i'),
  // The command alone; `traceroute to ...` and `Ping statistics for ...` are no commands.
  /^\s*()((?:tracert|traceroute|tracepath|pathping|mtr|ping)(?:\s+[-/][\w-]+(?:\s+\d+)?)*\s+[A-Za-z0-9][\w.-]*)\s*$/i,
];

export function readPrompt(line: string): Prompt | null {
  for (const pattern of PROMPTS) {
    const match = pattern.exec(line);
    if (match === null) continue;
    const [, host = '', command = ''] = match;
    const [tool = '', ...words] = command.trim().split(/\s+/);
    // The value of an option such as `-h 30` is no target.
    const target = words.findLast(
      (word, at) => !/^[-/]/.test(word) && !(/^\d+$/.test(word) && /^[-/]/.test(words[at - 1] ?? '')),
    );
    return {
      host: host === '' ? null : host,
      tool: tool.toLowerCase().replace(/\.exe$/, ''),
      target: target ?? null,
    };
  }
  return null;
}

const PROSE_ADDRESS = new RegExp(String.raw`(?<![\d.])${ADDRESS}(?![\d.])`);

/** The first address in a line of prose, such as a title; null where there is none. */
export function readAddress(line: string): string | null {
  const address = PROSE_ADDRESS.exec(line)?.[0] ?? null;
  return address !== null && parseAddress(address) !== null ? address : null;
}

export interface HopLine {
  readonly ttl: number;
  readonly addresses: readonly string[];
  readonly rttMs: readonly number[];
  /** Probes that nobody answered. */
  readonly lost: number;
}

const HOP = /^\s{0,20}(\d{1,3})(?:\s+|(?=\*))(\S.*)$/;
const PROBES = new RegExp(
  String.raw`(?<time><?\d{1,7}(?:[.,]\d{1,6})?)\s{0,4}${TIME_UNIT}(?![\w])|(?<lost>\*)|(?<![\d.])(?<address>${ADDRESS})(?![\d.])`,
  'g',
);

/** `2  12 ms  11 ms  *  r1 [10.0.0.1]`, `2  r1 (10.0.0.1)  0.5 ms  *`; null for what is no hop. */
export function readHop(line: string): HopLine | null {
  const [, number = '', rest = ''] = HOP.exec(line) ?? [];
  // pathping's statistics: losses at the hops that stand above them.
  if (number === '' || /\d\s*\/\s*\d+\s*=/.test(rest)) return null;
  const addresses: string[] = [];
  const rttMs: number[] = [];
  let lost = 0;
  for (const { groups } of rest.matchAll(PROBES)) {
    const { time, lost: star, address } = groups ?? {};
    if (time !== undefined) rttMs.push(milliseconds(time));
    else if (star !== undefined) lost += 1;
    else if (address !== undefined && parseAddress(address) !== null && !addresses.includes(address))
      addresses.push(address);
  }
  const ttl = Number(number);
  if (addresses.length === 0 && lost === 0) return null;
  return ttl > 255 ? null : { ttl, addresses, rttMs, lost };
}

/** `3.|-- 10.0.0.1  0.0%  10  0.4  0.5  0.3  0.9  0.2`: the average counts. Names are resolved by the reader. */
const MTR_HOP =
  /^\s{0,20}(\d{1,3})\.\s?\|--\s+(?:AS\S+\s+)?(\S+)\s+(\d{1,3}(?:[.,]\d+)?)%?\s+(\d+)\s+[\d.,]+\s+([\d.,]+)/;

export interface MtrLine {
  readonly ttl: number;
  /** Name or address; null for `???`. */
  readonly host: string | null;
  readonly rttMs: number;
}

export function readMtr(line: string): MtrLine | null {
  const [, ttl, host, , , average] = MTR_HOP.exec(line) ?? [];
  if (ttl === undefined || host === undefined || average === undefined) return null;
  return { ttl: Number(ttl), host: host === '???' ? null : host, rttMs: milliseconds(average) };
}

/** `HOST: alice   Loss%   Snt ...` */
export function readMtrHeading(line: string): string | null {
  return /^\s*HOST:\s+(\S+)\s.*Loss%/.exec(line)?.[1] ?? null;
}

export interface EchoLine {
  readonly from: string;
  /** Null where somebody else says that the target is unreachable. */
  readonly rttMs: number | null;
  readonly ttl: number | null;
}

const WINDOWS_ECHO = new RegExp(
  String.raw`(${ADDRESS})\s?:\s+\S+=\d+\s+[^\s=<]+([=<])(\d+(?:[.,]\d+)?)\s?${TIME_UNIT}\s+TTL=(\d+)`,
  'i',
);
const LINUX_ECHO = new RegExp(String.raw`\(?(${ADDRESS})\)?:\s.{0,60}\bttl=(\d+)\s+time=([\d.,]+)\s?ms`, 'i');

export function readEcho(line: string): EchoLine | null {
  const windows = WINDOWS_ECHO.exec(line);
  if (windows !== null) {
    const [, from = '', less = '', time = '', ttl = ''] = windows;
    return { from, rttMs: milliseconds(less === '<' ? `<${time}` : time), ttl: Number(ttl) };
  }
  const linux = LINUX_ECHO.exec(line);
  if (linux === null) return null;
  const [, from = '', ttl = '', time = ''] = linux;
  return { from, rttMs: milliseconds(time), ttl: Number(ttl) };
}

/** `<1` is half of it: somewhere between nothing and 1. */
function milliseconds(text: string): number {
  const value = Number(text.replace('<', '').replace(',', '.'));
  return text.startsWith('<') ? value / 2 : value;
}
