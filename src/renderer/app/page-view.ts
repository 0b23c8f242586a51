/** How far the page is read: told to main as it changes, and taken up again when the document is there. */
import type { PageView, TracebookApi } from '../../shared/ipc';
import { hold } from './hold';
import type { Store } from './store';

/** ms in which scrolling is gathered. */
const GATHER = 300;

/** The height of what stands above the cells and stays there, px. */
export function pageTop(): number {
  return document.querySelector('.page-top')?.getBoundingClientRect().bottom ?? 0;
}

export function currentView(store: Store): PageView {
  const { selected, outline } = store.get();
  const edge = pageTop();
  for (const cell of document.querySelectorAll<HTMLElement>('[data-cell-id]')) {
    const box = cell.getBoundingClientRect();
    if (box.bottom <= edge) continue;
    return { cell: cell.dataset['cellId'] ?? null, offset: edge - box.top, selected, outline };
  }
  return { cell: null, offset: 0, selected, outline };
}

function scrollTo({ cell, offset }: PageView): void {
  if (cell === null) return;
  const element = document.querySelector(`[data-cell-id="${CSS.escape(cell)}"]`);
  if (element === null) return;
  document.body.scrollBy({
    top: element.getBoundingClientRect().top + offset - pageTop(),
    behavior: 'instant',
  });
}

/** Keys scroll what has the focus: when nothing else has it, the page is given it before they act. */
function scrollByKeys(): void {
  const { body } = document;
  body.tabIndex = -1;
  window.addEventListener('keydown', ({ target }) => {
    if (target === body) body.focus({ preventScroll: true });
  });
}

export function followPageView(store: Store, api: Pick<TracebookApi, 'remember'>): void {
  scrollByKeys();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = '';
  const tell = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (store.get().phase !== 'ready') return;
      const view = currentView(store);
      if (JSON.stringify(view) === told) return;
      told = JSON.stringify(view);
      // Where the page was read to is worth no message when it cannot be kept.
      api.remember(view).catch(() => undefined);
    }, GATHER);
  };
  document.body.addEventListener('scroll', tell, { passive: true });
  let last = store.get();
  store.subscribe(() => {
    const state = store.get();
    if (state.selected !== last.selected || state.outline !== last.outline) tell();
    last = state;
    const { view } = state;
    if (view === null) return;
    store.update((now) => ({ ...now, view: null }));
    requestAnimationFrame(() => hold(() => scrollTo(view)));
  });
}
