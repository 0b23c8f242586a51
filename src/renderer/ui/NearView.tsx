/**
 * What is far from view is not drawn: its place stays, as high as it was or as it is likely to be. What has
 * been drawn stays drawn until it is far away and changes.
 */
import { useEffect, useRef, useState, type JSX, type ReactNode } from 'react';
import type { Language } from '../../shared/language';
import { observeNear } from './near';
import { useSpoken } from './spoken';

interface Props {
  /** Likely height, px, until it has been drawn once. */
  readonly height: number;
  /** What is drawn: while it is the same, there is nothing to draw anew. */
  readonly of: unknown;
  readonly children: () => ReactNode;
}

interface Drawn {
  readonly of: unknown;
  readonly spoken: Language;
  readonly content: ReactNode;
}

export function NearView({ height, of, children }: Props): JSX.Element {
  const spoken = useSpoken();
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [kept, setKept] = useState(height);
  useEffect(() => {
    const { current } = place;
    if (current === null) return undefined;
    return observeNear(current, (isNear, now) => {
      if (!isNear && current.childElementCount > 0) setKept(now);
      setNear(isNear);
    });
  }, []);

  let latest = drawn;
  if (near && (drawn?.of !== of || drawn?.spoken !== spoken)) {
    latest = { of, spoken, content: children() };
    setDrawn(latest);
  }
  const shown = latest?.of === of && latest?.spoken === spoken;
  return (
    <div ref={place} style={shown ? undefined : { height: kept }}>
      {shown ? latest?.content : null}
    </div>
  );
}
