/** What a part of a picture says of itself, beside it and inside the window. */
import { useLayoutEffect, useRef, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import type { Detail } from './svg';

export interface TooltipPlace {
  readonly detail: Detail;
  /** The part it stands beside. */
  readonly target: Element;
}

const DISTANCE = 8;

export function Tooltip({ id, place }: { readonly id: string; readonly place: TooltipPlace }): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const settle = (): void => {
      if (box.current !== null) placeBeside(box.current, place.target.getBoundingClientRect());
    };
    settle();
    // Focus may have scrolled the part into view; the tooltip goes with it.
    window.addEventListener('scroll', settle, { capture: true, passive: true });
    return () => window.removeEventListener('scroll', settle, { capture: true });
  }, [place]);
  return createPortal(
    <div ref={box} id={id} role="tooltip" className="diagram-tooltip">
      <strong>{place.detail.name}</strong>
      {place.detail.lines.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no identity but their place
        <span key={index}>{line}</span>
      ))}
    </div>,
    // Beside what it tells of: in the same landmark, and above a dialog if it stands in one.
    place.target.closest('main, aside, dialog') ?? document.body,
  );
}

/** Below the part, or above it where there is no room below; never beyond the window's sides. */
function placeBeside(box: HTMLElement, around: DOMRect): void {
  const { width, height } = box.getBoundingClientRect();
  const middle = around.left + around.width / 2 - width / 2;
  const left = Math.max(DISTANCE, Math.min(middle, window.innerWidth - width - DISTANCE));
  const below = around.bottom + DISTANCE;
  const fits = below + height <= window.innerHeight;
  box.style.left = `${left}px`;
  box.style.top = `${fits ? below : Math.max(DISTANCE, around.top - height - DISTANCE)}px`;
}
