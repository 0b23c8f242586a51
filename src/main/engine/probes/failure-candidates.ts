/** The elements of a topology that can fail alone, and the edit that makes each fail. */
import type { FailureKind } from '../../../shared/results';
import type { Edit } from '../topology/edit';
import type { Path } from '../topology/json';
import type { Element, Topology } from '../topology/model';

export interface FailureCandidate {
  /** As a `shutdown` line names it; a circuit's path as `CIRCUIT primary`. */
  readonly element: string;
  readonly edit: Edit;
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
          shutdown ? [] : [failing(`${router}:${name}`, ['routers', router, 'interfaces', name])],
        ),
      );
  }
}

function links(topology: Topology): FailureCandidate[] {
  const circuits = Object.entries(topology.circuits).flatMap(([circuit, value]) => [
    ...(['primary', 'secondary'] as const).flatMap((path) => {
      const half = value[path];
      return half === null || half.shutdown || half.customer === null
        ? []
        : [failing(`${circuit} ${path}`, ['circuits', circuit, path])];
    }),
    ...up(value.connections).map((name) => failing(name, ['circuits', circuit, 'connections', name])),
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
  return up(topology[name]).map((element) => failing(element, [name, element]));
}

function up(elements: Readonly<Record<string, Element>>): string[] {
  return Object.entries(elements).flatMap(([name, { shutdown }]) => (shutdown ? [] : [name]));
}

function failing(element: string, path: Path): FailureCandidate {
  const summary = `Shut down ${element}`;
  return { element, edit: { summary, steps: [{ type: 'set', path: [...path, 'shutdown'], value: true }] } };
}
