/** What a live editor is told at its making: the same letters at the same places as the text at rest (code.css). */
import type { editor } from './monaco';

export function editorOptions(font: string, numbered: boolean): editor.IStandaloneEditorConstructionOptions {
  return {
    model: null,
    fontFamily: font,
    fontSize: 13,
    lineHeight: 20,
    padding: { top: 8, bottom: 8 },
    lineNumbers: numbered ? 'on' : 'off',
    lineNumbersMinChars: 3,
    lineDecorationsWidth: 12,
    glyphMargin: false,
    folding: false,
    minimap: { enabled: false },
    overviewRulerLanes: 0,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    scrollBeyondLastLine: false,
    scrollBeyondLastColumn: 2,
    // Only a text longer than the tallest editor (code.css) scrolls in itself.
    scrollbar: { vertical: 'auto', verticalScrollbarSize: 10, alwaysConsumeMouseWheel: false },
    renderLineHighlight: 'none',
    occurrencesHighlight: 'off',
    selectionHighlight: false,
    guides: { indentation: false },
    stickyScroll: { enabled: false },
    // Tab would be caught in here; Enter on the cell leads in.
    tabIndex: -1,
    contextmenu: false,
    links: false,
    tabSize: 2,
    insertSpaces: true,
    detectIndentation: false,
    fixedOverflowWidgets: true,
    wordBasedSuggestions: 'off',
    quickSuggestions: { other: true, comments: false, strings: true },
    acceptSuggestionOnEnter: 'smart',
    suggest: { showStatusBar: false, preview: false },
    hover: { delay: 250 },
    automaticLayout: false,
  };
}
