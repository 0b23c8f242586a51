/** Keys as they stand on the keyboard. */
import type { JSX } from 'react';

export function Keys({ keys }: { readonly keys: string }): JSX.Element {
  return (
    <span className="keys">
      {keys.split(' ').map((stroke, index) => (
        // Strokes have no identity but their place.
        <kbd key={index}>{stroke}</kbd>
      ))}
    </span>
  );
}
