/** Undo steps: what to do to go back, what to do to go forth again. */
import type { Operation } from '../../shared/notebook';

export interface HistoryStep {
  readonly undo: readonly Operation[];
  readonly redo: readonly Operation[];
  /** What was typed: a cell's text or its name; null for any other change. */
  readonly typed: string | null;
  /** When it was last extended, ms. */
  readonly at: number;
}

/** Typing that goes on within this time (ms) belongs to one step. */
const TYPING_PAUSE = 500;

/** Steps kept; each holds two texts of one cell at most, so the bound is on memory only. */
const LIMIT = 1000;

/** Adds a step; typing into the same cell without a pause extends the last one. */
export function extendHistory(steps: readonly HistoryStep[], step: HistoryStep): readonly HistoryStep[] {
  const last = steps.at(-1);
  const continues =
    last !== undefined &&
    step.typed !== null &&
    last.typed === step.typed &&
    step.at - last.at <= TYPING_PAUSE;
  if (continues) return [...steps.slice(0, -1), { ...last, redo: step.redo, at: step.at }];
  return [...steps, step].slice(-LIMIT);
}
