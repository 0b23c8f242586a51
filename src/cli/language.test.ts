import { afterEach, expect, it } from 'vitest';
import { speak } from '../shared/strings';
import { UsageError } from './arguments';
import { commandFirst, takeLanguage } from './language';
import { inMemory, runIn } from './testing';

afterEach(() => speak('en'));

const JAPANESE = /\p{Script=Hiragana}|\p{Script=Katakana}/u;

const TOPOLOGY = `
hosts:
  a: { lan: lan1, address: 10.0.0.1/24 }
  b: { lan: lan1, address: 10.0.0.2/24 }
lans: { lan1: {} }
`;

function ask(...words: string[]): string {
  const outcome = runIn(inMemory({ 'lab.yaml': TOPOLOGY }), ['ask', '--topology', 'lab.yaml', ...words]);
  expect(outcome).toMatchObject({ code: 0, err: '' });
  return outcome.out;
}

it('takes the language from wherever it stands, and leaves the rest', () => {
  expect(takeLanguage(['a', '--json'])).toEqual({ language: 'en', others: ['a', '--json'] });
  expect(takeLanguage(['--lang', 'ja', 'a'])).toEqual({ language: 'ja', others: ['a'] });
  expect(takeLanguage(['a', '--lang=ja'])).toEqual({ language: 'ja', others: ['a'] });
  expect(takeLanguage(['a', '--', '--lang', 'ja'])).toEqual({
    language: 'en',
    others: ['a', '--', '--lang', 'ja'],
  });
});

it.each([[['--lang']], [['--lang', 'de']], [['--lang=']], [['--lang', 'ja', '--lang', 'en']]])(
  'refuses %j',
  (argv) => {
    expect(() => takeLanguage(argv)).toThrow(UsageError);
  },
);

it('may stand before the command', () => {
  expect(commandFirst(['--lang', 'ja', 'trace', 'a'])).toEqual(['trace', '--lang', 'ja', 'a']);
  expect(commandFirst(['--lang=ja', 'trace', 'a'])).toEqual(['trace', '--lang=ja', 'a']);
  for (const other of [[], ['--lang'], ['--lang', 'ja'], ['trace', '--lang', 'ja']])
    expect(commandFirst(other)).toEqual(other);
});

it('tells results in the language asked for, and in English without one', () => {
  const english = ask('a', 'show ip route');
  expect(english).not.toMatch(JAPANESE);
  expect(ask('--lang', 'ja', 'a', 'show ip route')).toMatch(JAPANESE);
  expect(ask('a', 'show ip route')).toBe(english);
});
