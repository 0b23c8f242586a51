/** Views of plain networks, for maps without areas and for maps that are large. */
import type { LinkView, NetworkView, NodeView } from '../../../shared/network-view';
import type { AreaView, NodeKind } from '../../../shared/results';

export function node(name: string, kind: NodeKind = 'router', area: AreaView | null = null): NodeView {
  return {
    name,
    kind,
    area,
    asn: null,
    up: true,
    description: null,
    inferred: false,
    position: null,
    interfaces: [],
  };
}

export function link(name: string, ends: readonly string[], more: Partial<LinkView> = {}): LinkView {
  return {
    name,
    kind: ends.length === 2 ? 'link' : 'lan',
    ends: ends.map((end) => ({ node: end, interface: null })),
    up: true,
    latencyMs: 1,
    bandwidth: null,
    path: null,
    position: null,
    ...more,
  };
}

const name = (x: number, y: number): string => `router-${x}-${y}`;

/** A square mesh of routers, every fourth with a host. */
export function meshView(side: number): NetworkView {
  const nodes: NodeView[] = [];
  const links: LinkView[] = [];
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      nodes.push(node(name(x, y)));
      if (x > 0) links.push(link(`h-${x}-${y}`, [name(x - 1, y), name(x, y)]));
      if (y > 0) links.push(link(`v-${x}-${y}`, [name(x, y - 1), name(x, y)]));
      if ((x + y) % 4 === 0) {
        nodes.push(node(`host-${x}-${y}`, 'host'));
        links.push(link(`lan-${x}-${y}`, [name(x, y), `host-${x}-${y}`]));
      }
    }
  }
  return { nodes, links, areas: [] };
}

/** Sites on a ring of provider routers, each site with its own routers and a LAN of hosts. */
export function campusView(sites: number): NetworkView {
  const nodes: NodeView[] = [];
  const links: LinkView[] = [];
  const areas: (AreaView & { readonly prefixes: readonly string[] })[] = [];
  for (let i = 1; i <= sites; i += 1) {
    const area: AreaView = { kind: 'site', name: `site-${i}`, region: i % 2 === 0 ? 'Zurich' : null };
    areas.push({ ...area, prefixes: [`10.${i}.0.0/16`] });
    nodes.push(node(`core-${i}`), node(`edge-${i}`, 'router', area), node(`access-${i}`, 'router', area));
    nodes.push(node(`pc-${i}a`, 'host', area), node(`pc-${i}b`, 'host', area));
    links.push(link(`core-${i}`, [`core-${i}`, `core-${(i % sites) + 1}`]));
    links.push(link(`uplink-${i}`, [`core-${i}`, `edge-${i}`], { up: i !== 2 }));
    links.push(link(`backup-${i}`, [`core-${(i % sites) + 1}`, `edge-${i}`]));
    links.push(link(`inside-${i}`, [`edge-${i}`, `access-${i}`]));
    links.push(link(`lan-${i}`, [`access-${i}`, `pc-${i}a`, `pc-${i}b`]));
  }
  return { nodes, links, areas };
}
