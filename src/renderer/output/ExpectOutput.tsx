/** Checks: whether each holds, and where one does not, what was expected and what came. */
import type { JSX } from 'react';
import type { ExpectCheck } from '../../shared/evaluation';
import { words } from '../app/strings';
import { Icon } from '../ui/icons';

export function ExpectOutput({ checks }: { readonly checks: readonly ExpectCheck[] }): JSX.Element | null {
  if (checks.length === 0) return null;
  const passed = checks.filter((check) => check.passed).length;
  return (
    <div className="output checks">
      <p className="checks-summary">{words.expect.summary(passed, checks.length)}</p>
      <ul aria-label={words.expect.label}>
        {checks.map((check) => (
          <li key={check.line} className={check.passed ? 'check check-passed' : 'check check-failed'}>
            <span className="check-mark">
              <Icon name={check.passed ? 'check' : 'cross'} />
              {check.passed ? words.expect.passed : words.expect.failed}
            </span>
            <code className="check-text">{check.text}</code>
            {check.passed ? null : <Difference check={check} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Difference({ check }: { readonly check: ExpectCheck }): JSX.Element {
  return (
    <div className="difference">
      {check.difference === null ? null : <p>{check.difference}</p>}
      <dl>
        <dt>{words.expect.expected}</dt>
        <dd>{check.expected}</dd>
        <dt>{words.expect.actual}</dt>
        <dd>{check.actual}</dd>
      </dl>
    </div>
  );
}
