/** What evaluating a notebook gives: one output a cell, keyed by cell id. Plain JSON. */
import type { CellKind } from './notebook';
import type { NetworkView } from './network-view';
import type { Problem } from './problem';
import type { CommandResult, ObservedComparison, TraceResult } from './results';

/**
 * - `fresh`: done, nothing wrong. `failed`: an expectation does not hold, or a prediction is not what happens.
 * - `error`: the cell itself is wrong (see problems). `blocked`: a cell above it has no usable network.
 */
export type CellStatus = 'fresh' | 'failed' | 'error' | 'blocked';

export interface ConsoleEntry {
  /** Line in the cell, from 1. */
  readonly line: number;
  /** The node at whose prompt the command was typed. */
  readonly node: string;
  readonly command: string;
  readonly result: CommandResult;
  /** The terminal text of the result, LF line ends. */
  readonly text: string;
}

export interface ExpectCheck {
  readonly line: number;
  readonly text: string;
  readonly passed: boolean;
  readonly expected: string;
  readonly actual: string;
  /** Null when passed; else one sentence about the first difference. */
  readonly difference: string | null;
}

/** Pasted real output beside what the model says. */
export interface ObservedEntry {
  readonly comparison: ObservedComparison;
  /** The comparison as text, LF line ends. */
  readonly text: string;
}

export interface EditEntry {
  readonly line: number;
  readonly text: string;
  /** What it did, in one sentence. */
  readonly summary: string;
}

/** A question put to the reader, what he answered, and how it is. */
export interface Predicted {
  readonly source: string;
  readonly target: string;
  /** Empty where the hops themselves are asked for. */
  readonly choices: readonly { readonly text: string; readonly right: boolean }[];
  readonly hints: readonly string[];
  readonly points: number;
  /** Null while there is none. */
  readonly answer: string | null;
  readonly verdict: 'open' | 'right' | 'wrong';
  /** For a wrong answer: where it goes wrong, without telling what is right. */
  readonly remark: string | null;
  /** The hops, or the choices that are right. */
  readonly solution: readonly string[];
  readonly trace: TraceResult;
  /** The trace as a terminal shows it. */
  readonly text: string;
}

interface OutputBase {
  readonly cellId: string;
  readonly kind: CellKind;
  readonly status: CellStatus;
  readonly problems: readonly Problem[];
  /**
   * Key of the network this cell saw or left (topology, edit and scenario cells: the network they made). Views of
   * networks are sent apart, each once: many cells share one. Null while there is no network.
   */
  readonly networkKey: string | null;
}

export type CellOutput =
  | (OutputBase & { readonly kind: 'markdown' })
  | (OutputBase & { readonly kind: 'topology' })
  | (OutputBase & { readonly kind: 'edit'; readonly edits: readonly EditEntry[] })
  /** A network beside the one that the cells below see; `name` is null where the fence is wrong. */
  | (OutputBase & {
      readonly kind: 'scenario';
      readonly name: string | null;
      readonly from: string | null;
      readonly edits: readonly EditEntry[];
    })
  | (OutputBase & {
      readonly kind: 'observed';
      readonly name: string | null;
      readonly entries: readonly ObservedEntry[];
    })
  | (OutputBase & { readonly kind: 'console'; readonly entries: readonly ConsoleEntry[] })
  | (OutputBase & { readonly kind: 'expect'; readonly checks: readonly ExpectCheck[] })
  /** Null where the question cannot be understood. */
  | (OutputBase & { readonly kind: 'predict'; readonly predicted: Predicted | null });

export interface Evaluation {
  readonly outputs: readonly CellOutput[];
  /** By networkKey. */
  readonly networks: Readonly<Record<string, NetworkView>>;
}
