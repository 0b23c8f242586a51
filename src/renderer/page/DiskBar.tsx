/** The bar that tells of a file changed by another program while there is unsaved work here. */
import type { JSX } from 'react';
import type { CommandId } from '../../shared/commands';
import { useServices } from '../app/api';
import { useApp } from '../app/store';
import { words } from '../app/strings';
import { Icon } from '../ui/icons';

const text = words.keeping.bar;

export function DiskBar(): JSX.Element | null {
  const { run } = useServices();
  const { disk, name } = useApp((state) => state.document);
  if (disk === 'same') return null;
  const button = (label: string, id: CommandId): JSX.Element => (
    <button type="button" className="button" onClick={() => run(id)}>
      {label}
    </button>
  );
  return (
    <div className="notice disk-bar" role="alert" aria-label={text.label}>
      <Icon name="warning" />
      <p>{disk === 'changed' ? text.changed(name) : text.missing(name)}</p>
      {disk === 'changed' ? (
        <>
          {button(text.compare, 'file.compare')}
          {button(text.reload, 'file.reload')}
          {button(text.keepMine, 'file.keepMine')}
        </>
      ) : null}
    </div>
  );
}
