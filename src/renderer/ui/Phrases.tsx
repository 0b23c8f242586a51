/** A label that breaks between phrases; its place says `word-break: keep-all`, so that it breaks nowhere else. */
import { Fragment, type JSX } from 'react';
import { phrasesOf } from './phrases';

export function Phrases({ text }: { readonly text: string }): JSX.Element {
  return (
    <>
      {phrasesOf(text).map((phrase, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a phrase is its place
        <Fragment key={index}>
          {index === 0 ? null : <wbr />}
          {phrase}
        </Fragment>
      ))}
    </>
  );
}
