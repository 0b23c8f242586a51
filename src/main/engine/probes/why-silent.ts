/** `why-silent`: why a hop prints `*`, and the smallest change to the network that would make it answer. */
import type { CommandFailure, SilenceReason, TraceResult, WhySilentResult } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import { parseAddress } from '../address';
import { changesFor, type Change, type SilentHop } from '../explain/changes';
import { simulate, type Simulation } from '../simulation';
import { documentOf, type TopologyDocument } from '../topology/document';
import { editLine } from '../topology/edit';
import { aim, type Prober } from './prober';
import { trace, TRACE_DEFAULTS } from './trace';
import { whyNot } from './why-not';

const said = strings.reasons.commands;

const words = strings.reasons.silence;

/** Changes tried before the search gives up. */
const CHANGE_LIMIT = 200;

/** Silence that no missing route is the reason of. */
const ROUTES_HELP_NOT: ReadonlySet<SilenceReason> = new Set([
  'does-not-answer',
  'too-late',
  'ttl-used-up',
  'link-down',
]);

export function whySilent(
  simulation: Simulation,
  prober: Prober,
  ttl: number,
): WhySilentResult | CommandFailure {
  const traced = trace(simulation, prober, TRACE_DEFAULTS);
  const hop = traced.hops.find((each) => each.ttl === ttl);
  const { source, target } = prober.view;
  if (hop === undefined) {
    const count = traced.hops.length;
    return {
      kind: 'failure',
      message: said.hopOf(source, target, count, ttl),
    };
  }
  const answered = { kind: 'why-silent', source, target, ttl, node: hop.node } as const;
  if (hop.silence === null) {
    const notes = [words.hopAnswers(ttl, hop.address ?? '', hop.node ?? '')];
    return { ...answered, address: hop.address, silence: null, change: [], notes };
  }
  const silent = silentHop(simulation, prober, traced, ttl);
  const change = silent === null ? null : findChange(simulation, prober, silent, ttl);
  const notes = change === null ? notesWithout(simulation, silent) : [];
  return { ...answered, address: hop.hiddenAddress, silence: hop.silence, change: change ?? [], notes };
}

/** Where no change helps: what keeps the route away that is missing. */
function notesWithout(simulation: Simulation, hop: SilentHop | null): string[] {
  const none = words.noChange;
  if (hop === null || hop.at === -1) return [none];
  if (ROUTES_HELP_NOT.has(hop.reason)) return [none];
  const { barriers } = whyNot(simulation, hop.at, { address: hop.missing, length: 32 });
  return [none, ...barriers.slice(0, 1).map(({ text }) => words.keptAway(text))];
}

function silentHop(
  { plane }: Simulation,
  prober: Prober,
  traced: TraceResult,
  ttl: number,
): SilentHop | null {
  const hop = traced.hops.find((each) => each.ttl === ttl);
  if (hop?.silence == null) return null;
  const { nodeByName } = plane.network;
  const { reason } = hop.silence;
  const lost = (reason === 'probe-lost' ? traced.forwardWalk : hop.returnWalk)?.steps.at(-1);
  const probeFiltered = reason === 'probe-lost' && traced.disposition === 'DENIED_IN';
  const answering = hop.hiddenAddress === null ? null : parseAddress(hop.hiddenAddress);
  const isBackWay = reason === 'no-route-back' || probeFiltered;
  return {
    reason,
    at: nodeByName.get(hop.silence.at) ?? -1,
    node: hop.node === null ? -1 : (nodeByName.get(hop.node) ?? -1),
    missing: isBackWay ? prober.flow.source : (answering ?? prober.flow.destination),
    denial: lost?.denial ?? null,
    isFiltered: probeFiltered || reason === 'reverse-path-check',
  };
}

/** The first change after which the hop answers; null where none of them helps. */
function findChange(simulation: Simulation, prober: Prober, hop: SilentHop, ttl: number): Change | null {
  const document = documentOf(simulation.plane.control.topology);
  if (document === undefined || hop.at === -1) return null;
  const changes = changesFor(simulation, document, hop).slice(0, CHANGE_LIMIT);
  return (
    changes.find((change) => answersAfter(simulation, document, change, prober, ttl, hop.reason)) ?? null
  );
}

function answersAfter(
  simulation: Simulation,
  document: TopologyDocument,
  change: Change,
  prober: Prober,
  ttl: number,
  reason: SilenceReason,
): boolean {
  const edited = change.reduce<TopologyDocument | null>((current, line) => {
    const result = current === null ? null : editLine(line, current);
    return result?.ok === true ? result.value.document : null;
  }, document);
  if (edited === null) return false;
  const simulated = simulate(edited.topology, simulation.seed, { before: simulation });
  if (!simulated.ok) return false;
  const source = simulated.value.plane.network.nodeByName.get(prober.node.name);
  const aimed = source === undefined ? null : aim(simulated.value.plane, source, prober.view.target);
  if (aimed === null || 'error' in aimed) return false;
  const after = trace(simulated.value, aimed, TRACE_DEFAULTS);
  // A packet that goes round in circles, or dies elsewhere, is answered too: that is no remedy for a lost one.
  if (reason === 'probe-lost' && after.forwardWalk.disposition !== 'ACCEPTED') return false;
  return after.hops.some((each) => each.ttl === ttl && each.address !== null);
}
