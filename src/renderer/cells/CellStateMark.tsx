/** How a cell stands: an icon and a word, never colour alone. */
import type { JSX } from 'react';
import { words } from '../app/strings';
import type { CellState } from '../../shared/strings/app';
import { Icon, STATE_ICONS } from '../ui/icons';

export function CellStateMark({ state }: { readonly state: CellState }): JSX.Element {
  return (
    <span className={`state state-${state}`} title={words.stateHints[state]}>
      <Icon name={STATE_ICONS[state]} />
      {words.states[state]}
    </span>
  );
}
