/** What a part of a picture says of itself, beside it and inside the window. */
import { useLayoutEffect, useRef, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import type { Detail } from './svg';

export interface TooltipPlace {
  readonly detail: Detail;
  /** The part's box in the window. */
  readonly around: DOMRect;
}

const DISTANCE = 8;

export function Tooltip({ id, place }: { readonly id: string; readonly place: TooltipPlace }): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const { width, height } = element.getBoundingClientRect();
    const { around } = place;
    const middle = around.left + around.width / 2 - width / 2;
    const left = Math.max(DISTANCE, Math.min(middle, window.innerWidth - width - DISTANCE));
    const below = around.bottom + DISTANCE;
    const fits = below + height <= window.innerHeight;
    element.style.left = `${left}px`;
    element.style.top = `${fits ? below : Math.max(DISTANCE, around.top - height - DISTANCE)}px`;
  }, [place]);
  return createPortal(
    <div ref={box} id={id} role="tooltip" className="diagram-tooltip">
      <strong>{place.detail.name}</strong>
      {place.detail.lines.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no identity but their place
        <span key={index}>{line}</span>
      ))}
    </div>,
    document.body,
  );
}
