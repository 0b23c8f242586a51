/** The elements of a topology that can fail alone, and the topology without each. */
import type { FailureKind } from '../../../shared/results';
import type { Circuit, Element, Router, Topology } from '../topology/model';

export interface FailureCandidate {
  /** As a `shutdown` line names it; a circuit's path as `CIRCUIT primary`. */
  readonly element: string;
  /** The topology with it shut down: that is valid wherever the topology is. */
  readonly shut: (topology: Topology) => Topology;
}

/** Elements that are up, in the order of the topology. */
export function candidatesOf(topology: Topology, each: FailureKind): FailureCandidate[] {
  switch (each) {
    case 'link':
      return links(topology);
    case 'node':
      return [
        ...section(topology, 'routers'),
        ...section(topology, 'gateways'),
        ...section(topology, 'circuits'),
      ];
    case 'interface':
      return Object.entries(topology.routers).flatMap(([router, { interfaces }]) =>
        Object.entries(interfaces).flatMap(([name, { shutdown }]) =>
          shutdown
            ? []
            : [
                {
                  element: `${router}:${name}`,
                  shut: (from) =>
                    withRouter(from, router, (on) => ({ ...on, interfaces: without(on.interfaces, name) })),
                },
              ],
        ),
      );
  }
}

function links(topology: Topology): FailureCandidate[] {
  const circuits = Object.entries(topology.circuits).flatMap(([circuit, value]): FailureCandidate[] => [
    ...(['primary', 'secondary'] as const).flatMap((path) => {
      const half = value[path];
      if (half === null || half.shutdown || half.customer === null) return [];
      const shut = (from: Topology): Topology =>
        withCircuit(from, circuit, (on) => ({ ...on, [path]: shutDown(on[path]) }));
      return [{ element: `${circuit} ${path}`, shut }];
    }),
    ...up(value.connections).map((element) => ({
      element,
      shut: (from: Topology) =>
        withCircuit(from, circuit, (on) => ({ ...on, connections: without(on.connections, element) })),
    })),
  ]);
  return [
    ...section(topology, 'links'),
    ...section(topology, 'lans'),
    ...section(topology, 'peerings'),
    ...section(topology, 'connections'),
    ...circuits,
  ];
}

type Section = 'links' | 'lans' | 'peerings' | 'connections' | 'routers' | 'gateways' | 'circuits';

function section(topology: Topology, name: Section): FailureCandidate[] {
  return up(topology[name]).map((element) => ({
    element,
    shut: (from) => ({ ...from, [name]: without<Element>(from[name], element) }),
  }));
}

function up(elements: Readonly<Record<string, Element>>): string[] {
  return Object.entries(elements).flatMap(([name, { shutdown }]) => (shutdown ? [] : [name]));
}

function shutDown<E extends { readonly shutdown: boolean } | null>(element: E): E {
  return element === null ? element : { ...element, shutdown: true };
}

/** The elements, one of them shut down. */
function without<E extends { readonly shutdown: boolean }>(
  elements: Readonly<Record<string, E>>,
  name: string,
): Readonly<Record<string, E>> {
  const element = elements[name];
  return element === undefined ? elements : { ...elements, [name]: shutDown(element) };
}

function withRouter(topology: Topology, name: string, change: (router: Router) => Router): Topology {
  const router = topology.routers[name];
  if (router === undefined) return topology;
  return { ...topology, routers: { ...topology.routers, [name]: change(router) } };
}

function withCircuit(topology: Topology, name: string, change: (circuit: Circuit) => Circuit): Topology {
  const circuit = topology.circuits[name];
  if (circuit === undefined) return topology;
  return { ...topology, circuits: { ...topology.circuits, [name]: change(circuit) } };
}
