/**
 * Keeps the caret in the window. A text is as high as its lines, so the editor has nothing to scroll: the page has to
 * follow the caret, and a page of a text is one of the window.
 */
import { pageTop } from '../app/page-view';
import { editor, KeyCode, KeyMod } from './monaco';

/** Heights of the window, px from its top. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** How far the page has to be scrolled so that the caret is seen, px; `line` is the height of its line. */
export function scrollFor(caret: Extent, window: Extent, line: number): number {
  const above = caret.top - line - window.top;
  const below = caret.bottom + line - window.bottom;
  if (above < 0) return above;
  // In a window of hardly a line the caret counts, not what stands around it.
  return below > 0 ? Math.min(below, above) : 0;
}

function seen(): Extent {
  return { top: pageTop(), bottom: window.innerHeight };
}

/** Scrolls the page to the caret, once what the editor shows has changed. */
function reveal(instance: editor.IStandaloneCodeEditor): void {
  const position = instance.getPosition();
  const element = instance.getDomNode();
  if (position === null || element === null || !instance.hasTextFocus()) return;
  const at = instance.getScrolledVisiblePosition(position);
  if (at === null) return;
  const top = element.getBoundingClientRect().top + at.top;
  const by = scrollFor({ top, bottom: top + at.height }, seen(), at.height);
  if (by !== 0) document.body.scrollBy({ top: by, behavior: 'instant' });
}

export interface CaretView {
  /** Shows the caret soon, as after a key that went into the text. */
  readonly show: () => void;
}

export function followCaret(instance: editor.IStandaloneCodeEditor): CaretView {
  let frame: number | null = null;
  const show = (): void => {
    frame ??= requestAnimationFrame(() => {
      frame = null;
      reveal(instance);
    });
  };
  // A click shows its place already: the page must not move under it.
  instance.onDidChangeCursorPosition(({ source }) => {
    if (source !== 'mouse') show();
  });
  instance.onDidContentSizeChange(({ contentHeightChanged }) => {
    if (contentHeightChanged) show();
  });
  for (const [key, to] of [
    [KeyCode.PageUp, 'up'],
    [KeyCode.PageDown, 'down'],
  ] as const)
    for (const select of [false, true]) addPaging(instance, select ? KeyMod.Shift | key : key, to, select);
  return { show };
}

function addPaging(
  instance: editor.IStandaloneCodeEditor,
  keys: number,
  to: 'up' | 'down',
  select: boolean,
): void {
  instance.addAction({
    id: `tracebook.page.${to}.${select ? 'select' : 'move'}`,
    label: `Page ${to}`,
    keybindings: [keys],
    precondition: '!suggestWidgetVisible',
    run() {
      const { top, bottom } = seen();
      const lines = Math.floor((bottom - top) / instance.getOption(editor.EditorOption.lineHeight)) - 2;
      instance.trigger('keyboard', 'cursorMove', {
        to,
        by: 'wrappedLine',
        value: Math.max(1, lines),
        select,
      });
    },
  });
}
