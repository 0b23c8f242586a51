/** `--lang en|ja`: the language of the sentences in results, an option of every command. */
import { LANGUAGES, type Language } from '../shared/language';
import { UsageError } from './arguments';

export interface Spoken {
  readonly language: Language;
  /** What is left for the command. */
  readonly others: readonly string[];
}

/** English where nothing is said. What stands behind `--` belongs to the command that is asked. */
export function takeLanguage(argv: readonly string[]): Spoken {
  const end = argv.indexOf('--');
  const own = end === -1 ? argv : argv.slice(0, end);
  const at = own.findIndex((word) => /^--lang(=|$)/.test(word));
  const word = own[at];
  if (word === undefined) return { language: 'en', others: argv };
  const isApart = word === '--lang';
  const text = isApart ? own[at + 1] : word.slice('--lang='.length);
  const language = LANGUAGES.find((known) => known === text);
  if (language === undefined) throw new UsageError(`--lang ${text ?? ''}: write ${LANGUAGES.join(' or ')}`);
  const others = argv.toSpliced(at, isApart ? 2 : 1);
  if (
    others.slice(0, end === -1 ? undefined : others.indexOf('--')).some((each) => /^--lang(=|$)/.test(each))
  )
    throw new UsageError('--lang is given 2 times');
  return { language, others };
}

/** The same command line with the language behind the command, where everything looks for it that knows its command. */
export function commandFirst(argv: readonly string[]): readonly string[] {
  const [word = ''] = argv;
  if (!/^--lang(=|$)/.test(word)) return argv;
  const own = argv.slice(0, word === '--lang' ? 2 : 1);
  const [command, ...others] = argv.slice(own.length);
  return command === undefined ? argv : [command, ...own, ...others];
}
