/** A slide: its prose, the texts of its cells, and those of their results that are revealed. */
import { useEffect, useLayoutEffect, useMemo, useRef, type JSX } from 'react';
import type { CellOutput, ConsoleEntry } from '../../shared/evaluation';
import type { Cell, CellKind } from '../../shared/notebook';
import { cellIndex, networkAbove } from '../app/state';
import { useApp } from '../app/store';
import { presentWords, words } from '../app/strings';
import { BlockedNote } from '../cells/BlockedNote';
import { MarkdownView } from '../cells/MarkdownView';
import { ProblemList } from '../cells/ProblemList';
import { hasMap } from '../diagrams/map/graph';
import { NetworkMap } from '../diagrams/NetworkMap';
import { StaticCode } from '../editor/StaticCode';
import { CellOutputView } from '../output/CellOutputView';
import { ConsoleResult } from '../output/ConsoleResult';
import { useEditMarks } from '../output/edit-marks';
import { EditOutput } from '../output/EditOutput';
import { PicturesOf } from '../output/PicturesOf';
import { PredictOutput } from '../output/PredictOutput';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import type { Reveal, Slide, SlidePart } from './slides';

interface Props {
  readonly slide: Slide;
  readonly reveals: readonly Reveal[];
  /** How many of them are shown. */
  readonly count: number;
  /** The step that `stepped` stands at; null before it is stepped through. */
  readonly step: number | null;
  readonly stepped: Reveal | null;
}

export function SlideView({ slide, reveals, count, step, stepped }: Props): JSX.Element {
  const body = useRef<HTMLDivElement>(null);
  // Each slide is a new one: it begins at its top, with the keyboard.
  useLayoutEffect(() => {
    const page = body.current?.closest<HTMLElement>('.stage-slide');
    page?.scrollTo({ top: 0, behavior: 'instant' });
    page?.focus({ preventScroll: true });
  }, []);
  const calm = slide.parts.every(({ kind }) => kind === 'prose');
  const next = reveals[count];
  // What is in view: the trace that is stepped through, else what was revealed last.
  const latest = step === null ? reveals[count - 1] : stepped;
  return (
    <PicturesOf networkKey={null}>
      <div ref={body} className={calm ? 'stage-body stage-body-prose' : 'stage-body'}>
        {slide.parts.map((part, index) =>
          part.kind === 'prose' ? (
            <Prose key={`${part.cell.id} ${index}`} part={part} />
          ) : (
            <SlideCell
              key={part.cell.id}
              cell={part.cell}
              shown={reveals.slice(0, count).filter(({ cellId }) => cellId === part.cell.id)}
              all={reveals.filter(({ cellId }) => cellId === part.cell.id).length}
              latest={latest?.cellId === part.cell.id ? latest : null}
              isNext={next?.cellId === part.cell.id}
              step={stepped?.cellId === part.cell.id && step !== null ? { entry: stepped.entry, step } : null}
            />
          ),
        )}
      </div>
    </PicturesOf>
  );
}

function Prose({ part }: { readonly part: Extract<SlidePart, { readonly kind: 'prose' }> }): JSX.Element {
  const view = useApp((app) => networkAbove(app, cellIndex(app, part.cell.id)));
  return <MarkdownView text={part.text} view={view} />;
}

/** Whose results repeat each line of the text: it is of use only as long as some are missing. */
const REPEATED: ReadonlySet<CellKind> = new Set(['console', 'expect', 'edit']);

interface CellProps {
  readonly cell: Cell;
  readonly shown: readonly Reveal[];
  /** How many results it has. */
  readonly all: number;
  /** The one that was revealed last, if it is of this cell. */
  readonly latest: Reveal | null;
  readonly isNext: boolean;
  readonly step: { readonly entry: number | null; readonly step: number } | null;
}

