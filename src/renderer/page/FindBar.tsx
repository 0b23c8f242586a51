/** The line to find and replace with. The match is shown in its cell while the keyboard stays here. */
import { useEffect, useMemo, useRef, type JSX, type KeyboardEvent } from 'react';
import {
  changeQuery,
  closeFind,
  isTooSlow,
  matchesOf,
  NO_FIND,
  MOST_MATCHES,
  openFind,
  patternOf,
  replaceAll,
  replaceNext,
  setReplacement,
  step,
  trialOf,
  type FindState,
} from '../app/find';
import { useApp, useStore } from '../app/store';
import { words } from '../app/strings';
import { Icon } from '../ui/icons';
import { useHighlight } from './highlight';

const text = words.editing.find;

export function FindBar(): JSX.Element | null {
  const find = useApp((state) => state.find);
  return find === null ? null : <OpenFindBar find={find} />;
}

function OpenFindBar({ find }: { readonly find: FindState }): JSX.Element {
  const store = useStore();
  const notebook = useApp((state) => state.notebook);
  const { cells } = notebook;
  const readOnly = useApp((state) => state.notebook.readOnly);
  const field = useRef<HTMLInputElement>(null);
  const { text: query, regex, matchCase } = find;
  const pattern = useMemo(() => patternOf({ text: query, regex, matchCase }), [query, regex, matchCase]);
  const { tried } = find;
  const matches = useMemo(
    () => matchesOf({ find: { ...NO_FIND, text: query, regex, matchCase, tried }, notebook }),
    [notebook, query, regex, matchCase, tried],
  );
  const { current } = find;
  const index =
    current === null
      ? -1
      : matches.findIndex(({ cellId, start }) => cellId === current.cellId && start === current.start);
  useHighlight(cells, matches);

  const { tick } = find;
  const wished = useRef(0);
  useEffect(() => {
    if (wished.current === tick) return;
    wished.current = tick;
    field.current?.focus();
    field.current?.select();
  }, [tick]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      store.update(closeFind);
    }
  }

  function onQueryKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    store.update((state) => step(state, event.shiftKey ? -1 : 1));
  }

  function onReplaceKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    store.update((state) => replaceNext(state, performance.now()));
  }

  const status =
    pattern instanceof Error
      ? text.invalid(faultOf(pattern))
      : query === '' || trialOf({ find, notebook }) !== null
        ? ''
        : isTooSlow({ find, notebook })
          ? text.tooSlow
          : matches.length === 0
            ? text.none
            : text.position(index < 0 ? null : index, matches.length, MOST_MATCHES);

  return (
    <search className="find-bar" aria-label={text.label} onKeyDown={onKeyDown}>
      <div className="find-line">
        <button
          type="button"
          className="icon-button"
          aria-label={text.showReplace}
          title={text.showReplace}
          aria-expanded={find.replacing}
          disabled={readOnly}
          onClick={() =>
            store.update((state) =>
              find.replacing ? { ...state, find: { ...find, replacing: false } } : openFind(state, true),
            )
          }
        >
          <Icon name={find.replacing ? 'unfolded' : 'folded'} />
        </button>
        <input
          ref={field}
          className="field"
          type="text"
          aria-label={text.query}
          placeholder={text.query}
          value={query}
          spellCheck={false}
          aria-invalid={pattern instanceof Error}
          onChange={(event) => store.update((state) => changeQuery(state, { text: event.target.value }))}
          onKeyDown={onQueryKey}
        />
        <Toggle
          label={text.matchCase}
          sign="Aa"
          pressed={matchCase}
          onPress={() => store.update((state) => changeQuery(state, { matchCase: !matchCase }))}
        />
        <Toggle
          label={text.regex}
          sign=".*"
          pressed={regex}
          onPress={() => store.update((state) => changeQuery(state, { regex: !regex }))}
        />
        <span className="find-status" role="status">
          {status}
        </span>
        <button
          type="button"
          className="icon-button"
          aria-label={text.previous}
          title={text.previous}
          disabled={matches.length === 0}
          onClick={() => store.update((state) => step(state, -1))}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={text.next}
          title={text.next}
          disabled={matches.length === 0}
          onClick={() => store.update((state) => step(state, 1))}
        >
          <Icon name="down" />
        </button>
        <button
          type="button"
          className="icon-button"
          aria-label={text.close}
          title={text.close}
          onClick={() => store.update(closeFind)}
        >
          <Icon name="close" />
        </button>
      </div>
      {find.replacing && !readOnly ? (
        <div className="find-line find-replace">
          <input
            className="field"
            type="text"
            aria-label={text.replacement}
            placeholder={text.replacement}
            value={find.replacement}
            spellCheck={false}
            onChange={(event) => store.update((state) => setReplacement(state, event.target.value))}
            onKeyDown={onReplaceKey}
          />
          <button
            type="button"
            className="button"
            disabled={matches.length === 0}
            onClick={() => store.update((state) => replaceNext(state, performance.now()))}
          >
            {text.replace}
          </button>
          <button
            type="button"
            className="button"
            disabled={matches.length === 0}
            onClick={() => store.update((state) => replaceAll(state, performance.now()))}
          >
            {text.replaceAll}
          </button>
        </div>
      ) : null}
    </search>
  );
}

/** What is wrong with an expression, without the expression itself, which stands in the field beside it. */
function faultOf({ message }: SyntaxError): string {
  return message.replace(/^Invalid regular expression: \/.*\/\w*: /su, '');
}

interface ToggleProps {
  readonly label: string;
  readonly sign: string;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

function Toggle({ label, sign, pressed, onPress }: ToggleProps): JSX.Element {
  return (
    <button
      type="button"
      className="icon-button find-toggle"
      aria-pressed={pressed}
      aria-label={label}
      title={label}
      onClick={onPress}
    >
      {sign}
    </button>
  );
}
