/** A pasted trace beside the model's, hop by hop. */
import type {
  CommandFailure,
  HopVerdict,
  ObservedHopView,
  ObservedTraceView,
  TraceHop,
  TraceResult,
} from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { formatAddress, parseAddress } from '../address';
import { addressOf, type Prober } from '../probes/prober';
import { trace, TRACE_DEFAULTS } from '../probes/trace';
import { traceroute, TRACEROUTE_DEFAULTS } from '../probes/traceroute';
import type { Simulation } from '../simulation';
import { interfaceLabel, nodeAt } from '../topology/network';
import type { ObservedHop, ObservedTrace } from './observation';
import { isWithin, median, milliseconds, toleranceWords } from './times';

const words = strings.reasons.observed;

/** Flows tried to see what equal-cost paths answer at each hop. */
const FLOWS = 10;

export function compareTrace(
  simulation: Simulation,
  prober: Prober,
  observed: ObservedTrace,
): ObservedTraceView | CommandFailure {
  const last = observed.hops.at(-1)?.ttl ?? 0;
  const model = trace(simulation, prober, { ...TRACE_DEFAULTS, maxHops: Math.min(255, Math.max(30, last)) });
  const others = addressesByHop(simulation, prober);
  const seen = resolved(simulation, observed.hops);
  const byTtl = new Map(seen.map((hop) => [hop.ttl, hop]));
  const count = hopsToCompare(observed, model, observedReaches(seen, prober));
  const hops: ObservedHopView[] = [];
  for (let ttl = 1; ttl <= count; ttl += 1) {
    const hop = byTtl.get(ttl) ?? null;
    const own = model.hops[ttl - 1] ?? null;
    hops.push(hopView(simulation, ttl, hop, own, others.get(ttl) ?? new Set(), observed.tool));
  }
  const different = hops.filter(({ verdict }) => verdict !== 'same' && verdict !== 'time');
  const slow = hops.some(({ verdict }) => verdict === 'time');
  return {
    kind: 'observed-trace',
    tool: observed.tool,
    line: observed.line,
    source: prober.view.source,
    target: prober.view.target,
    hops,
    reached: { observed: observedReaches(seen, prober), model: model.reached },
    same: different.length === 0,
    notes: slow ? [toleranceWords()] : [],
  };
}

/** Names that mtr prints become addresses, where a node has the name. */
function resolved({ plane }: Simulation, hops: readonly ObservedHop[]): readonly ObservedHop[] {
  return hops.map((hop) => ({
    ...hop,
    addresses: hop.addresses.map((host) => {
      if (parseAddress(host) !== null) return host;
      const address = addressOf(plane, host);
      return address === null ? host : formatAddress(address);
    }),
  }));
}

function observedReaches(hops: readonly ObservedHop[], { view }: Prober): boolean {
  return hops.some(({ addresses }) => addresses.includes(view.targetAddress));
}

/** A paste need not show the silence at the end of a trace, and pathping ends at the first silent hop. */
function hopsToCompare({ tool, hops }: ObservedTrace, model: TraceResult, reached: boolean): number {
  const last = hops.at(-1);
  const count = last?.ttl ?? 0;
  if (reached || (tool === 'pathping' && last?.addresses.length === 0)) return count;
  return Math.max(count, model.hops.findLastIndex(({ address }) => address !== null) + 1);
}

/** What any of several flows is answered by, by TTL. */
function addressesByHop(simulation: Simulation, prober: Prober): ReadonlyMap<number, ReadonlySet<string>> {
  const { hops } = traceroute(simulation, prober, { ...TRACEROUTE_DEFAULTS, queries: FLOWS });
  return new Map(
    hops.map(({ ttl, probes }) => [ttl, new Set(probes.flatMap(({ address }) => address ?? []))]),
  );
}

function hopView(
  simulation: Simulation,
  ttl: number,
  observed: ObservedHop | null,
  model: TraceHop | null,
  others: ReadonlySet<string>,
  tool: ObservedTrace['tool'],
): ObservedHopView {
  const verdict = verdictOf(observed, model, others, tool);
  return {
    ttl,
    observed: observed === null ? null : { addresses: observed.addresses, rttMs: median(observed.rttMs) },
    model: model === null ? null : { address: model.address, node: model.node, rttMs: median(model.rttMs) },
    verdict,
    text: reasonOf(simulation, verdict, observed, model),
  };
}

function verdictOf(
  observed: ObservedHop | null,
  model: TraceHop | null,
  others: ReadonlySet<string>,
  tool: ObservedTrace['tool'],
): HopVerdict {
  if (observed === null) return model?.address == null ? 'same' : 'missing';
  if (model === null) return observed.addresses.length === 0 ? 'same' : 'surplus';
  const { addresses } = observed;
  if (addresses.length === 0) return model.address === null ? 'same' : 'silent';
  if (model.address === null && others.size === 0) return 'answers';
  const isSame = addresses.every((address) => address === model.address);
  // Each UDP probe is a flow of its own and may take any of the equal-cost paths.
  const spreads = tool === 'traceroute' && addresses.every((address) => others.has(address));
  if (!isSame && !spreads) {
    return addresses.every((address) => address === model.address || others.has(address))
      ? 'other-path'
      : 'other-address';
  }
  const [ours, theirs] = [median(model.rttMs), median(observed.rttMs)];
  return ours === null || theirs === null || isWithin(theirs, ours) ? 'same' : 'time';
}

function reasonOf(
  simulation: Simulation,
  verdict: HopVerdict,
  observed: ObservedHop | null,
  model: TraceHop | null,
): string | null {
  const theirs = words.theirs(observed?.addresses.map((address) => whose(simulation, address)) ?? []);
  const ours = model === null ? '' : modelWords(model);
  switch (verdict) {
    case 'same':
      return null;
    case 'time':
      return words.time(milliseconds(median(model?.rttMs ?? []) ?? 0));
    case 'other-path':
      return words.otherPath(theirs, ours);
    case 'other-address':
      return words.otherAddress(theirs, ours);
    case 'silent':
      return words.silent(ours);
    case 'answers':
      return words.answers(theirs, model?.silence?.text ?? words.probeLost);
    case 'missing':
      return words.missing(ours);
    case 'surplus':
      return words.surplus(theirs);
  }
}

function modelWords({ node, address, interface: port, silence }: TraceHop): string {
  if (address === null) return words.modelSilent((silence?.text ?? words.probeLost).replace(/[.。]$/, ''));
  return words.modelHop(address, node, port);
}

/** Who has an address in the model. */
function whose({ plane }: Simulation, address: string): string {
  const numeric = parseAddress(address);
  const { network } = plane;
  if (numeric === null) return words.noSuchName(address);
  const index = network.nodeByAddress.get(numeric);
  if (index === undefined) return words.noSuchAddress(address);
  const node = nodeAt(network, index);
  const port = node.interfaces.find((at) => network.interfaces[at]?.address === numeric);
  return words.is(address, port === undefined ? node.name : interfaceLabel(network, port));
}
