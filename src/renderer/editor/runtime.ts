/** Monaco with our languages and theme, set up once; what the page imports when the first editor is needed. */
import { registerLanguages, type NetworkLookup } from './languages';
import { borrow, cellIdOf } from './pool';
import { followTheme } from './theme';
import type { NetworkView } from '../../shared/network-view';

export interface EditorRuntime {
  readonly borrow: typeof borrow;
}

export function createRuntime(networkAt: (cellId: string) => NetworkView | null): EditorRuntime {
  const networkOf: NetworkLookup = (model) => networkAt(cellIdOf(model));
  registerLanguages(networkOf);
  followTheme();
  return { borrow };
}
