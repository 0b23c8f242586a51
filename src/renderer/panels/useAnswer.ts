/** What main answers to a question that a panel asks when it opens. */
import { useEffect, useState } from 'react';
import { reasonOf } from '../app/session';

export type Answer<T> =
  | { readonly state: 'asking' }
  | { readonly state: 'here'; readonly value: T }
  | { readonly state: 'failed'; readonly reason: string };

const ASKING = { state: 'asking' } as const;

/** Asks anew whenever `ask` is another function. */
export function useAnswer<T>(ask: () => Promise<T>): Answer<T> {
  const [answer, setAnswer] = useState<{ readonly to: unknown; readonly answer: Answer<T> }>({
    to: null,
    answer: ASKING,
  });
  useEffect(() => {
    let here = true;
    const set = (next: Answer<T>): void => {
      if (here) setAnswer({ to: ask, answer: next });
    };
    ask().then(
      (value) => set({ state: 'here', value }),
      (error: unknown) => set({ state: 'failed', reason: reasonOf(error) }),
    );
    return () => {
      here = false;
    };
  }, [ask]);
  // An answer to the last question is none to this one.
  return answer.to === ask ? answer.answer : ASKING;
}
