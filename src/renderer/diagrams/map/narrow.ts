/** A network with less in it, as a view like any other: areas folded to one sign each, or only what lies near a node. */
import type { LinkView, NetworkView, NodeView } from '../../../shared/network-view';
import type { AreaView } from '../../../shared/results';
import { areaKey, siteOf } from './graph';

/** Each of these areas with one sign in it, named as it is; links inside are gone, links out of it lead to the sign. */
export function collapse(view: NetworkView, keys: ReadonlySet<string>): NetworkView {
  if (keys.size === 0) return view;
  const members = new Map<string, NodeView[]>();
  for (const node of view.nodes) {
    const key = node.area === null ? '' : areaKey(node.area);
    if (keys.has(key)) members.set(key, [...(members.get(key) ?? []), node]);
  }
  const home = new Map<string, string>();
  const signs = [...members.values()].flatMap((nodes) => {
    const area = nodes[0]?.area ?? null;
    if (area === null) return [];
    for (const { name } of nodes) home.set(name, area.name);
    return signOf(area, nodes);
  });
  const seen = new Set<string>();
  const links = view.links.flatMap((link): LinkView[] => {
    const isFolded = link.ends.some((end) => home.has(end.node));
    if (!isFolded) return link.ends.length === 0 && members.has(siteOf(link, view) ?? '') ? [] : [link];
    const ends = link.ends.map((end) => {
      const name = home.get(end.node);
      return name === undefined ? end : { node: name, interface: null };
    });
    const nodes = [...new Set(ends.map((end) => end.node))];
    if (nodes.length < 2 && ends.length > 1) return [];
    // Several links of one kind between the same two signs tell nothing more than one.
    const key = JSON.stringify([link.kind, link.up, link.path, nodes.toSorted()]);
    if (seen.has(key)) return [];
    seen.add(key);
    return [
      { ...link, ends: ends.filter((end, at) => ends.findIndex(({ node }) => node === end.node) === at) },
    ];
  });
  return {
    nodes: [...view.nodes.filter((node) => !home.has(node.name)), ...signs],
    links,
    areas: view.areas.map((area) => (members.has(areaKey(area)) ? { ...area, subnets: [] } : area)),
  };
}

function signOf(area: AreaView, nodes: readonly NodeView[]): NodeView {
  return {
    name: area.name,
    kind: 'vnet',
    area,
    asn: null,
    up: nodes.some(({ up }) => up),
    description: null,
    inferred: false,
    position: null,
    interfaces: [],
    folded: nodes.map(({ name }) => name),
  };
}

/** A node and what is at most so many links from it. A VNet's fabric links what stands in the VNet. */
export function neighbourhood(view: NetworkView, node: string, links: number): NetworkView {
  const near = new Set([node]);
  for (let round = 0; round < links; round += 1) {
    const before = [...near];
    for (const link of view.links) {
      if (link.ends.some((end) => before.includes(end.node))) for (const end of link.ends) near.add(end.node);
    }
    for (const fabric of view.nodes) {
      if (fabric.kind !== 'vnet') continue;
      const members = view.nodes.filter((each) => each.area?.name === fabric.name).map((each) => each.name);
      if (before.includes(fabric.name)) for (const member of members) near.add(member);
      else if (members.some((member) => before.includes(member))) near.add(fabric.name);
    }
  }
  const nodes = view.nodes.filter((each) => near.has(each.name));
  const areas = new Set(nodes.flatMap((each) => (each.area === null ? [] : [areaKey(each.area)])));
  return {
    nodes,
    links: view.links.flatMap((link) => {
      const ends = link.ends.filter((end) => near.has(end.node));
      return ends.length === 0 || ends.length < Math.min(2, link.ends.length) ? [] : [{ ...link, ends }];
    }),
    areas: view.areas.filter((area) => areas.has(areaKey(area))),
  };
}

/** Nodes, and areas by their members, whose name, address or AS contains the words; upper or lower case alike. */
export function matching(view: NetworkView, words: string): ReadonlySet<string> {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return new Set();
  const hits = (text: string): boolean => text.toLowerCase().includes(wanted);
  return new Set(
    view.nodes.flatMap((node) =>
      hits(node.name) ||
      hits(node.area?.name ?? '') ||
      (node.folded ?? []).some(hits) ||
      (node.asn !== null && hits(`AS ${node.asn}`)) ||
      node.interfaces.some((port) => hits(port.address ?? '')) ||
      hits(node.description ?? '')
        ? [node.name]
        : [],
    ),
  );
}
