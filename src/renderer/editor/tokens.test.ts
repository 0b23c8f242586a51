import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CELL_KINDS, type CellKind } from '../../shared/notebook';
import { tokenizeLine } from './tokens';

/** `kind:text` of each token that is not plain. */
function read(kind: CellKind, line: string): string[] {
  const tokens = tokenizeLine(kind, line);
  return tokens
    .map((token, index) => `${token.kind}:${line.slice(token.start, tokens[index + 1]?.start).trim()}`)
    .filter((token) => !token.startsWith('text:'));
}

it('covers every line in order', () => {
  fc.assert(
    fc.property(fc.constantFrom(...CELL_KINDS), fc.string(), (kind, line) => {
      const starts = tokenizeLine(kind, line).map((token) => token.start);
      expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b));
      expect(starts[0] ?? 0).toBe(0);
      expect(starts.every((start) => start < line.length)).toBe(true);
    }),
  );
});

it('reads a console line', () => {
  expect(read('console', 'r1> show ip route # all')).toEqual([
    'prompt:r1>',
    'keyword:show ip route',
    'comment:# all',
  ]);
  expect(read('console', 'hub-vm> tracert -d 10.2.30.10')).toEqual([
    'prompt:hub-vm>',
    'keyword:tracert',
    'string:-d',
    'number:10.2.30.10',
  ]);
});

it('reads an edit line', () => {
  expect(read('edit', 'no shutdown ce1:ge0/0.1')).toEqual(['keyword:no shutdown', 'name:ce1:ge0/0.1']);
});

it('reads an expect line', () => {
  expect(read('expect', 'alice -> bob path 10.1.0.1 *')).toEqual([
    'name:alice',
    'operator:->',
    'name:bob',
    'keyword:path',
    'number:10.1.0.1',
    'operator:*',
  ]);
});

it('reads topology lines', () => {
  expect(read('topology', 'routers:')).toEqual(['keyword:routers', 'operator::']);
  expect(read('topology', '  eth0: { address: 10.1.0.1/24 }')).toEqual([
    'name:eth0',
    'operator::',
    'operator:{',
    'name:address',
    'operator::',
    'number:10.1.0.1/24',
    'operator:}',
  ]);
});
