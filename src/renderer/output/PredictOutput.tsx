/** A question to the reader: a place for the answer, hints one at a time, and how it is, when asked for. */
import { useId, useState, type JSX, type SubmitEvent } from 'react';
import type { Predicted } from '../../shared/evaluation';
import { withAnswer } from '../../shared/prediction';
import { setText } from '../app/actions';
import { useApp, useStore } from '../app/store';
import { words } from '../app/strings';
import { cellIndex } from '../app/state';
import { Icon } from '../ui/icons';
import { PicturesOf } from './PicturesOf';
import { ResultPictures } from './ResultPictures';
import { SilenceList } from './SilenceList';
import { Terminal } from './Terminal';

interface Props {
  readonly cellId: string;
  readonly predicted: Predicted;
  /** The answer is shown already, as by a presenter's clicker. */
  readonly told?: boolean;
}

export function PredictOutput({ cellId, predicted, told = false }: Props): JSX.Element {
  const store = useStore();
  const readOnly = useApp((app) => app.notebook.readOnly);
  const instructor = useApp((app) => app.instructor);
  const [opened, setOpened] = useState(false);
  const revealed = instructor || told || opened;
  const [hop, setHop] = useState<number | null>(null);
  const { source, target, choices, hints, verdict, remark, solution, trace, text } = predicted;

  function answer(given: string): void {
    store.update((state) => {
      const cell = state.notebook.cells[cellIndex(state, cellId)];
      return cell === undefined
        ? state
        : setText(state, cellId, withAnswer(cell.text, given), performance.now());
    });
  }

  return (
    <div className="output predict">
      {choices.length === 0 ? (
        <HopsForm predicted={predicted} readOnly={readOnly} onAnswer={answer} />
      ) : (
        <ChoiceForm predicted={predicted} readOnly={readOnly} onAnswer={answer} />
      )}
      <p className={`predict-verdict predict-${verdict}`} role="status">
        {verdict === 'open' ? null : <Icon name={verdict === 'right' ? 'check' : 'cross'} />}
        {verdict === 'wrong' ? words.predict.wrong(remark ?? '') : words.predict.verdicts[verdict]}
      </p>
      <Hints hints={hints} all={instructor} />
      {instructor || told ? null : (
        <button
          type="button"
          className="button"
          aria-expanded={revealed}
          onClick={() => setOpened((shown) => !shown)}
        >
          {revealed ? words.predict.hide : words.predict.reveal}
        </button>
      )}
      {revealed ? (
        <div className="predict-solution" role="group" aria-label={words.predict.solution}>
          <p>
            {words.predict.solution}: <code>{solution.join(', ') || words.predict.noneOfThem}</code>
          </p>
          <Terminal
            node={source}
            command={`tracert -d ${target}`}
            text={text}
            failed={false}
            view={null}
            result={trace}
            hop={hop}
          />
          <SilenceList result={trace} />
          <PicturesOf networkKey={null}>
            <ResultPictures
              result={trace}
              view={null}
              prompt={`${source}> tracert -d ${target}`}
              onHop={setHop}
            />
          </PicturesOf>
        </div>
      ) : null}
    </div>
  );
}

interface FormProps {
  readonly predicted: Predicted;
  readonly readOnly: boolean;
  readonly onAnswer: (answer: string) => void;
}

function HopsForm({ predicted, readOnly, onAnswer }: FormProps): JSX.Element {
  const { source, target, answer } = predicted;
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();

  function check(event: SubmitEvent): void {
    event.preventDefault();
    onAnswer(typed ?? answer ?? '');
    setTyped(null);
  }

  return (
    <form className="predict-form" onSubmit={check}>
      <label htmlFor={id}>{words.predict.askHops(source, target)}</label>
      <div className="predict-line">
        <input
          id={id}
          type="text"
          className="predict-hops"
          value={typed ?? answer ?? ''}
          placeholder={words.predict.hopsHint}
          spellCheck={false}
          readOnly={readOnly}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="button" disabled={readOnly}>
          {words.predict.check}
        </button>
      </div>
    </form>
  );
}

function ChoiceForm({ predicted, readOnly, onAnswer }: FormProps): JSX.Element {
  const { source, target, choices, answer } = predicted;
  const name = useId();
  return (
    <fieldset className="predict-form" disabled={readOnly}>
      <legend>{words.predict.askChoice(source, target)}</legend>
      {choices.map(({ text }) => (
        <label key={text} className="predict-choice">
          <input type="radio" name={name} checked={answer === text} onChange={() => onAnswer(text)} />
          <code>{text}</code>
        </label>
      ))}
    </fieldset>
  );
}

interface HintsProps {
  readonly hints: readonly string[];
  /** Shown without being asked for. */
  readonly all: boolean;
}

function Hints({ hints, all }: HintsProps): JSX.Element | null {
  const [asked, setAsked] = useState(0);
  const shown = all ? hints.length : asked;
  if (hints.length === 0) return null;
  return (
    <div className="predict-hints">
      {shown === 0 ? null : (
        <ol aria-label={words.predict.hints}>
          {hints.slice(0, shown).map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ol>
      )}
      {shown < hints.length ? (
        <button type="button" className="button" onClick={() => setAsked(shown + 1)}>
          {words.predict.hint(shown + 1, hints.length)}
        </button>
      ) : null}
    </div>
  );
}
