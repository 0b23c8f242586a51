/** The page's icons: 16 by 16, drawn with the text's colour; words beside them or labels on their buttons tell what they mean. */
import type { JSX } from 'react';
import type { CellState } from '../../shared/strings/app';

const PATHS = {
  add: 'M8 3.5v9M3.5 8h9',
  up: 'M8 12.5v-9M4.5 7 8 3.5 11.5 7',
  down: 'M8 3.5v9M4.5 9 8 12.5 11.5 9',
  remove: 'M3.5 4.5h9M6.5 4.5v-1h3v1M5 4.5l.5 8h5l.5-8M7 7v3.5M9 7v3.5',
  write: 'M3.5 12.5l.6-2.6 6.3-6.3a1 1 0 0 1 1.4 0l.6.6a1 1 0 0 1 0 1.4l-6.3 6.3zM9.4 4.6l2 2',
  copy: 'M6 5.5h6.5v7H6zM3.5 10.5v-7H10',
  close: 'M4 4l8 8M12 4l-8 8',
  check: 'M3.5 8.5l3 3 6-7',
  cross: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  warning: 'M8 2.5l6 11H2zM8 6.5v3.5M8 11.6v.4',
  clock: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 5v3l2 1.5',
  stale: 'M3 8a5 5 0 0 1 8.7-3.3L13 6M13 3v3h-3M13 8a5 5 0 0 1-8.7 3.3L3 10M3 13v-3h3',
  running: 'M8 2.5a5.5 5.5 0 1 1-5.5 5.5',
  blocked: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM4.2 4.2l7.6 7.6',
  empty: 'M5 8h6',
  run: 'M5 3.5v9l7-4.5z',
  back: 'M9.5 4l-4 4 4 4',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  grip: 'M6 4h.01M6 8h.01M6 12h.01M10 4h.01M10 8h.01M10 12h.01',
  outline: 'M2.5 4h11M5 8h8.5M5 12h8.5',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.5 10.5l3 3',
  folded: 'M6 4l4 4-4 4',
  unfolded: 'M4 6l4 4 4-4',
  stop: 'M4.5 4.5h7v7h-7z',
  image: 'M2.5 3.5h11v9h-11zM2.5 10.5l3-3 3 3 2-2 3 3M10.5 6.5v.1',
} as const;

export type IconName = keyof typeof PATHS;

export const STATE_ICONS: Readonly<Record<CellState, IconName>> = {
  empty: 'empty',
  fresh: 'check',
  stale: 'stale',
  queued: 'clock',
  running: 'running',
  failed: 'cross',
  error: 'warning',
  blocked: 'blocked',
};

export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg className={`icon icon-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
