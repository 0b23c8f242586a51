/**
 * A few live editors for any number of cells. A cell borrows one while it is edited or pointed at; the one
 * used longest ago goes to the next cell that asks. Texts live in the notebook: each model only mirrors its
 * cell's text and is dropped when its cell rests.
 */
import type { CellKind } from '../../shared/notebook';
import type { Caret } from '../app/commands';
import type { Problem } from '../../shared/problem';
import { followCaret, type CaretView } from './caret-view';
import { replacedRange } from './diff';
import { languageOf } from './languages';
import { editor, KeyCode, MarkerSeverity, Range, Uri } from './monaco';
import { editorOptions } from './options';

/** What a cell wants to know of the editor it borrows. */
export interface Borrower {
  readonly cellId: string;
  readonly kind: CellKind;
  readonly text: string;
  readonly label: string;
  readonly readOnly: boolean;
  readonly mount: HTMLElement;
  onText(text: string): void;
  onFocus(): void;
  onBlur(): void;
  onEscape(): void;
  /** Content height, px. */
  onHeight(height: number): void;
  /** The editor went to another cell. */
  onEvicted(): void;
}

export interface Loan {
  focus(): void;
  /** Puts the caret at a point of the window and takes the keyboard. */
  focusAt(x: number, y: number): void;
  setText(text: string): void;
  setKind(kind: CellKind): void;
  setLabel(label: string): void;
  setProblems(problems: readonly Problem[]): void;
  /** Marks a match of a search and brings it into view, without taking the keyboard; null takes the mark away. */
  setFound(range: TextRange | null): void;
  end(): void;
}

/** Offsets in the text; the end is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

interface Slot {
  readonly editor: editor.IStandaloneCodeEditor;
  readonly element: HTMLElement;
  readonly found: editor.IEditorDecorationsCollection;
  readonly caret: CaretView;
  borrower: Borrower | null;
  usedAt: number;
  /** What is being composed, as with an input method for Japanese, is no text yet. */
  composing: boolean;
}

const MOST = 3;
/** Whether editors show line numbers. */
let numbered = false;
const MARKERS = 'tracebook';
const URI_SCHEME = 'cell';

/** The cell a model belongs to. */
export function cellIdOf(model: editor.ITextModel): string {
  return model.uri.path.slice(1);
}

function toMarker(problem: Problem): editor.IMarkerData {
  const { line, column, endLine = line, endColumn = column + 1, message, hint, severity } = problem;
  return {
    severity: severity === 'error' ? MarkerSeverity.Error : MarkerSeverity.Warning,
    message: hint === undefined ? message : `${message}\n${hint}`,
    startLineNumber: line,
    startColumn: column,
    endLineNumber: endLine,
    endColumn,
  };
}

const slots: Slot[] = [];
let uses = 0;

function createSlot(): Slot {
  const element = document.createElement('div');
  element.className = 'live-editor';
  const font = getComputedStyle(document.documentElement).getPropertyValue('--font-mono').trim();
  const instance = editor.create(element, editorOptions(font, numbered));
  const found = instance.createDecorationsCollection();
  const slot: Slot = {
    editor: instance,
    element,
    found,
    caret: followCaret(instance),
    borrower: null,
    usedAt: 0,
    composing: false,
  };
  instance.onDidFocusEditorText(() => slot.borrower?.onFocus());
  instance.onDidBlurEditorWidget(() => slot.borrower?.onBlur());
  instance.onDidChangeModelContent(() => {
    if (!slot.composing) tellText(slot);
  });
  instance.onDidCompositionStart(() => {
    slot.composing = true;
  });
  instance.onDidCompositionEnd(() => endComposition(slot));
  instance.onDidContentSizeChange((event) => {
    if (!event.contentHeightChanged || slot.borrower === null) return;
    slot.borrower.onHeight(event.contentHeight);
    instance.layout();
  });
  instance.addAction({
    id: 'tracebook.leave',
    label: 'Leave the editor',
    keybindings: [KeyCode.Escape],
    precondition: '!suggestWidgetVisible && !editorHasMultipleSelections && !markersNavigationVisible',
    run: () => slot.borrower?.onEscape(),
  });
  new ResizeObserver(() => instance.layout()).observe(element);
  // Lists and tips lie over the page: they go with the line they belong to.
  const follow = (): void => {
    if (instance.hasWidgetFocus()) instance.render(true);
  };
  document.body.addEventListener('scroll', follow, { passive: true });
  return slot;
}

function tellText({ editor: instance, borrower }: Slot): void {
  borrower?.onText(instance.getValue({ lineEnding: '\n', preserveBOM: false }));
}

