/** The layout of a map as it comes: until that of a new network is there, the one before stays. */
import { useEffect, useState } from 'react';
import type { NetworkView } from '../../shared/network-view';
import { layoutInBackground, layoutNow } from './layout-service';
import type { MapLayout } from './map/layout';

export interface LaidOut {
  readonly view: NetworkView;
  readonly layout: MapLayout;
}

export interface MapInView {
  /** Null until there is a first one. */
  readonly shown: LaidOut | null;
  readonly isPending: boolean;
}

export function useLayout(view: NetworkView): MapInView {
  const [kept, setKept] = useState<LaidOut | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const ready = layoutNow(view);
  const isReady = ready !== null;
  useEffect(() => {
    if (isReady) return undefined;
    const waiting = new AbortController();
    layoutInBackground(view, waiting.signal).then(
      (layout) => setKept({ view, layout }),
      (error: Error) => setFailure(error),
    );
    return () => waiting.abort();
  }, [view, isReady]);
  // The boundary around the picture tells of it.
  if (failure !== null) throw failure;
  if (ready !== null && kept?.layout !== ready) setKept({ view, layout: ready });
  return { shown: ready === null ? kept : { view, layout: ready }, isPending: ready === null };
}
