/** A text in which whatever names something of the network says what. */
import { useMemo, type JSX } from 'react';
import { wordsOf, type Names } from './names';

interface Props {
  readonly text: string;
  /** Null where no network is known: then nothing in the text has a meaning. */
  readonly names: Names | null;
}

/** Longer texts are shown as they are, characters: each word with a meaning is an element of the page. */
const LONGEST = 40_000;

export function Referenced({ text, names }: Props): JSX.Element {
  const words = useMemo(
    () => (names === null || text.length > LONGEST ? null : wordsOf(text, names)),
    [text, names],
  );
  if (words === null) return <>{text}</>;
  return (
    <>
      {words.map((word, index) =>
        word.reference === null ? (
          word.text
        ) : (
          // oxlint-disable-next-line react/no-array-index-key -- a word is its place in the text
          <span key={index} data-refs={word.reference}>
            {word.text}
          </span>
        ),
      )}
    </>
  );
}
