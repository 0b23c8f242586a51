/** How the page looks beyond light and dark: contrast, motion, spacing, of the settings or of the system. */
import type { Followed, LookSettings } from '../../shared/settings';
import type { Store } from './store';

const CONTRAST = '(prefers-contrast: more)';
const MOTION = '(prefers-reduced-motion: reduce)';

function holds(setting: Followed, query: string): boolean {
  return setting === 'system' ? matchMedia(query).matches : setting === 'on';
}

function apply({ highContrast, reducedMotion, spacing }: LookSettings): void {
  const { dataset } = document.documentElement;
  dataset['contrast'] = holds(highContrast, CONTRAST) ? 'high' : 'usual';
  dataset['motion'] = holds(reducedMotion, MOTION) ? 'reduced' : 'usual';
  dataset['spacing'] = spacing;
}

/** True where nothing may move by itself. */
export function isCalm(): boolean {
  return document.documentElement.dataset['motion'] === 'reduced';
}

export function followLook(store: Store): void {
  const follow = (): void => apply(store.get().settings);
  follow();
  let last = store.get().settings;
  store.subscribe(() => {
    const { settings } = store.get();
    if (settings !== last) follow();
    last = settings;
  });
  for (const query of [CONTRAST, MOTION]) matchMedia(query).addEventListener('change', follow);
}
