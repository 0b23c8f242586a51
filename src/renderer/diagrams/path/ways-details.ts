/** What each part of several ways says of itself when pointed at or focused. */
import { linkRef, nodeRef, prefixRef } from '../references';
import { strings } from '../strings';
import type { Detail } from '../svg';
import { linkTitle } from './node';
import type { WayEdge, WayGraph, WayNode } from './ways';

const texts = strings.path;

export function wayNodeDetail(node: WayNode, graph: WayGraph): Detail {
  const steps = node.visits.map(({ step }) => step);
  const prefixes = steps.flatMap((step) => step.route?.prefix ?? []);
  const area = node.area === null ? null : `${strings.areaKinds[node.area.kind]} ${node.area.name}`;
  return {
    name: nodeName(node),
    lines: [
      texts.kindIn(strings.nodeKinds[node.kind], area),
      share(
        node.visits.map(({ way }) => way),
        graph,
      ),
      ...new Set(node.visits.map(({ way, step }) => noteOf(way, step.note, graph))),
    ],
    refs: [nodeRef(node.name), ...new Set(prefixes.map(prefixRef))],
  };
}

function nodeName({ name, address, ttls, end, lost }: WayNode): string {
  const what = [name, address].filter((part) => part !== null).join(', ');
  if (lost.length > 0) return texts.lostHere(what);
  if (end === 'source') return texts.sourceName(name, address ?? '');
  return ttls === null ? what : texts.hopName(texts.ttls(ttls[0], ttls[1]), what);
}

/** With two directions, each sentence says which it is of. */
function noteOf(way: number, note: string, { ways }: WayGraph): string {
  const role = ways[way]?.role;
  return role === 'there' || role === 'back' ? `${texts.directions[role]}: ${note}` : note;
}

/** On how many of the ways it lies, or on which of the two. */
function share(own: readonly number[], { ways, isPart }: WayGraph): string {
  const roles = own.flatMap((way) => ways[way]?.role ?? []);
  if (roles.includes('there') || roles.includes('back')) {
    if (roles.includes('there') && roles.includes('back')) return texts.bothDirections;
    return texts.directions[roles.includes('there') ? 'there' : 'back'];
  }
  const taken = roles.includes('taken') ? texts.taken : texts.possible;
  const count = isPart ? texts.onDrawnPaths : texts.onPaths;
  return `${count(new Set(own).size, ways.length)}, ${taken}`;
}

export function wayEdgeDetail(edge: WayEdge, graph: WayGraph): Detail {
  if (edge.isAround) return { name: texts.aroundAgain, lines: [share(edge.ways, graph)], refs: [] };
  const kind = edge.kind === null ? strings.linkKinds.link : strings.linkKinds[edge.kind];
  return {
    name: `${texts.linkName(kind, linkTitle({ name: edge.link, side: edge.side }))}: ${
      edge.role === 'back' ? `${edge.to} → ${edge.from}` : `${edge.from} → ${edge.to}`
    }`,
    lines: [share(edge.ways, graph), texts.latency(`${edge.latencyMs} ms`)],
    refs: edge.link === null ? [] : [linkRef(edge.link)],
  };
}
