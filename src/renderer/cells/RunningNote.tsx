/** How long a cell has been computed, once it takes long, and a way to stop it. Stands in the cell's head. */
import { useEffect, useState, type JSX } from 'react';
import { useServices } from '../app/api';
import { words } from '../app/strings';
import { Icon } from '../ui/icons';

/** ms after which a cell counts as slow: below, a word would only flicker. */
const SLOW = 1000;

export function RunningNote({ name }: { readonly name: string }): JSX.Element | null {
  const { run } = useServices();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((passed) => passed + 1), SLOW);
    return () => clearInterval(timer);
  }, []);
  if (seconds === 0) return null;
  return (
    <span className="running-note">
      <span className="running-bar" aria-hidden="true" />
      <span>{words.editing.running.elapsed(seconds)}</span>
      <button
        type="button"
        className="button"
        aria-label={words.editing.running.cancelCell(name)}
        onClick={() => run('run.cancel')}
      >
        <Icon name="stop" />
        {words.editing.running.cancel}
      </button>
    </span>
  );
}
