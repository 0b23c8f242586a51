import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperation } from '../../../shared/document';
import { evaluatorWith, notebookOf } from '../testing/row-engine';

describe('evaluating again', () => {
  const cells = [
    'topology\na1 b2 c3',
    'console {#q}\na1> tracert c3',
    'edit {#e}\nremove b2',
    'console\na1> tracert c3',
    'expect\na1 -> c3 reach',
  ];

  it('computes nothing and gives the very same outputs where nothing changed', () => {
    const counts = { simulated: 0, asked: 0 };
    const evaluator = evaluatorWith(counts);
    const first = evaluator.evaluate(notebookOf(...cells));
    const spent = { ...counts };
    const second = evaluator.evaluate(notebookOf(...cells));
    expect(counts).toEqual(spent);
    second.outputs.forEach((output, index) => expect(output).toBe(first.outputs[index]));
  });

  it('computes a network once, by whichever edits it came about', () => {
    const counts = { simulated: 0, asked: 0 };
    const { outputs } = evaluatorWith(counts).evaluate(
      notebookOf('topology\na1 b2 c3', 'edit\nremove c3', 'topology\na1 b2', 'console\na1> tracert b2'),
    );
    expect(outputs.every(({ problems }) => problems.length === 0)).toBe(true);
    expect(counts.simulated).toBe(2);
  });

  it('asks nothing below a topology anew whose text alone is laid out otherwise', () => {
    const counts = { simulated: 0, asked: 0 };
    const evaluator = evaluatorWith(counts);
    const [topology, ...rest] = cells;
    const first = evaluator.evaluate(notebookOf(topology ?? '', ...rest));
    const spent = { ...counts };
    const second = evaluator.evaluate(notebookOf(`${topology}  `, ...rest));
    expect(counts).toEqual(spent);
    expect(second.outputs.slice(1).every((output, index) => output === first.outputs[index + 1])).toBe(true);
  });

  it('computes only what depends on the change', () => {
    const counts = { simulated: 0, asked: 0 };
    const evaluator = evaluatorWith(counts);
    const notebook = notebookOf(...cells);
    const first = evaluator.evaluate(notebook);
    const spent = { ...counts };
    const asked = applyOperation(notebook, { type: 'set-text', id: 'q', text: 'b2> ping c3' }).notebook;
    const second = evaluator.evaluate(asked);
    expect(counts).toEqual({ simulated: spent.simulated, asked: spent.asked + 1 });
    expect(second.outputs.map((output, index) => output === first.outputs[index])).toEqual([
      true,
      false,
      true,
      true,
      true,
    ]);

    const changed = applyOperation(notebook, { type: 'set-text', id: 'e', text: 'remove a1' }).notebook;
    const third = evaluator.evaluate(changed);
    expect(third.outputs.map((output, index) => output === first.outputs[index])).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('gives what a first evaluation would, whatever came before', () => {
    const anyCell = fc.oneof(
      fc.constantFrom(
        'topology\na1 b2 c3',
        'topology\na1 ?',
        'topology\na1 dispute c3',
        'edit\nremove b2',
        'edit\nremove dispute',
      ),
      fc.constantFrom('console\na1> tracert c3', 'expect\na1 -> c3 via b2', 'edit\ncrash'),
    );
    const anyNotebook = fc.array(anyCell, { maxLength: 8 }).map((drawn) => notebookOf(...drawn));
    fc.assert(
      fc.property(fc.array(anyNotebook, { minLength: 1, maxLength: 4 }), (notebooks) => {
        const evaluator = evaluatorWith();
        for (const notebook of notebooks) {
          expect(evaluator.evaluate(notebook)).toEqual(evaluatorWith().evaluate(notebook));
        }
      }),
    );
  });
});
