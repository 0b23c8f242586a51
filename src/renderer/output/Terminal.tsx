/** A command and its text as a terminal shows them, to be selected and copied. */
import { useMemo, type JSX } from 'react';
import { useServices } from '../app/api';
import type { NetworkView } from '../../shared/network-view';
import type { CommandResult } from '../../shared/results';
import { words } from '../app/strings';
import { namesIn, namesOf } from '../highlight/names';
import { Referenced } from '../highlight/Referenced';
import { Icon } from '../ui/icons';
import { useSaid } from '../ui/use-said';
import { TerminalText } from './TerminalText';

interface Props {
  readonly node: string;
  readonly command: string;
  /** LF line ends. */
  readonly text: string;
  readonly failed: boolean;
  /** The network that the text tells of; null where it is not known. */
  readonly view: NetworkView | null;
  /** The typed result of the text; null where the text is only like one. */
  readonly result: CommandResult | null;
  /** The hop whose line is marked; null for none. */
  readonly hop?: number | null;
}

export function Terminal({ node, command, text, failed, view, result, hop = null }: Props): JSX.Element {
  const { api } = useServices();
  const names = useMemo(() => {
    if (view === null) return null;
    return result === null ? namesOf(view) : namesIn(result, view);
  }, [result, view]);
  const [copied, setCopied] = useSaid<'lf' | 'crlf'>();

  async function copy(ends: 'lf' | 'crlf'): Promise<void> {
    const whole = `${node}> ${command}\n${text}`;
    await api.copyText(ends === 'crlf' ? whole.replaceAll('\n', '\r\n') : whole);
    setCopied(ends);
  }

  const button = (ends: 'lf' | 'crlf', label: string, hint: string): JSX.Element => (
    <button type="button" className="copy-button" title={hint} onClick={() => void copy(ends)}>
      <Icon name={copied === ends ? 'check' : 'copy'} />
      {copied === ends ? words.console.copied : label}
    </button>
  );

  return (
    <div className="terminal" role="group" aria-label={words.console.terminal(node, command)}>
      <pre className={failed ? 'terminal-text terminal-failed' : 'terminal-text'} tabIndex={0}>
        <span className="token-prompt">{node}&gt;</span>{' '}
        <span className="terminal-command">
          <Referenced text={command} names={names} />
        </span>
        {'\n'}
        <TerminalText text={text.replace(/\n$/, '')} names={names} hop={hop} />
      </pre>
      <div className="terminal-tools">
        {button('lf', words.console.copy, words.console.copyHint)}
        {button('crlf', words.console.copyCrlf, words.console.copyCrlfHint)}
      </div>
    </div>
  );
}
