/** The steps of one probe on its way and of its answer on the way back, and what happens at each, in words. */
import { strings as all } from '../../../shared/strings';
import type {
  CommandResult,
  RouteView,
  TraceHop,
  TraceResult,
  Walk,
  WalkStep,
} from '../../../shared/results';
import { shownSteps } from '../path/ends';
import { pathModels } from '../path/model';
import type { Way } from '../path/ways';
import { strings } from '../strings';

export interface PacketFrame {
  readonly direction: 'there' | 'back';
  readonly way: number;
  readonly step: WalkStep;
  readonly isLast: boolean;
  /** The hop of the trace that this node is, by number and with its answer; null where it is none. */
  readonly hop: TraceHop | null;
}

const texts = strings.packet;
const words = all.present.steps;

/** The trace of a result that can be stepped through: of probes that all went one way. */
export function steppedTrace(result: CommandResult | null): TraceResult | null {
  if (result?.kind === 'trace') return result;
  return result?.kind === 'traceroute' && result.walks.length < 2 ? result.trace : null;
}

export function waysOf(trace: TraceResult): Way[] {
  const back: Way[] =
    trace.returnWalk === null ? [] : [{ role: 'back', walk: trace.returnWalk, isFromHop: !trace.reached }];
  return [{ role: 'there', walk: probedWalk(trace) }, ...back];
}

/** As far as probes went: a trace may end before it comes to the end of the way. */
function probedWalk(trace: TraceResult): Walk {
  const { forwardWalk } = trace;
  const [model] = pathModels(trace);
  if (model === undefined || model.stoppedAfter === null) return forwardWalk;
  const { stoppedAfter, nodes } = model;
  const { length } = nodes.filter(({ step }) => step !== null);
  const steps = forwardWalk.steps.slice(0, length);
  // What the last node would do with a probe of a greater TTL, none does.
  const ended = steps.map((step, index) =>
    index === length - 1 ? { ...step, note: texts.stopped(stoppedAfter) } : step,
  );
  return { ...forwardWalk, steps: ended };
}

const known = new WeakMap<TraceResult, readonly PacketFrame[]>();

export function packetFrames(trace: TraceResult): readonly PacketFrame[] {
  const frames = known.get(trace) ?? framesOf(trace);
  known.set(trace, frames);
  return frames;
}

function framesOf(trace: TraceResult): readonly PacketFrame[] {
  return waysOf(trace).flatMap(({ walk }, way) => {
    let ttl = 0;
    const shown = shownSteps(walk);
    const all = walk.steps.map((step, index): PacketFrame => {
      const isLast = index === walk.steps.length - 1;
      // The probe with TTL n comes to the n-th node that spends one, or to the end of the way.
      const isHop = way === 0 && index > 0 && (step.spendsTtl || isLast);
      if (isHop) ttl += 1;
      const hop = isHop ? (trace.hops.find((each) => each.ttl === ttl) ?? null) : null;
      return { direction: way === 0 ? 'there' : 'back', way, step, isLast, hop };
    });
    return all.filter((_, index) => shown.has(index));
  });
}

export function headWords({ direction, step }: PacketFrame): string {
  return texts.at(strings.path.directions[direction], step.node, strings.nodeKinds[step.nodeKind]);
}

export function ttlWords({ step }: PacketFrame): string {
  if (step.action === 'originated') return texts.ttlSent(step.ttlOut);
  return step.ttlIn === step.ttlOut ? texts.ttlKept(step.ttlIn) : texts.ttlSpent(step.ttlIn, step.ttlOut);
}

export function tableWords({ step: { route, chosen } }: PacketFrame): string {
  return route === null ? texts.noTable : routeWords(route, chosen);
}

export function routeWords(route: RouteView, chosen: number | null): string {
  const hop = route.nextHops[chosen ?? 0];
  const to = [hop?.node, hop?.address].filter((part) => part !== null && part !== undefined).join(' ');
  return texts.table(route.prefix, strings.sources[route.source], to, route.nextHops.length);
}

/** Which address answers a probe that ends here, or why none does; null on the way back and at the source. */
export function answerWords({ direction, step, hop }: PacketFrame): string | null {
  if (direction === 'back' || step.action === 'originated') return null;
  if (hop === null) return null;
  const ends = words.ends(hop.ttl);
  if (hop.address !== null && hop.reply !== null)
    return words.answers(ends, hop.address, strings.replies[hop.reply], timeOf(hop));
  return hop.silence === null ? null : words.silent(ends, hop.silence.text);
}

function timeOf({ rttMs }: TraceHop): string {
  const times = rttMs.filter((time) => time !== null);
  return strings.path.milliseconds(Math.min(...times));
}

/** All that is to be said of a step: where it is, its TTL and route and why, who answers or why nobody does. */
export function frameWords(frame: PacketFrame): readonly string[] {
  const said = [headWords(frame), strings.sentences([ttlWords(frame), frame.step.note]), answerWords(frame)];
  return said.filter((part) => part !== null);
}