function SlideCell({ cell, shown, all, latest, isNext, step }: CellProps): JSX.Element {
  const output = useApp((app) => app.outputs[cell.id]);
  const view = useApp((app) => app.networks[output?.networkKey ?? ''] ?? null);
  const own = output?.kind === cell.kind ? output : undefined;
  const repeated = REPEATED.has(cell.kind) && shown.length > 0 && shown.length === all;
  const last = shown.at(-1)?.entry ?? -1;
  // What its results will repeat need not be read first.
  const nextBegins = isNext && shown.length === 0 && REPEATED.has(cell.kind);
  return (
    <div className="stage-cell" role="group" aria-label={words.kinds[cell.kind]}>
      {nextBegins ? <div data-next="" /> : null}
      {repeated || cell.kind === 'predict' ? null : (
        <div
          className={shown.length > 0 ? 'stage-code stage-code-done' : 'stage-code'}
          role="group"
          tabIndex={0}
          aria-label={presentWords.code(words.kinds[cell.kind])}
        >
          <StaticCode kind={cell.kind} text={cell.text} problems={own?.problems ?? []} />
        </div>
      )}
      {own === undefined || own.problems.length === 0 ? null : own.status === 'blocked' ? (
        <BlockedNote problems={own.problems} />
      ) : (
        <ProblemList problems={own.problems} />
      )}
      {own?.kind === 'console'
        ? own.entries.slice(0, last + 1).map((entry, index) => {
            const at = step?.entry === index ? step.step : null;
            return (
              <Revealed key={entry.line} of={entry} isLatest={latest?.entry === index} step={at}>
                <Answer entry={entry} view={view} step={at} />
              </Revealed>
            );
          })
        : null}
      {own === undefined || own.kind === 'console' ? null : shown.length > 0 || own.kind === 'predict' ? (
        <Revealed of={own} isLatest={latest !== null} step={null}>
          <Results output={own} told={shown.length > 0} />
        </Revealed>
      ) : null}
      {isNext && !nextBegins ? <div data-next="" /> : null}
    </div>
  );
}

/** All of it, or its beginning where it is higher than the window: of what is stepped through, its picture. */
function bringIntoView(result: HTMLElement, steps: boolean): void {
  const room = result.closest('.stage-slide')?.clientHeight ?? 0;
  const isHigher = (element: HTMLElement): boolean => element.offsetHeight > room;
  const picture = steps && isHigher(result) ? result.querySelector<HTMLElement>('.entry-picture') : null;
  const shown = picture ?? result;
  shown.scrollIntoView({ block: isHigher(shown) ? 'start' : 'nearest', behavior: 'instant' });
}

interface RevealedProps {
  readonly of: unknown;
  readonly isLatest: boolean;
  /** The step it stands at; null before it is stepped through. */
  readonly step: number | null;
  readonly children: JSX.Element;
}

function Revealed({ of, isLatest, step, children }: RevealedProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = place;
    if (!isLatest || current === null) return undefined;
    // It may grow: pictures are drawn, steps have words of their own.
    const watch = new ResizeObserver(() => bringIntoView(current, step !== null));
    watch.observe(current);
    return () => watch.disconnect();
  }, [isLatest, step]);
  return (
    <div ref={place} className="stage-result">
      <ErrorBoundary resetKey={of}>{children}</ErrorBoundary>
    </div>
  );
}

interface AnswerProps {
  readonly entry: ConsoleEntry;
  readonly view: Parameters<typeof ConsoleResult>[0]['view'];
  readonly step: number | null;
}

function Answer({ entry, view, step }: AnswerProps): JSX.Element {
  const slide = useMemo(() => ({ step }), [step]);
  return <ConsoleResult entry={entry} view={view} slide={slide} />;
}

interface ResultsProps {
  readonly output: CellOutput;
  /** Of a question: its answer is revealed. */
  readonly told: boolean;
}

function Results({ output, told }: ResultsProps): JSX.Element | null {
  const view = useApp((app) => app.networks[output.networkKey ?? '']);
  const marks = useEditMarks(output, view);
  switch (output.kind) {
    case 'topology':
    case 'edit':
    case 'scenario':
      // Nobody edits a map on a slide.
      return (
        <>
          {output.kind === 'topology' ? null : <EditOutput edits={output.edits} />}
          {view === undefined || !hasMap(view) ? null : <NetworkMap view={view} marks={marks} />}
        </>
      );
    case 'predict':
      return output.predicted === null ? null : (
        <PredictOutput cellId={output.cellId} predicted={output.predicted} told={told} />
      );
    default:
      return <CellOutputView output={output} position={1} />;
  }
}
