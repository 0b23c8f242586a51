/** Monaco with our languages and theme, set up once; what the page imports when the first editor is needed. */
import type { Surroundings } from './complete';
import { registerLanguages } from './languages';
import { borrow, cellIdOf } from './pool';
import { followTheme } from './theme';

export interface EditorRuntime {
  readonly borrow: typeof borrow;
}

export function createRuntime(surroundingsAt: (cellId: string) => Surroundings): EditorRuntime {
  registerLanguages((model) => surroundingsAt(cellIdOf(model)));
  followTheme();
  return { borrow };
}