function endComposition(slot: Slot): void {
  if (!slot.composing) return;
  slot.composing = false;
  tellText(slot);
}

function takeSlot(): Slot {
  const free = slots.find((slot) => slot.borrower === null);
  if (free !== undefined) return free;
  if (slots.length < MOST) {
    const slot = createSlot();
    slots.push(slot);
    return slot;
  }
  const idle = slots.filter((slot) => !slot.editor.hasWidgetFocus());
  const oldest = idle.toSorted((a, b) => a.usedAt - b.usedAt)[0];
  if (oldest === undefined) throw new Error('more than one editor has the keyboard');
  const evicted = oldest.borrower;
  release(oldest);
  evicted?.onEvicted();
  return oldest;
}

function release(slot: Slot): void {
  endComposition(slot);
  const model = slot.editor.getModel();
  slot.borrower = null;
  slot.found.clear();
  slot.editor.setModel(null);
  model?.dispose();
  slot.element.remove();
}

/** Lends an editor to a cell, evicting the one used longest ago if all are lent. */
export function borrow(borrower: Borrower): Loan {
  const slot = takeSlot();
  const uri = Uri.from({ scheme: URI_SCHEME, path: `/${borrower.cellId}` });
  const model = editor.createModel(borrower.text, languageOf(borrower.kind), uri);
  model.setEOL(editor.EndOfLineSequence.LF);
  // The editor's own setting does not reach models; the resting text has no colours by depth either.
  model.updateOptions({
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  });
  borrower.mount.append(slot.element);
  slot.editor.setModel(model);
  slot.editor.updateOptions({
    ariaLabel: borrower.label,
    readOnly: borrower.readOnly,
    wordWrap: borrower.kind === 'markdown' ? 'on' : 'off',
  });
  slot.borrower = borrower;
  slot.usedAt = uses += 1;
  borrower.onHeight(slot.editor.getContentHeight());
  slot.editor.layout();
  const mine = (): boolean => slot.borrower === borrower;
  return {
    focus: () => {
      slot.usedAt = uses += 1;
      slot.editor.focus();
      slot.caret.show();
    },
    focusAt(x, y) {
      const position = slot.editor.getTargetAtClientPoint(x, y)?.position ?? null;
      if (position !== null) slot.editor.setPosition(position);
      slot.editor.focus();
    },
    setText(text) {
      if (!mine() || model.getValue() === text) return;
      const { start, end, replacement } = replacedRange(model.getValue(), text);
      const from = model.getPositionAt(start);
      const to = model.getPositionAt(end);
      const range = Range.fromPositions(from, to);
      model.pushEditOperations(null, [{ range, text: replacement }], () => null);
      slot.editor.setPosition(model.getPositionAt(start + replacement.length));
    },
    setKind: (kind) => {
      if (!mine()) return;
      editor.setModelLanguage(model, languageOf(kind));
      slot.editor.updateOptions({ wordWrap: kind === 'markdown' ? 'on' : 'off' });
    },
    setLabel: (ariaLabel) => {
      if (mine()) slot.editor.updateOptions({ ariaLabel });
    },
    setFound: (range) => {
      if (!mine()) return;
      if (range === null) return slot.found.clear();
      const start = model.getPositionAt(range.start);
      const where = Range.fromPositions(start, model.getPositionAt(range.end));
      const mark = 'found-current';
      const options = where.isEmpty()
        ? { beforeContentClassName: `${mark} found-place` }
        : { className: mark };
      slot.found.set([{ range: where, options }]);
      slot.editor.setPosition(start);
      slot.editor.revealRangeInCenterIfOutsideViewport(where);
    },
    setProblems: (problems) => {
      if (mine())
        editor.setModelMarkers(model, MARKERS, problems.filter(({ line }) => line > 0).map(toMarker));
    },
    end: () => {
      if (mine()) release(slot);
    },
  };
}

/** Where the caret stands in the text that has the keyboard. */
export function caret(): Caret | null {
  const slot = slots.find(({ editor: instance }) => instance.hasWidgetFocus());
  const position = slot?.editor.getPosition() ?? null;
  const model = slot?.editor.getModel() ?? null;
  if (position === null || model === null) return null;
  return { cellId: cellIdOf(model), offset: model.getOffsetAt(position) };
}

/** Shows or hides line numbers in every editor, those to come too. */
export function setLineNumbers(shown: boolean): void {
  numbered = shown;
  for (const slot of slots) slot.editor.updateOptions({ lineNumbers: shown ? 'on' : 'off' });
}
