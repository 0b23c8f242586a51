/**
 * Reads pasted output of tracert, traceroute, pathping, mtr, ping and of Azure's effective routes: any number of
 * them one below the other, with prompts or without, in any language, with whatever else was on the screen. What
 * counts is figures and addresses, never words of a language.
 */
import type { Problem } from '../../../shared/problem';
import { strings } from '../../../shared/strings';
import { parseAddress } from '../address';
import type { ObservedHop, ObservedRoute, ObservedTrace, Observation } from './observation';
import {
  readEcho,
  readAddress,
  readHop,
  readMtr,
  readMtrHeading,
  readPrompt,
  type EchoLine,
} from './read-lines';
import { readRouteJson, readRouteLine } from './read-routes';

const said = strings.reasons.cells.observed;

/** Longer pastes and longer lines are no output of one of these tools. */
export const LINE_LIMIT = 5_000;
export const LENGTH_LIMIT = 1_000;

/** Statistics of a ping: sent, received, lost. */
const COUNTS = /=\s?\d+\D+=\s?\d+\D+=\s?\d+ \(\d|^\s*\d+ packets transmitted/;
/** `Reply from 10.0.0.1: Destination host unreachable.`, `From 10.0.0.1 icmp_seq=1 ...` */
const ERROR_ANSWER = /\d ?: +[^\s\d]|^From \S+ icmp_seq=/;
/** A record of PowerShell's list. */
const FIELD = /^\s*(State|AddressPrefix|NextHopType|NextHopIpAddress)\s*:\s*(.*)$/;

export interface Pasted {
  readonly observations: readonly Observation[];
  readonly problems: readonly Problem[];
}

export function parseObserved(text: string): Pasted {
  const json = readRouteJson(text);
  if (json !== null && json.length > 0) {
    return {
      observations: [{ kind: 'effective-routes', line: 1, source: null, routes: json }],
      problems: [],
    };
  }
  const lines = text.split(/\r\n?|\n/);
  const reader = new Reader();
  for (const [index, line] of lines.slice(0, LINE_LIMIT).entries()) {
    if (line.length <= LENGTH_LIMIT) reader.read(line, index + 1);
  }
  const problems: Problem[] = [];
  if (lines.length > LINE_LIMIT) {
    problems.push(warning(LINE_LIMIT + 1, said.onlyFirst(LINE_LIMIT)));
  }
  const long = lines.findIndex((line) => line.length > LENGTH_LIMIT);
  if (long !== -1) problems.push(warning(long + 1, said.lineTooLong(LENGTH_LIMIT)));
  return { observations: reader.finish(), problems };
}

function warning(line: number, message: string): Problem {
  return { severity: 'warning', message, line, column: 1 };
}

/** What is gathered of one command's output until the next one begins. */
interface Section {
  readonly line: number;
  source: string | null;
  /** As a prompt or a heading names it. */
  tool: string | null;
  target: string | null;
  /** A heading has told the target's address. */
  titled: boolean;
  readonly hops: ObservedHop[];
  readonly echoes: EchoLine[];
  readonly routes: ObservedRoute[];
  /** A ping's statistics are there. */
  counted: boolean;
}

type Given = Partial<Pick<Section, 'source' | 'tool' | 'target' | 'titled'>>;

class Reader {
  private readonly done: Observation[] = [];
  private section: Section | null = null;
  /** The address in a line of prose below a table: of the title of the next one, should one begin. */
  private nextTarget: string | null = null;
  private readonly fields = new Map<string, string>();

  read(line: string, number: number): void {
    const prompt = readPrompt(line);
    if (prompt !== null) {
      this.begin(number, { source: prompt.host, tool: prompt.tool, target: prompt.target });
      return;
    }
    const host = readMtrHeading(line);
    if (host !== null) {
      const section = this.unused() ?? this.begin(number, {});
      section.source ??= host;
      section.tool = 'mtr';
      return;
    }
    if (this.readRoute(line, number) || this.readFigures(line, number)) return;
    const address = readAddress(line);
    if (address !== null) this.readProse(line, address, number);
    else if (this.section !== null && COUNTS.test(line)) this.section.counted = true;
  }

  finish(): readonly Observation[] {
    this.flushFields(0);
    this.end();
    return this.done;
  }

  private readRoute(line: string, number: number): boolean {
    const [, key, value = ''] = FIELD.exec(line) ?? [];
    if (key !== undefined) {
      if (this.fields.has(key)) this.flushFields(number);
      this.fields.set(key, value);
      return true;
    }
    const routes = readRouteLine(line, number);
    this.addRoutes(routes, number);
    return routes.length > 0;
  }

  /** The route of one record of `Key : Value` lines. */
  private flushFields(number: number): void {
    const record = ['State', 'AddressPrefix', 'NextHopType', 'NextHopIpAddress'];
    const text = record.map((key) => this.fields.get(key) ?? '').join(' ');
    this.fields.clear();
    this.addRoutes(readRouteLine(text, number), number);
  }

  private addRoutes(routes: readonly ObservedRoute[], number: number): void {
    if (routes.length === 0) return;
    const { section } = this;
    const goesOn = section !== null && section.hops.length === 0 && section.echoes.length === 0;
    (goesOn ? section : this.begin(number, {})).routes.push(...routes);
  }

  /** A line of a table of hops or of echoes; false for any other. */
  private readFigures(line: string, number: number): boolean {
    const mtr = readMtr(line);
    if (mtr !== null) {
      const { host, ttl, rttMs } = mtr;
      const answered = host === null ? { addresses: [], rttMs: [] } : { addresses: [host], rttMs: [rttMs] };
      this.addHop({ line: number, ttl, ...answered });
      return true;
    }
    const echo = readEcho(line);
    if (echo !== null) {
      const { section } = this;
      const goesOn = section !== null && section.hops.length === 0 && section.routes.length === 0;
      (goesOn ? section : this.begin(number, this.title())).echoes.push(echo);
      return true;
    }
    const hop = readHop(line);
    if (hop === null) return false;
    const { ttl, addresses, rttMs } = hop;
    if (ttl > 0) this.addHop({ line: number, ttl, addresses, rttMs });
    // pathping's list begins with the sender itself.
    else if (this.section !== null) this.section.source ??= addresses[0] ?? null;
    return true;
  }

  /** A line of prose with an address: a title, or an answer to a ping by somebody else. */
  private readProse(line: string, address: string, number: number): void {
    const tool = /^\s*traceroute to\b/.test(line) ? 'traceroute' : null;
    const unused = this.unused();
    if (unused !== null && unused.titled && ERROR_ANSWER.test(line)) {
      unused.echoes.push({ from: address, rttMs: null, ttl: null });
    } else if (unused !== null && !unused.titled) {
      unused.target = address;
      unused.titled = true;
      unused.tool ??= tool;
    } else if (this.section === null || tool !== null) {
      this.begin(number, { target: address, titled: true, tool });
    } else this.nextTarget = address;
  }

  private addHop(hop: ObservedHop): void {
    const { section } = this;
    const last = section?.hops.at(-1)?.ttl ?? 0;
    const goesOn = section !== null && section.echoes.length === 0 && hop.ttl > last;
    (goesOn ? section : this.begin(hop.line, this.title())).hops.push(hop);
  }

  private title(): Given {
    return this.nextTarget === null ? {} : { target: this.nextTarget, titled: true };
  }

  /** The section that has begun and has no figures yet. */
  private unused(): Section | null {
    return this.section !== null && isEmpty(this.section) ? this.section : null;
  }

  private begin(line: number, given: Given): Section {
    this.end();
    this.section = {
      line,
      source: null,
      tool: null,
      target: null,
      titled: false,
      hops: [],
      echoes: [],
      routes: [],
      counted: false,
      ...given,
    };
    return this.section;
  }

  private end(): void {
    const observed = this.section === null ? null : observationOf(this.section);
    if (observed !== null) this.done.push(observed);
    this.section = null;
    this.nextTarget = null;
  }
}

function isEmpty({ hops, echoes, routes }: Section): boolean {
  return hops.length === 0 && echoes.length === 0 && routes.length === 0;
}

/** Null for a command whose output is not there. */
function observationOf(section: Section): Observation | null {
  const { line, source, target, hops, echoes, routes, counted } = section;
  if (routes.length > 0) return { kind: 'effective-routes', line, source, routes };
  if (hops.length > 0) return { kind: 'trace', tool: toolOf(section), line, source, target, hops };
  if (echoes.length === 0 && !(counted && target !== null)) return null;
  const [first] = echoes;
  return {
    kind: 'ping',
    line,
    source,
    target: target ?? first?.from ?? null,
    from: first?.from ?? null,
    ttl: first?.ttl ?? null,
    rttMs: echoes.flatMap(({ rttMs }) => rttMs ?? []),
  };
}

function toolOf({ tool, hops }: Section): ObservedTrace['tool'] {
  if (tool === 'mtr' || tool === 'pathping' || tool === 'traceroute') return tool;
  if (tool === 'tracepath') return 'traceroute';
  // mtr names hosts where the others write addresses.
  const named = hops.some(({ addresses }) => addresses.some((address) => parseAddress(address) === null));
  return named ? 'mtr' : 'tracert';
}
