/** What is known of a thing that was clicked: facts, the tables of its node, and where the notebook names it. */
import { useEffect, useLayoutEffect, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import type { Answer } from '../../shared/ipc';
import type { NetworkView } from '../../shared/network-view';
import { useServices } from '../app/api';
import { focusSelected, requestFocus, unfold } from '../app/state';
import { useApp, useStore } from '../app/store';
import { words } from '../app/strings';
import { StaticCode } from '../editor/StaticCode';
import { Terminal } from '../output/Terminal';
import { PicturesOf } from '../output/PicturesOf';
import { ResultPictures } from '../output/ResultPictures';
import { Icon } from '../ui/icons';
import { factsOf, headOf } from './facts';
import {
  lastKnown,
  placesOf,
  questionsAbout,
  splitReference,
  type Inspected,
  type Place,
  type Question,
} from './subject';

const text = words.inspector;

export function Inspector({ inspected }: { readonly inspected: Inspected }): JSX.Element | null {
  const store = useStore();
  const view = useApp((state) => state.networks[inspected.networkKey]);
  const close = (): void => store.update((state) => ({ ...state, inspected: null }));
  const aside = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { current } = aside;
    if (current === null) return undefined;
    // Opened by keyboard it has the keyboard, and gives it back; the pointer goes where it wants.
    const opener = document.activeElement;
    if (opener?.matches(':focus-visible') === true) current.focus({ preventScroll: true });
    return () => {
      if (!current.contains(document.activeElement)) return;
      if (opener instanceof SVGElement || (opener instanceof HTMLElement && opener !== document.body))
        opener.focus({ preventScroll: true });
      else store.update(focusSelected);
    };
  }, [store]);
  const earlier = useApp(({ networks }) => lastKnown(inspected.earlier, networks));
  const earlierView = useApp(({ networks }) => (earlier === null ? undefined : networks[earlier.networkKey]));
  if (view === undefined) return null;
  const { reference } = inspected;
  const title = titleOf(inspected, view);
  const back = (): void => {
    if (earlier !== null) store.update((state) => ({ ...state, inspected: earlier }));
  };

  function onKeyDown(event: KeyboardEvent): void {
    const wanted = event.key === 'Escape' ? close : event.key === 'ArrowLeft' && event.altKey ? back : null;
    if (wanted === null) return;
    event.preventDefault();
    event.stopPropagation();
    wanted();
  }

  return (
    <aside
      ref={aside}
      tabIndex={-1}
      className="inspector"
      aria-label={text.label(title)}
      onKeyDown={onKeyDown}
    >
      <header>
        {earlier === null || earlierView === undefined ? null : (
          <button
            type="button"
            className="icon-button"
            aria-label={text.back(titleOf(earlier, earlierView))}
            title={text.back(titleOf(earlier, earlierView))}
            onClick={back}
          >
            <Icon name="back" />
          </button>
        )}
        <h2>{title}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label={text.close}
          title={text.close}
          onClick={close}
        >
          <Icon name="cross" />
        </button>
      </header>
      {reference === null ? null : <Facts reference={reference} view={view} />}
      <Answers inspected={inspected} view={view} />
      {reference === null ? null : <Places reference={reference} />}
    </aside>
  );
}

function titleOf({ reference, question }: Inspected, view: NetworkView): string {
  return reference === null ? `${question?.node ?? ''}> ${question?.command ?? ''}` : headOf(reference, view);
}

function Facts({ reference, view }: { readonly reference: string; readonly view: NetworkView }): JSX.Element {
  return (
    <dl>
      {factsOf(reference, view).map(({ term, text: said }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- facts stand in a fixed order
        <div key={index}>
          <dt>{term}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}

interface AnswersProps {
  readonly inspected: Inspected;
  readonly view: NetworkView;
}

/** An answer, and what it answers. */
interface Given {
  readonly to: Question | null;
  readonly answer: Answer | null;
}

function Answers({ inspected, view }: AnswersProps): JSX.Element | null {
  const { api } = useServices();
  const { networkKey, reference, question } = inspected;
  const questions =
    reference === null ? (question === null ? [] : [question]) : questionsAbout(reference, view);
  const [asked, setAsked] = useState<Question | null>(questions[0] ?? null);
  const [given, setGiven] = useState<Given | null>(null);

  useEffect(() => {
    if (asked === null) return undefined;
    let over = false;
    const end = (answer: Answer | null): void => {
      if (!over) setGiven({ to: asked, answer });
    };
    api.ask(networkKey, asked.node, asked.command).then(end, () => end(null));
    return () => {
      over = true;
    };
  }, [api, networkKey, asked]);

  // The last answer stays until the next one is here.
  const isCurrent = given?.to === asked;
  const answer = given?.answer ?? null;
  if (asked === null) return null;
  return (
    <section aria-label={text.tables} aria-busy={!isCurrent}>
      {questions.length < 2 ? null : (
        <div className="inspector-questions" role="group" aria-label={text.tables}>
          {questions.map((each) => (
            <button
              key={each.command}
              type="button"
              aria-pressed={each.command === asked.command}
              onClick={() => setAsked(each)}
            >
              {each.command}
            </button>
          ))}
        </div>
      )}
      {isCurrent && answer === null ? <p>{text.noAnswer}</p> : null}
      {answer === null ? null : (
        <>
          <PicturesOf networkKey={networkKey}>
            <ResultPictures result={answer.result} view={view} prompt={`${answer.node}> ${answer.command}`} />
          </PicturesOf>
          <Terminal
            node={answer.node}
            command={answer.command}
            text={answer.text}
            failed={answer.result.kind === 'failure'}
            view={view}
            result={answer.result}
          />
        </>
      )}
    </section>
  );
}

const MOST_PLACES = 12;
/** Of several networks. */
const MOST_DESCRIBED = 2;
const NO_PROBLEMS: readonly never[] = [];

function Places({ reference }: { readonly reference: string }): JSX.Element | null {
  const store = useStore();
  const notebook = useApp((state) => state.notebook);
  const places = placesOf(splitReference(reference).name, notebook);
  if (places.length === 0) return null;
  const go = ({ cellId, start, end }: Place): void =>
    store.update((state) => {
      if (state.inspected === null) return state;
      const inspected = { ...state.inspected, shown: { cellId, start, end } };
      return requestFocus(unfold({ ...state, inspected }, [cellId]), cellId, 'cell');
    });
  return (
    <>
      {places
        .filter(({ described }) => described !== null)
        .slice(0, MOST_DESCRIBED)
        .map((place) => (
          <section key={place.cellId} aria-label={text.configuration}>
            <h3>{text.configuration}</h3>
            <div className="inspector-configuration">
              <StaticCode kind="topology" text={place.described ?? ''} problems={NO_PROBLEMS} />
            </div>
          </section>
        ))}
      <section aria-label={text.places}>
        <h3>{text.places}</h3>
        <ul className="inspector-places">
          {places.slice(0, MOST_PLACES).map((place) => (
            <li key={place.cellId}>
              <button type="button" onClick={() => go(place)}>
                {text.place(
                  notebook.cells[place.position - 1]?.kind ?? 'markdown',
                  place.position,
                  place.line,
                )}
              </button>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
