/**
 * What is far from view is not drawn: its place stays, as high as it was or as it is likely to be. What has
 * been drawn stays drawn until it is far away and changes.
 */
import { useEffect, useRef, useState, type JSX, type ReactNode } from 'react';
import { whenCalm } from '../app/calm';

interface Props {
  /** Likely height, px, until it has been drawn once. */
  readonly height: number;
  /** What is drawn: while it is the same, there is nothing to draw anew. */
  readonly of: unknown;
  readonly children: () => ReactNode;
}

interface Drawn {
  readonly of: unknown;
  readonly content: ReactNode;
}

type Listener = (near: boolean) => void;

/** One observer for all: px above and below the window that count as near. */
const NEAR = '1000px 0px';
const listeners = new Map<Element, Listener>();
let observer: IntersectionObserver | null = null;

function observe(element: Element, listener: Listener): () => void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const entry of entries) listeners.get(entry.target)?.(entry.isIntersecting);
    },
    { rootMargin: NEAR },
  );
  listeners.set(element, listener);
  observer.observe(element);
  return () => {
    listeners.delete(element);
    observer?.unobserve(element);
  };
}

export function NearView({ height, of, children }: Props): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [kept, setKept] = useState(height);
  useEffect(() => {
    const { current } = place;
    if (current === null) return undefined;
    return observe(current, (isNear) => {
      whenCalm(() => {
        if (!isNear && current.childElementCount > 0) setKept(current.offsetHeight);
        setNear(isNear);
      });
    });
  }, []);

  let latest = drawn;
  if (near && drawn?.of !== of) {
    latest = { of, content: children() };
    setDrawn(latest);
  }
  const shown = latest?.of === of;
  return (
    <div ref={place} style={shown ? undefined : { height: kept }}>
      {shown ? latest?.content : null}
    </div>
  );
}
