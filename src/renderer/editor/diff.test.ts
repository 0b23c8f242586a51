import fc from 'fast-check';
import { expect, it } from 'vitest';
import { replacedRange } from './diff';

it('turns any text into any other', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n') });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { start, end, replacement } = replacedRange(before, after);
      expect(before.slice(0, start) + replacement + before.slice(end)).toBe(after);
    }),
  );
});

it('touches nothing outside the change', () => {
  expect(replacedRange('ping 10.1.1.1', 'ping 10.2.1.1')).toEqual({ start: 8, end: 9, replacement: '2' });
});
