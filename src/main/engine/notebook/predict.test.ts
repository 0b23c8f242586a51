import { describe, expect, it } from 'vitest';
import type { Predicted } from '../../../shared/evaluation';
import { answersIn, withAnswer } from '../../../shared/prediction';
import { createEvaluator, parseNotebook } from '../index';

const TOPOLOGY = `routers:
  r1:
    interfaces:
      eth0: { address: 10.1.0.1/24, lan: office }
      eth1: { address: 10.2.0.1/24, lan: lab }
lans: { office: {}, lab: {} }
hosts:
  alice: { lan: office, address: 10.1.0.10/24 }
  bob: { lan: lab, address: 10.2.0.10/24 }
  mute: { lan: lab, address: 10.2.0.11/24, icmp: off }`;

function outputOf(text: string) {
  const file = `\`\`\`topology\n${TOPOLOGY}\n\`\`\`\n\n\`\`\`predict {#q}\n${text}\n\`\`\`\n`;
  const output = createEvaluator().evaluate(parseNotebook(file).notebook).outputs.at(-1);
  if (output?.kind !== 'predict') throw new Error('no predict cell');
  return output;
}

function predicted(text: string): Predicted {
  const { predicted: result, problems } = outputOf(text);
  if (result === null) throw new Error(problems[0]?.message);
  return result;
}

describe('a question for hops', () => {
  const ask = 'ask alice -> bob path';

  it('is open until it is answered, and knows the answer', () => {
    expect(outputOf(ask).status).toBe('fresh');
    expect(predicted(ask)).toMatchObject({
      source: 'alice',
      target: 'bob',
      choices: [],
      points: 1,
      answer: null,
      verdict: 'open',
      remark: null,
      solution: ['10.1.0.1 10.2.0.10'],
    });
  });

  it.each([
    ['10.1.0.1 10.2.0.10', 'right', null],
    ['10.1.0.1   10.2.0.10  # sure', 'right', null],
    ['10.1.0.1, 10.2.0.10', 'right', null],
    ['10.1.0.1,10.2.0.10,', 'right', null],
    ['１０．１．０．１　10.2.0.10', 'right', null],
    ['10.1.0.1、１０.2.0.10', 'right', null],
    ['＊ 10.2.0.10', 'wrong', 'Hop 1 is something else'],
    ['10.1.0.1', 'wrong', 'The path goes on'],
    ['10.1.0.1 *', 'wrong', 'Hop 2 is something else'],
    ['* 10.2.0.10', 'wrong', 'Hop 1 is something else'],
    ['10.1.0.1 10.2.0.10 10.2.0.10', 'wrong', 'The path is shorter'],
  ])('answered by %s is %s', (answer, verdict, remark) => {
    expect(predicted(`${ask}\nanswer ${answer}`)).toMatchObject({ verdict, remark });
    expect(outputOf(`${ask}\nanswer ${answer}`).status).toBe(verdict === 'right' ? 'fresh' : 'failed');
  });

  it('takes one * for all the silence at the end', () => {
    const silent = 'ask alice -> mute path\nanswer 10.1.0.1';
    expect(predicted(`${silent} *`).verdict).toBe('right');
    expect(predicted(`${silent} * * *`).verdict).toBe('right');
    expect(predicted(silent)).toMatchObject({ verdict: 'wrong', remark: 'The path goes on' });
  });

  it('does not tell the answer in its remark', () => {
    const { remark } = predicted(`${ask}\nanswer 10.9.9.9 10.2.0.10`);
    expect(remark).not.toContain('10.1.0.1');
  });
});

describe('a question with choices', () => {
  const ask = 'ask alice -> bob\nchoice via r1\nchoice no-path\nhint Look at the LANs. # all of it\npoints 3';

  it('marks the choices that hold', () => {
    expect(predicted(ask)).toMatchObject({
      choices: [
        { text: 'via r1', right: true },
        { text: 'no-path', right: false },
      ],
      hints: ['Look at the LANs.'],
      points: 3,
      solution: ['via r1'],
    });
  });

  it.each([
    ['via r1', 'right'],
    ['no-path', 'wrong'],
  ])('answered by %s is %s', (answer, verdict) => {
    expect(predicted(`${ask}\nanswer ${answer}`).verdict).toBe(verdict);
  });
});

it('asks nothing, and nothing is wrong, where nothing is written yet', () => {
  expect(outputOf(' \n')).toMatchObject({ status: 'fresh', problems: [], predicted: null });
});

describe('a question that cannot be understood', () => {
  it.each([
    ['hint look', 1, 1, 'question is missing'],
    ['ask alice', 1, 5, 'ask SOURCE -> TARGET'],
    ['ask alice -> bob', 1, 14, 'nothing to choose from'],
    ['ask alise -> bob path', 1, 5, 'no node "alise"'],
    ['ask alice -> bab path', 1, 14, '"bab"'],
    ['ask alice -> bob route', 1, 18, 'Only `path`'],
    ['ask alice -> bob path\nchoice no-path', 1, 18, 'one form'],
    ['ask alice -> bob\nchoice via r9\nchoice no-path', 2, 8, 'no node "r9"'],
    ['ask alice -> bob\nchoice', 2, 7, 'check is missing'],
    ['ask alice -> bob path\nanswer left', 2, 8, '"left" is no hop'],
    ['ask alice -> bob path\nanswer 10.1.0.1, r1', 2, 18, '"r1" is no hop'],
    ['ask alice -> bob path\nanswer ,', 2, 8, '"," is no hop'],
    ['ask alice -> bob\nchoice no-path\nanswer reach', 3, 8, 'none of the choices'],
    ['ask alice -> bob path\npoints many', 2, 8, 'whole number'],
    ['ask alice -> bob path\nask bob -> alice path', 2, 1, 'second `ask`'],
    ['ask alice -> bob path\nhnit x', 2, 1, '"hnit"'],
  ])('%j: line %i, column %i', (text, line, column, message) => {
    const { status, problems } = outputOf(text);
    expect(status).toBe('error');
    expect(problems[0]).toMatchObject({ line, column, message: expect.stringContaining(message) });
  });
});

describe('the answer in the text', () => {
  it.each([
    ['ask a -> b path', 'x', 'ask a -> b path\nanswer x'],
    ['ask a -> b path\nanswer\npoints 2', ' x  y ', 'ask a -> b path\nanswer x y\npoints 2'],
    ['answer old # mine', 'new', 'answer new'],
    ['answers\nanswer a\nanswer b', '', 'answers\nanswer\nanswer b'],
    ['', 'x', 'answer x'],
  ])('%j with %j', (text, answer, changed) => {
    expect(withAnswer(text, answer)).toBe(changed);
    expect(answersIn(changed)[0]).toBe(answer.trim().replaceAll(/\s+/g, ' '));
  });
});
