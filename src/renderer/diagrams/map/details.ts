/** What each part of a map says of itself when pointed at or focused. */
import type { AreaOfNetwork, LinkView } from '../../../shared/network-view';
import type { AreaView } from '../../../shared/results';
import { areaRef, linkRef, nodeRef, prefixRef } from '../references';
import { strings } from '../strings';
import type { Detail } from '../svg';
import { deviceOf, type MapNode } from './graph';

const texts = strings.map;
const MOST_INTERFACES = 8;

export function nodeDetail(node: MapNode): Detail {
  if (node.lan !== null) return linkDetail(node.lan);
  const { view } = node;
  if (view?.folded !== undefined && view.area !== null) return foldedDetail(view.area, view.folded, view.up);
  const kind = strings.nodeKinds[node.kind];
  if (view === null) return { name: node.id, lines: [kind] };
  const addressed = view.interfaces.filter((port) => port.address !== null || !port.up);
  const shown = addressed.slice(0, MOST_INTERFACES);
  const hidden = addressed.length - shown.length;
  const lines = [
    view.area === null ? null : texts.areaName(strings.areaKinds[view.area.kind], view.area.name),
    view.asn === null ? null : texts.asn(view.asn),
    ...shown.map((port) => texts.interface(port.name, port.address, port.up)),
    hidden > 0 ? texts.more(hidden) : null,
    view.description,
    view.inferred ? texts.inferred : null,
  ];
  return {
    name: texts.nodeName(view.name, kind, !view.up),
    lines: lines.filter((line) => line !== null),
    // A VRF of a router is that router, too.
    refs: [...new Set([view.name, deviceOf(view.name)])].map(nodeRef),
  };
}

function foldedDetail(area: AreaView, inside: readonly string[], up: boolean): Detail {
  const name = texts.areaName(strings.areaKinds[area.kind], area.name);
  const shown = inside.slice(0, MOST_INTERFACES);
  const hidden = inside.length - shown.length;
  return {
    name: texts.nodeName(name, texts.folded, !up),
    lines: [...shown, ...(hidden > 0 ? [texts.more(hidden)] : [])],
    refs: [areaRef(area.name)],
  };
}

export function linkDetail(link: LinkView): Detail {
  const path = link.path === null ? null : texts.pathShort[link.path];
  const lines = [
    texts.between(
      link.ends.map((end) => (end.interface === null ? end.node : `${end.node}:${end.interface}`)),
    ),
    link.path === null ? null : texts.path[link.path],
    texts.latency(link.latencyMs),
    link.bandwidth === null ? null : texts.bandwidth(link.bandwidth),
  ];
  return {
    name: texts.linkName(strings.linkKinds[link.kind], link.name, path, !link.up),
    lines: lines.filter((line) => line !== null),
    refs: [linkRef(link.name)],
  };
}

export function areaDetail(area: AreaOfNetwork): Detail {
  const { kind, prefixes, subnets = [] } = area;
  const named = subnets.map(({ name, prefix }) => texts.subnet(name, prefix));
  // A site is no more than its LANs, which are named.
  const lines = [area.region, ...(kind === 'site' ? [] : prefixes), ...named].filter((line) => line !== null);
  return {
    name: texts.areaName(strings.areaKinds[kind], area.name),
    lines,
    refs: [areaRef(area.name), ...prefixes.map(prefixRef)],
  };
}
