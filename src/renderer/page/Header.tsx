/** The slim bar at the top: which notebook, whether it is in the file, how its results stand. */
import type { JSX } from 'react';
import { useServices } from '../app/api';
import { commandHint, commandLabel } from '../app/command-words';
import { headingsOf } from '../app/outline';
import { progressOf, summarize, type Summary } from '../app/summary';
import { useApp } from '../app/store';
import { presentWords, words } from '../app/strings';
import { Icon, STATE_ICONS } from '../ui/icons';
import type { DocumentState } from '../../shared/ipc';
import type { Cell } from '../../shared/notebook';
import type { CellState } from '../../shared/strings/app';

function savedWord({ dirty, path }: DocumentState): string {
  if (dirty) return words.header.unsaved;
  return path === null ? words.header.untitled : words.header.saved;
}

function hasMainHeading(cell: Cell): boolean {
  return headingsOf(cell).some(({ level }) => level === 1);
}

export function Header(): JSX.Element {
  const { run } = useServices();
  const document = useApp((state) => state.document);
  const title = useApp((state) => state.notebook.title);
  const readOnly = useApp((state) => state.notebook.readOnly);
  const running = useApp((state) => state.evaluation === 'running');
  const outline = useApp((state) => state.outline);
  const instructor = useApp((state) => state.instructor);
  const settings = useApp((state) => state.settings);
  const isHeaded = useApp((state) => state.notebook.cells.some(hasMainHeading));
  // A page has one heading above all others: where the prose has none, it is the notebook's name.
  const Title = isHeaded ? 'strong' : 'h1';
  return (
    <header className="header">
      <div className="header-name">
        <button
          type="button"
          className="icon-button header-outline"
          aria-label={commandLabel('view.outline')}
          title={commandHint('view.outline', settings)}
          aria-pressed={outline}
          onClick={() => run('view.outline')}
        >
          <Icon name="outline" />
        </button>
        <Title className="header-title">{title ?? document.name}</Title>
        {title === null ? null : <span className="header-file">{document.name}</span>}
        <span className={document.dirty ? 'header-dirty' : 'header-saved'}>{savedWord(document)}</span>
        {readOnly ? <span className="badge">{words.header.readOnly}</span> : null}
        {instructor ? (
          <span className="badge badge-instructor" title={presentWords.instructorHint}>
            {presentWords.instructor}
          </span>
        ) : null}
      </div>
      <div className="header-state">
        <EvaluationState />
        <button
          type="button"
          className="icon-button"
          aria-label={commandLabel('view.palette')}
          title={commandHint('view.palette', settings)}
          onClick={() => run('view.palette')}
        >
          <Icon name="search" />
        </button>
        {running ? (
          <button type="button" className="button" onClick={() => run('run.cancel')}>
            {words.header.cancel}
          </button>
        ) : (
          <button
            type="button"
            className="button"
            title={words.header.runAllHint}
            onClick={() => run('run.all')}
          >
            <Icon name="run" />
            {words.header.runAll}
          </button>
        )}
      </div>
    </header>
  );
}

function EvaluationState(): JSX.Element {
  const app = useApp((state) => state);
  const { state, words: said } = describe(summarize(app));
  const progress = state === 'running' ? progressOf(app) : null;
  const shown = progress === null ? said : words.editing.running.progress(progress.done, progress.total);
  return (
    <span className={`state state-${state}`} title={shown}>
      <Icon name={STATE_ICONS[state]} />
      <span className="header-summary">{shown}</span>
    </span>
  );
}

function describe(summary: Summary): { readonly state: CellState; readonly words: string } {
  const { header } = words;
  switch (summary.kind) {
    case 'running':
      return { state: 'running', words: header.running };
    case 'cancelled':
      return { state: 'stale', words: header.cancelled };
    case 'crashed':
      return { state: 'error', words: header.crashed };
    case 'waiting':
      return { state: 'stale', words: header.waiting };
    case 'errors':
      return { state: 'error', words: header.errors(summary.count) };
    case 'failed':
      return { state: 'failed', words: header.failed(summary.count) };
    case 'blocked':
      return { state: 'blocked', words: header.blocked(summary.count) };
    case 'empty':
      return { state: 'empty', words: header.nothing };
    case 'fresh':
      return { state: 'fresh', words: header.allFresh };
  }
}
