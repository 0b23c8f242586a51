import { readable } from '../../../shared/problem';
import type { CommandFailure } from '../../../shared/results';

/** A command that cannot be carried out, and what to do about it where that is known. */
export function failure(message: string, hint?: string): CommandFailure {
  return { kind: 'failure', message: readable(message), ...(hint === undefined ? {} : { hint }) };
}
