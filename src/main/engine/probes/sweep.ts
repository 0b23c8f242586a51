/**
 * All pairs of hosts while elements of the network fail: only those pairs are looked at again whose packets some node
 * on their way may send on otherwise.
 */
import { strings } from '../../../shared/strings';
import type { PairChange, PairName } from '../../../shared/results';
import type { PacketWalk, Step } from '../forwarding/walk';
import { RouteChanges } from '../routing/route-changes';
import { simulate, type Simulation } from '../simulation';
import { sourceOf } from '../topology/contexts';
import { interfaceLabel, nodeAt, type Network } from '../topology/network';
import type { FailureCandidate } from './failure-candidates';
import { changeOf, type RoundTrip } from './pair-change';
import { echo, hostsOf, type Host } from './pairs';
import { QuickTrips } from './quick-trips';

/** What failures do to pairs of hosts. */
export type SweepChanges = Readonly<Record<PairChange, readonly PairName[]>>;

interface Pair {
  readonly from: Host;
  readonly to: Host;
}

/** How a step is told from others on a way. */
type NameStep = (network: Network, step: Step) => string | number;

const byIndex: NameStep = (_, { node, ingress }) => (ingress === -1 ? -1 - node : ingress);
const byName: NameStep = (network, { node, ingress }) =>
  ingress === -1 ? nodeAt(network, node).name : interfaceLabel(network, ingress);

export class FailureSweep {
  /** Hosts beyond the limit. */
  readonly hostsLeftOut: number;
  /** Every two hosts, in both directions. */
  readonly pairs: readonly Pair[];
  private readonly trips: readonly RoundTrip[];
  private named: readonly RoundTrip[] | null = null;
  private readonly changes: RouteChanges;
  private readonly quick: QuickTrips | null;
  /** By node and host, the pairs with packets that the node sends on toward the host. */
  private readonly passing: (number[] | undefined)[];
  private readonly hostAt: ReadonlyMap<number, number>;

  constructor(
    private readonly simulation: Simulation,
    hostLimit: number,
  ) {
    const { hosts, leftOut } = hostsOf(simulation, hostLimit);
    const { control, network } = simulation.plane;
    this.hostsLeftOut = leftOut;
    this.pairs = hosts.flatMap((from) => hosts.flatMap((to) => (to === from ? [] : [{ from, to }])));
    this.hostAt = new Map(hosts.map(({ node }, at) => [node.index, at]));
    this.passing = Array.from({ length: network.nodes.length * hosts.length });
    this.changes = new RouteChanges(
      control,
      hosts.map(({ node, address }) => ({ node: node.index, address })),
    );
    this.quick = this.changes.isPlain ? QuickTrips.in(simulation.plane, hosts) : null;
    const checksSources = network.interfaces.some(({ reversePathCheck }) => reversePathCheck);
    this.trips = this.pairs.map((pair, at) => {
      const tell = (node: number, toward: Host): void => {
        this.pass(node, toward, at);
        if (checksSources) this.pass(node, toward === pair.to ? pair.from : pair.to, at);
      };
      return this.tripOf(simulation, this.quick, pair, byIndex, tell);
    });
  }

  /** Pairs that reach each other while all is up. */
  get reaching(): number {
    return this.trips.filter(({ way }) => way !== null).length;
  }

  /** What becomes of the pairs with these elements shut down together; a sentence where nothing can be said. */
  after(failed: readonly FailureCandidate[]): SweepChanges | string {
    const { plane, seed } = this.simulation;
    const whole = sourceOf(plane.control.topology);
    const topology = failed.reduce((left, { shut }) => shut(left), whole);
    const simulated = simulate(topology, seed, { before: this.simulation });
    if (!simulated.ok) return simulated.problems[0]?.message ?? strings.reasons.findingTexts.cannotShutDown;
    const found: Record<PairChange, PairName[]> = { lost: [], gained: [], changed: [], longer: [] };
    const { trips, at: places, nameStep, quick } = this.toLookAt(simulated.value);
    for (const at of places) {
      const pair = this.pairs[at];
      const before = trips[at];
      if (pair === undefined || before === undefined) continue;
      const change = changeOf(before, this.tripOf(simulated.value, quick, pair, nameStep));
      if (change !== null) found[change].push({ from: pair.from.node.name, to: pair.to.node.name });
    }
    return found;
  }

  /** The pairs to look at again, and the trips to compare with. */
  private toLookAt(simulation: Simulation): {
    readonly at: Iterable<number>;
    readonly trips: readonly RoundTrip[];
    readonly nameStep: NameStep;
    readonly quick: QuickTrips | null;
  } {
    const { plane } = simulation;
    const { difference } = plane.control;
    if (difference === null) {
      this.named ??= this.pairs.map((pair) => this.tripOf(this.simulation, null, pair, byName));
      return { at: this.pairs.keys(), trips: this.named, nameStep: byName, quick: null };
    }
    const touched: number[] = [];
    const isTouched = new Uint8Array(this.pairs.length);
    const quick = this.quick?.after(plane) ?? null;
    const isKnown = this.changes.since(plane.control, difference, (node, toward) => {
      quick?.forget(node, toward);
      for (const at of this.passing[this.placeOf(node, toward)] ?? []) {
        if (isTouched[at] === 1) continue;
        isTouched[at] = 1;
        touched.push(at);
      }
    });
    const { trips, pairs } = this;
    if (!isKnown) return { at: pairs.keys(), trips, nameStep: byIndex, quick: null };
    return { at: touched.toSorted((a, b) => a - b), trips, nameStep: byIndex, quick };
  }

  private placeOf(node: number, toward: number): number {
    return node * this.hostAt.size + (this.hostAt.get(toward) ?? 0);
  }

  private pass(node: number, toward: Host, pair: number): void {
    const place = this.placeOf(node, toward.node.index);
    const known = this.passing[place];
    if (known === undefined) this.passing[place] = [pair];
    else if (known.at(-1) !== pair) known.push(pair);
  }

  private tripOf(
    simulation: Simulation,
    quick: QuickTrips | null,
    { from, to }: Pair,
    nameStep: NameStep,
    tell?: (node: number, toward: Host) => void,
  ): RoundTrip {
    return quick?.trip(from, to, tell) ?? tripOf(simulation, { from, to }, nameStep, tell);
  }
}

/** An echo between two hosts and its answer; told of every node that sends a packet on, and toward whom. */
function tripOf(
  simulation: Simulation,
  { from, to }: Pair,
  nameStep: NameStep,
  tell?: (node: number, toward: Host) => void,
): RoundTrip {
  const { network } = simulation.plane;
  const sent = echo(simulation, from, to);
  tell?.(from.node.index, to);
  for (const { node } of sent?.forward.steps ?? []) tell?.(node, to);
  const home = sent?.answer?.walk ?? null;
  for (const { node } of home?.steps ?? []) tell?.(node, from);
  if (sent === null || !sent.reached || home === null) return { way: null, hops: 0, latency: 0 };
  const way = ({ steps }: PacketWalk): (string | number)[] => steps.map((step) => nameStep(network, step));
  return {
    way: [...way(sent.forward), ...way(home)],
    hops: spentOn(sent.forward) + spentOn(home),
    latency: sent.forward.latency + home.latency,
  };
}

/** TTL that a walk spends. */
function spentOn({ steps }: PacketWalk): number {
  return steps.filter(({ spent }) => spent).length;
}
