/** A setting that is one of a few values. */
import { useId, type JSX } from 'react';

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly names: Readonly<Record<Value, string>>;
  /** It has the keyboard when the dialog opens. */
  readonly first?: boolean;
  readonly onChange: (value: Value) => void;
}

export function Choice<Value extends string>(props: Props<Value>): JSX.Element {
  const { label, value, values, names, first = false, onChange } = props;
  const id = useId();
  return (
    <div className="settings-row">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="field"
        {...(first && { 'data-first': true })}
        value={value}
        onChange={(event) => onChange(values[event.target.selectedIndex] ?? value)}
      >
        {values.map((each) => (
          <option key={each} value={each}>
            {names[each]}
          </option>
        ))}
      </select>
    </div>
  );
}
