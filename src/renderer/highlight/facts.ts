/** What a network view tells of one of its things, as terms with their texts. */
import type { NetworkView } from '../../shared/network-view';
import { words } from '../app/strings';
import { strings } from '../diagrams/strings';
import { splitReference, type Fact } from './subject';

const text = words.inspector;

/** `Router ce1`, `VPN tunnel vpn-hub-branch`, `VNet hub`, `10.2.30.0/25`. */
export function headOf(reference: string, view: NetworkView): string {
  const { kind, name } = splitReference(reference);
  switch (kind) {
    case 'node': {
      const node = view.nodes.find((each) => each.name === name);
      return node === undefined ? name : `${strings.nodeKinds[node.kind]} ${name}`;
    }
    case 'link': {
      const link = view.links.find((each) => each.name === name);
      return link === undefined ? name : `${strings.linkKinds[link.kind]} ${name}`;
    }
    case 'area': {
      const area = view.areas.find((each) => each.name === name);
      return area === undefined ? name : `${strings.areaKinds[area.kind]} ${name}`;
    }
    default:
      return name;
  }
}

export function factsOf(reference: string, view: NetworkView): readonly Fact[] {
  const { kind, name } = splitReference(reference);
  switch (kind) {
    case 'node':
      return nodeFacts(name, view);
    case 'link':
      return linkFacts(name, view);
    case 'area':
      return areaFacts(name, view);
    default:
      return view.areas.flatMap((area) =>
        area.prefixes.includes(name) || area.subnets?.some(({ prefix }) => prefix === name) === true
          ? [{ term: text.in, text: `${strings.areaKinds[area.kind]} ${area.name}` }]
          : [],
      );
  }
}

function nodeFacts(name: string, view: NetworkView): Fact[] {
  const node = view.nodes.find((each) => each.name === name);
  if (node === undefined) return [{ term: text.state, text: text.gone }];
  const { area, asn, up, description, interfaces } = node;
  return [
    ...(area === null ? [] : [{ term: text.in, text: `${strings.areaKinds[area.kind]} ${area.name}` }]),
    ...(asn === null ? [] : [{ term: text.asn, text: String(asn) }]),
    { term: text.state, text: up ? strings.map.up : strings.map.down },
    ...(description === null ? [] : [{ term: text.description, text: description }]),
    ...interfaces.map((port) => ({
      term: port.name,
      text: [port.address, port.link, port.up ? null : strings.map.down]
        .filter((part) => part !== null)
        .join(', '),
    })),
  ];
}

function linkFacts(name: string, view: NetworkView): Fact[] {
  const link = view.links.find((each) => each.name === name);
  if (link === undefined) return [{ term: text.state, text: text.gone }];
  const { ends, up, latencyMs, bandwidth, path } = link;
  return [
    {
      term: text.between,
      text: strings.map.between(
        ends.map((end) => (end.interface === null ? end.node : `${end.node}:${end.interface}`)),
      ),
    },
    { term: text.state, text: up ? strings.map.up : strings.map.down },
    ...(path === null ? [] : [{ term: text.path, text: strings.map.path[path] }]),
    { term: text.latency, text: strings.map.latency(latencyMs) },
    ...(bandwidth === null ? [] : [{ term: text.bandwidth, text: strings.map.bandwidth(bandwidth) }]),
  ];
}

function areaFacts(name: string, view: NetworkView): Fact[] {
  const area = view.areas.find((each) => each.name === name);
  if (area === undefined) return [{ term: text.state, text: text.gone }];
  const members = view.nodes.filter((node) => node.area?.name === name && node.area.kind === area.kind);
  return [
    ...(area.region === null ? [] : [{ term: text.region, text: area.region }]),
    ...(area.kind === 'site' || area.prefixes.length === 0
      ? []
      : [{ term: text.prefixes, text: area.prefixes.join(', ') }]),
    ...(area.subnets ?? []).map(({ name: subnet, prefix }) => ({ term: subnet, text: prefix })),
    { term: text.members, text: members.map((node) => node.name).join(', ') },
  ];
}
