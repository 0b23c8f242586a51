/**
 * VRFs, as what they are to routing and forwarding: every VRF of a router is a router of its own, with its
 * interfaces, tables and protocols; what is the device's (shutdown, site, how it answers) they share. After this
 * nothing else has to know of VRFs. The VRF `red` of `ce1` is called `ce1@red`; no other name holds that sign.
 */
import { record, type Path } from './json';
import type { CircuitPath, EndPoint, Router, Topology } from './model';

const SIGN = '@';

export function contextName(router: string, vrf: string): string {
  return `${router}${SIGN}${vrf}`;
}

/** The router and VRF of a context's name; null for other names. */
export function splitContext(name: string): { readonly router: string; readonly vrf: string } | null {
  const at = name.indexOf(SIGN);
  return at === -1 ? null : { router: name.slice(0, at), vrf: name.slice(at + 1) };
}

const OF_VRF: ReadonlySet<unknown> = new Set(['routerId', 'static', 'ospf', 'bgp']);

/** Where in the text stands what a path into the contexts leads to. */
export function writtenPath(path: Path): Path {
  const [section, name, property, ...rest] = path;
  const context = section === 'routers' && typeof name === 'string' ? splitContext(name) : null;
  if (context === null) return path;
  const { router, vrf } = context;
  if (property === undefined) return ['routers', router, 'vrfs', vrf];
  const owner = OF_VRF.has(property) ? ['routers', router, 'vrfs', vrf] : ['routers', router];
  return [...owner, property, ...rest];
}

/** The contexts of each router, its own first: made once, so that what does not change stays the same object. */
const made = new WeakMap<Router, readonly (readonly [string, Router])[]>();
const expanded = new WeakMap<Topology, Topology>();
const sources = new WeakMap<Topology, Topology>();

/** The topology with every VRF as a router; the same one where there is none. */
export function routingContexts(topology: Topology): Topology {
  const routers = Object.values(topology.routers);
  if (routers.every(({ vrfs }) => Object.keys(vrfs).length === 0)) return topology;
  const known = expanded.get(topology);
  if (known !== undefined) return known;
  const owner = (end: EndPoint): string => contextOf(topology, end);
  const moved = <E extends EndPoint>(end: E): E => ({ ...end, node: owner(end) });
  const served = (half: CircuitPath): CircuitPath =>
    half.customer === null ? half : { ...half, customer: moved(half.customer) };
  const result: Topology = {
    ...topology,
    routers: record(Object.entries(topology.routers).flatMap(([name, router]) => contextsOf(name, router))),
    links: record(
      Object.entries(topology.links).map(([name, link]) => [
        name,
        { ...link, ends: [moved(link.ends[0]), moved(link.ends[1])] },
      ]),
    ),
    connections: record(
      Object.entries(topology.connections).map(([name, connection]) => {
        const [a, b] = connection.ends.map((end) =>
          end.interface === null
            ? end
            : { ...end, node: owner({ node: end.node, interface: end.interface }) },
        );
        return [name, a === undefined || b === undefined ? connection : { ...connection, ends: [a, b] }];
      }),
    ),
    circuits: record(
      Object.entries(topology.circuits).map(([name, circuit]) => {
        const { primary, secondary } = circuit;
        return [
          name,
          { ...circuit, primary: served(primary), secondary: secondary === null ? null : served(secondary) },
        ];
      }),
    ),
  };
  expanded.set(topology, result);
  sources.set(result, topology);
  return result;
}

/** The topology as it was written, of one that was made from it. */
export function sourceOf(topology: Topology): Topology {
  return sources.get(topology) ?? topology;
}

function contextsOf(name: string, router: Router): readonly (readonly [string, Router])[] {
  const known = made.get(router);
  if (known?.[0]?.[0] === name) return known;
  const owners = new Map<string, string>();
  for (const [vrf, { interfaces }] of Object.entries(router.vrfs).toReversed())
    for (const key of interfaces) owners.set(key, vrf);
  const own = (vrf: string | undefined): Router['interfaces'] =>
    record(Object.entries(router.interfaces).filter(([key]) => owners.get(key) === vrf));
  const result = [
    [name, { ...router, interfaces: own(undefined), vrfs: {} }] as const,
    ...Object.entries(router.vrfs).map(([vrf, { routerId, static: routes, ospf, bgp }]) => {
      const context: Router = {
        ...router,
        interfaces: own(vrf),
        routerId,
        static: routes,
        ospf,
        bgp,
        vrfs: {},
      };
      return [contextName(name, vrf), context] as const;
    }),
  ];
  made.set(router, result);
  return result;
}

/** The context an interface of a router belongs to. */
function contextOf({ routers }: Topology, end: EndPoint): string {
  const vrfs = Object.entries(routers[end.node]?.vrfs ?? {});
  const vrf = vrfs.find(([, { interfaces }]) => interfaces.includes(end.interface));
  return vrf === undefined ? end.node : contextName(end.node, vrf[0]);
}
