/** Monaco's theme, made of the design tokens; made again when they change. */
import { editor } from './monaco';

const NAME = 'tracebook';
const CODE_TOKENS = ['keyword', 'name', 'number', 'string', 'comment', 'operator', 'prompt'] as const;

function define(dark: boolean): void {
  const style = getComputedStyle(document.documentElement);
  // Monaco knows six digits alone, and the build shortens what it can.
  const colour = (name: string): string =>
    style
      .getPropertyValue(`--color-${name}`)
      .trim()
      .replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
  editor.defineTheme(NAME, {
    base: dark ? 'vs-dark' : 'vs',
    inherit: false,
    rules: [
      { token: '', foreground: colour('text') },
      { token: 'heading', foreground: colour('text'), fontStyle: 'bold' },
      ...CODE_TOKENS.map((token) => ({ token, foreground: colour(`code-${token}`) })),
    ],
    colors: {
      'editor.background': colour('surface-sunken'),
      'editor.foreground': colour('text'),
      'editorCursor.foreground': colour('text'),
      'editor.selectionBackground': colour('selection'),
      'editor.inactiveSelectionBackground': colour('surface-hover'),
      'editorBracketMatch.background': colour('surface-hover'),
      'editorBracketMatch.border': colour('border-strong'),
      'editorError.foreground': colour('error'),
      'editorWarning.foreground': colour('warn'),
      'editorWidget.background': colour('surface'),
      'editorWidget.foreground': colour('text'),
      'editorWidget.border': colour('border'),
      'editorSuggestWidget.background': colour('surface'),
      'editorSuggestWidget.border': colour('border'),
      'editorSuggestWidget.foreground': colour('text'),
      'editorSuggestWidget.selectedBackground': colour('accent-soft'),
      'editorSuggestWidget.selectedForeground': colour('text'),
      'editorSuggestWidget.highlightForeground': colour('accent'),
      'editorSuggestWidget.focusHighlightForeground': colour('accent'),
      'editorHoverWidget.background': colour('surface'),
      'editorHoverWidget.foreground': colour('text'),
      'editorHoverWidget.border': colour('border-strong'),
      'list.hoverBackground': colour('surface-hover'),
      focusBorder: colour('focus'),
      descriptionForeground: colour('text-muted'),
    },
  });
  editor.setTheme(NAME);
}

export function followTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = (): void => define(dark.matches);
  follow();
  dark.addEventListener('change', follow);
  const contrast = { attributes: true, attributeFilter: ['data-contrast'] };
  new MutationObserver(follow).observe(document.documentElement, contrast);
}
