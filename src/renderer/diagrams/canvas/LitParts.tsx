/** What is pointed at anywhere on the page gets a broken line round it on the map, what was clicked a whole one. */
import { useSyncExternalStore, type JSX } from 'react';
import { currentLit, subscribeToLit } from '../lit';
import { areaRef, linkRef, nodeRef, prefixRef } from '../references';
import type { View } from './draw';
import type { Scene } from './scene';

interface Props {
  readonly scene: Scene;
  readonly view: View;
}

export function LitParts({ scene, view: { x, y, k } }: Props): JSX.Element | null {
  const { hovered, pinned } = useSyncExternalStore(subscribeToLit, currentLit);
  if (hovered === null && pinned === null) return null;
  const classOf = (references: readonly string[]): string | null => {
    if (pinned !== null && references.includes(pinned)) return 'map-lit map-lit-pinned';
    return hovered !== null && references.includes(hovered) ? 'map-lit' : null;
  };
  const { frames, edges, nodes } = scene.layout;
  return (
    <>
      {frames.flatMap(({ area, left, top, right, bottom }) => {
        const name = area === null ? null : classOf([areaRef(area.name), ...area.prefixes.map(prefixRef)]);
        if (area === null || name === null) return [];
        const size = { width: (right - left) * k, height: (bottom - top) * k, rx: 10 * k };
        return [
          <rect
            key={`${area.kind} ${area.name}`}
            className={name}
            x={left * k + x}
            y={top * k + y}
            {...size}
          />,
        ];
      })}
      {edges.flatMap(({ edge, ends: [a, b], nodes: [from, to] }) => {
        const name = edge.link === null ? null : classOf([linkRef(edge.link.name)]);
        if (edge.link === null || name === null) return [];
        const ends = { x1: a.x * k + x, y1: a.y * k + y, x2: b.x * k + x, y2: b.y * k + y };
        return [<line key={`${edge.link.name} ${from} ${to}`} className={name} {...ends} />];
      })}
      {nodes.flatMap(({ node, ...at }) => {
        const name = node.view === null ? null : classOf([nodeRef(node.view.name)]);
        if (name === null) return [];
        const radius = Math.max((node.radius + 5) * k, 6);
        return [<circle key={node.id} className={name} cx={at.x * k + x} cy={at.y * k + y} r={radius} />];
      })}
    </>
  );
}
