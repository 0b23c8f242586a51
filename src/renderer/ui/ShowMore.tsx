/** Shows the next part of something too long to be shown at once. */
import type { JSX } from 'react';

interface Props {
  readonly label: string;
  readonly onMore: () => void;
}

export function ShowMore({ label, onMore }: Props): JSX.Element {
  return (
    <p className="show-more">
      <button type="button" className="button" onClick={onMore}>
        {label}
      </button>
    </p>
  );
}
