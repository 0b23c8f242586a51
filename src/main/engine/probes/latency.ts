/** Several of mtr's reports side by side: of several targets, in several networks. */
import type { CommandFailure, CommandResult, LatencyRun } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import type { ScenarioNetworks } from '../scenario-networks';
import type { Simulation } from '../simulation';
import { nodeAt } from '../topology/network';
import type { Arguments } from './arguments';
import { BASE, networkNamed } from './compare';
import { failure } from './failure';
import { mtr, MTR_DEFAULTS } from './mtr';
import { proberFor } from './prober-for';

const said = strings.reasons.commands;

/** More lines than these nobody tells apart in a chart. */
const MOST_RUNS = 8;

export function latency(
  base: Simulation,
  prompt: number,
  args: Arguments,
  scenarios: ScenarioNetworks<Simulation>,
): CommandResult {
  const source = nodeAt(base.plane.network, prompt).name;
  const networks = listed(args.texts.get('--in') ?? BASE);
  const targets = listed(args.words.get('target') ?? '');
  const count = networks.length * targets.length;
  if (count === 0) return failure(said.latencyNeeds, said.byCommas);
  if (count > MOST_RUNS) {
    return failure(said.tooManyRuns(count), said.mostRuns(MOST_RUNS));
  }
  const runs: LatencyRun[] = [];
  for (const network of networks) {
    const simulation = networkNamed(base, scenarios, network);
    if ('kind' in simulation) return simulation;
    for (const target of targets) {
      const report = runOf(simulation, { source, network, target }, args);
      if ('message' in report) return report;
      runs.push(report);
    }
  }
  return { kind: 'latency', source, runs };
}

interface Wanted {
  readonly source: string;
  readonly network: string;
  readonly target: string;
}

function runOf(
  simulation: Simulation,
  { source, network, target }: Wanted,
  args: Arguments,
): LatencyRun | CommandFailure {
  // An edit may shift the numbers of nodes.
  const node = simulation.plane.network.nodeByName.get(source);
  if (node === undefined) return failure(said.noNodeIn(source, network));
  const words = new Map([['target', target] as const]);
  const prober = proberFor(simulation, node, { ...args, words }, (name) => said.noNodeIn(name, network));
  if ('kind' in prober) return prober;
  const cycles = args.numbers.get('-c') ?? MTR_DEFAULTS.cycles;
  return { network, target, report: mtr(simulation, prober, { ...MTR_DEFAULTS, cycles }) };
}

/** `a,b` as a and b, each once. */
function listed(text: string): readonly string[] {
  return [...new Set(text.split(',').filter((name) => name !== ''))];
}
