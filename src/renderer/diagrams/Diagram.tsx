/**
 * Shows a picture in the window: the tree as SVG elements, with a tooltip for every part that has a detail.
 * The picture is one stop of the Tab key; arrow keys, Home and End go from part to part.
 */
import {
  createElement,
  Fragment,
  useContext,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
} from 'react';
import { nextStop } from '../ui/next-stop';
import { PictureActions } from './actions';
import './diagrams.css';
import { Moving } from './Moving';
import { partIndexes, samePart } from './picture-parts';
import { REFERENCES, referenceList } from './references';
import type { Detail, SvgNode } from './svg';
import { Tooltip, type TooltipPlace } from './Tooltip';

export interface DiagramProps {
  readonly picture: SvgNode;
  readonly className?: string;
}

export function Diagram({ picture, className }: DiagramProps): ReactElement {
  const { ask } = useContext(PictureActions);
  const [current, setCurrent] = useState(0);
  const [shown, setShown] = useState<TooltipPlace | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const tooltipId = useId();
  const parts = useMemo(() => partIndexes(picture), [picture]);
  const last = parts.size - 1;
  const before = useRef({ picture, hasFocus: false });
  useLayoutEffect(() => {
    const { picture: old, hasFocus } = before.current;
    before.current = { picture, hasFocus };
    if (old === picture) return;
    // Its elements are those of the old picture, one by one: the keyboard stays with what it was on.
    const index = Math.min(samePart(old, current, picture) ?? current, parts.size - 1);
    setCurrent(index);
    // The element that had the focus may be gone; and a dialog that closes gives it back without an event.
    const { activeElement } = document;
    const isHere = frame.current?.contains(activeElement) === true;
    if (isHere || (hasFocus && activeElement === document.body))
      frame.current?.querySelector<SVGElement>(`[data-part="${index}"]`)?.focus({ preventScroll: true });
  }, [picture, parts, current]);

  const show = (target: Element, detail: Detail): void => {
    setShown({ detail, target });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape') {
      setShown(null);
      return;
    }
    if (event.key === ' ') {
      // What a click does to a part, for the keyboard; Enter belongs to what stands around the picture.
      event.preventDefault();
      event.target.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      return;
    }
    const next = nextStop(event.key, Math.min(current, last), last);
    if (next === null) return;
    event.preventDefault();
    setCurrent(next);
    frame.current?.querySelector<SVGElement>(`[data-part="${next}"]`)?.focus();
  };

  const render = (node: SvgNode, key: number): ReactElement => {
    const properties: Record<string, unknown> = { key };
    for (const [name, value] of Object.entries(node.attributes)) properties[propertyName(name)] = value;
    if (node === picture) {
      // An image would hide its parts from assistive technology; in the window they can be visited.
      properties['role'] = 'group';
    }
    const { detail } = node;
    const index = parts.get(node);
    if (detail !== undefined && index !== undefined) {
      Object.assign(properties, {
        role: 'img',
        'aria-label': detail.name,
        'aria-describedby': shown?.detail === detail ? tooltipId : undefined,
        tabIndex: index === Math.min(current, last) ? 0 : -1,
        className: 'diagram-part',
        'data-part': index,
        ...(detail.refs === undefined || detail.refs.length === 0 || detail.ask !== undefined
          ? {}
          : { [REFERENCES]: referenceList(detail.refs) }),
        ...(detail.ask === undefined || ask === null
          ? {}
          : { onClick: () => ask(detail.ask?.node ?? '', detail.ask?.command ?? '') }),
        onFocus: (event: { currentTarget: Element }) => {
          before.current.hasFocus = true;
          setCurrent(index);
          show(event.currentTarget, detail);
        },
        onBlur: () => {
          before.current.hasFocus = false;
          setShown(null);
        },
        onPointerEnter: (event: { currentTarget: Element }) => show(event.currentTarget, detail),
        onPointerLeave: () => setShown(null),
      });
    }
    return createElement(node.tag, properties, node.text, ...node.children.map(render));
  };

  return (
    <Fragment>
      <div
        ref={frame}
        className={className === undefined ? 'diagram' : `diagram ${className}`}
        onKeyDown={onKeyDown}
      >
        {render(picture, 0)}
      </div>
      <Moving frame={frame} picture={picture} />
      {shown === null || !hasPart(parts, shown.detail) ? null : <Tooltip id={tooltipId} place={shown} />}
    </Fragment>
  );
}

/** False once the picture has changed under a tooltip. */
function hasPart(parts: ReadonlyMap<SvgNode, number>, detail: Detail): boolean {
  for (const node of parts.keys()) if (node.detail === detail) return true;
  return false;
}

/** React's name of an SVG attribute: `stroke-width` is `strokeWidth`; aria and data attributes keep theirs. */
function propertyName(attribute: string): string {
  if (attribute.startsWith('aria-') || attribute.startsWith('data-')) return attribute;
  return attribute.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
