/** The result of a command: the terminal, its picture, and what was silent and why. */
import { memo, useMemo, useState, type CSSProperties, type JSX } from 'react';
import type { ConsoleEntry } from '../../shared/evaluation';
import type { NetworkView } from '../../shared/network-view';
import { ResultPictures, shapeOf } from './ResultPictures';
import { RoutesTable } from './RoutesTable';
import { SilenceList } from './SilenceList';
import { ResultTable } from './tables/ResultTable';
import { Terminal } from './Terminal';
import { isWide } from './TerminalText';
import { useSpoken } from '../ui/spoken';

interface Props {
  readonly entry: ConsoleEntry;
  readonly view: NetworkView | null;
  /** On a slide: all of it is drawn at once, and what has steps stands at this one; null before it is stepped through. */
  readonly slide?: { readonly step: number | null };
}

/** On a slide a picture takes what the lines of the text leave of the window, down to those of a trace of five hops. */
const MOST_LINES = 11;

function roomFor(text: string): CSSProperties {
  const lines = text.trimEnd().split('\n').length + 1;
  const style: CSSProperties & Readonly<Record<'--lines', number>> = {
    '--lines': Math.min(lines, MOST_LINES),
  };
  return style;
}

export const ConsoleResult = memo(function ConsoleResult({ entry, view, slide }: Props): JSX.Element {
  useSpoken();
  const { result } = entry;
  const shape = useMemo(() => shapeOf(result, view), [result, view]);
  const beside = useMemo(() => shape === 'beside' && !isWide(entry.text), [shape, entry.text]);
  const [hop, setHop] = useState<number | null>(null);
  return (
    <div
      className={beside ? 'entry entry-drawn' : 'entry'}
      {...(slide === undefined ? {} : { style: roomFor(entry.text) })}
    >
      <div className="entry-text">
        <Terminal
          node={entry.node}
          command={entry.command}
          text={entry.text}
          failed={result.kind === 'failure'}
          view={view}
          result={result}
          hop={hop}
        />
        <SilenceList result={result} />
      </div>
      <ResultPictures
        result={result}
        view={view}
        prompt={`${entry.node}> ${entry.command}`}
        onHop={setHop}
        {...(slide === undefined ? {} : { slide })}
      />
      {result.kind === 'routes' ? <RoutesTable result={result} /> : null}
      <ResultTable result={result} />
    </div>
  );
});
