/** A map's tables: its nodes and its links, in the order of the topology. */
import type { LinkView, NetworkView, NodeView } from '../../../shared/network-view';
import { strings } from '../strings';
import type { TableView } from '../table';
import { nodesShown } from './graph';
import { mapName } from './name';

export function mapTables(view: NetworkView): readonly TableView[] {
  return [
    { caption: mapName(view), columns: strings.map.columns, rows: nodesShown(view).map(nodeRow) },
    { caption: strings.map.links, columns: strings.map.linkColumns, rows: view.links.map(linkRow) },
  ];
}

function nodeRow(node: NodeView): string[] {
  return [
    node.name,
    node.folded === undefined ? strings.nodeKinds[node.kind] : strings.map.inside(node.folded.length),
    node.area === null ? '' : strings.map.areaName(strings.areaKinds[node.area.kind], node.area.name),
    state(node.up),
    node.interfaces.flatMap((port) => port.address ?? []).join(', '),
  ];
}

function linkRow(link: LinkView): string[] {
  return [
    link.name,
    strings.linkKinds[link.kind],
    strings.map.between(link.ends.map((end) => end.node)),
    state(link.up),
  ];
}

function state(up: boolean): string {
  return up ? strings.map.up : strings.map.down;
}
