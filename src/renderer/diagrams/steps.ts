/** Which results are gone through step by step in a presentation, and in how many steps. */
import type { CommandResult } from '../../shared/results';
import { announcementFrames } from './announcements-map';
import { differenceFrames } from './difference-map';
import { packetFrames, steppedTrace } from './packet/frames';

export interface Steps {
  readonly count: number;
  /** What it shows before it is stepped through: all of it, or its first step. */
  readonly begins: 'whole' | 'first';
}

/** Null where there is only one thing to see. */
export function stepsOf(result: CommandResult | null): Steps | null {
  const steps = known(result);
  return steps === null || steps.count < 2 ? null : steps;
}

function known(result: CommandResult | null): Steps | null {
  const trace = steppedTrace(result);
  if (trace !== null) return { count: packetFrames(trace).length, begins: 'whole' };
  switch (result?.kind) {
    case 'announcements':
      return { count: announcementFrames(result), begins: 'whole' };
    case 'compare':
      return { count: differenceFrames(result), begins: 'first' };
    default:
      return null;
  }
}
