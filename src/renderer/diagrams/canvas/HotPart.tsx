/** The part of a canvas that is pointed at or focused, as an element: so everything on the page can deal with it. */
import { useEffect, useRef, useState, type JSX } from 'react';
import { areaDetail, linkDetail, nodeDetail } from '../map/details';
import { REFERENCES, referenceList } from '../references';
import type { Detail } from '../svg';
import { Tooltip } from '../Tooltip';
import type { View } from './draw';
import type { Part } from './scene';

interface Props {
  readonly part: Part;
  readonly view: View;
  /** By keyboard; else by the pointer. */
  readonly isCurrent: boolean;
  /** It takes the focus when it is drawn. */
  readonly takesFocus: boolean;
}

export function detailOf(part: Part): Detail {
  if (part.kind === 'node') return nodeDetail(part.placed.node);
  if (part.kind === 'area') {
    return part.frame.area === null ? { name: part.frame.title, lines: [] } : areaDetail(part.frame.area);
  }
  return part.placed.edge.link === null ? { name: '', lines: [] } : linkDetail(part.placed.edge.link);
}

export function HotPart({ part, view, isCurrent, takesFocus }: Props): JSX.Element {
  const element = useRef<SVGGElement>(null);
  const [target, setTarget] = useState<Element | null>(null);
  const detail = detailOf(part);
  useEffect(() => {
    if (takesFocus) element.current?.focus({ preventScroll: true });
    if (!isCurrent) setTarget(element.current);
  }, [takesFocus, isCurrent]);
  return (
    <>
      <g
        ref={element}
        role="img"
        aria-label={detail.name}
        className="diagram-part"
        {...names(part)}
        {...(detail.refs === undefined ? {} : { [REFERENCES]: referenceList(detail.refs) })}
        {...(isCurrent ? { tabIndex: 0 } : {})}
        onFocus={(event) => setTarget(event.currentTarget)}
        onBlur={() => setTarget(null)}
      >
        {shapeOf(part, view)}
      </g>
      {target === null || (part.kind === 'area' && !isCurrent) ? null : (
        <Tooltip id="map-part" place={{ detail, target }} />
      )}
    </>
  );
}

function names(part: Part): Readonly<Record<string, string>> {
  if (part.kind === 'area') return {};
  if (part.kind === 'link') return { 'data-link': part.placed.edge.link?.name ?? '' };
  const { lan, view } = part.placed.node;
  return lan === null ? { 'data-node': view?.name ?? '' } : { 'data-link': lan.name };
}

function shapeOf(part: Part, { x, y, k }: View): JSX.Element {
  switch (part.kind) {
    case 'node': {
      const { placed } = part;
      const radius = Math.max(6, placed.node.radius * k);
      return <circle cx={placed.x * k + x} cy={placed.y * k + y} r={radius} fill="transparent" />;
    }
    case 'link': {
      const [a, b] = part.placed.ends;
      const ends = { x1: a.x * k + x, y1: a.y * k + y, x2: b.x * k + x, y2: b.y * k + y };
      return <line {...ends} stroke="transparent" strokeWidth={10} />;
    }
    case 'area': {
      const { left, top, right, bottom } = part.frame;
      const box = { x: left * k + x, y: top * k + y, width: (right - left) * k, height: (bottom - top) * k };
      return <rect {...box} fill="transparent" />;
    }
  }
}
