import { expect, it } from 'vitest';
import { conflictLines, markerLines } from './conflict';

const CONFLICT = 'a\n<<<<<<< HEAD\nmine\n=======\ntheirs\n>>>>>>> branch\nb\n';

it('finds where conflicts begin, also in files of Windows', () => {
  expect(conflictLines(CONFLICT)).toEqual([2]);
  expect(conflictLines((CONFLICT + CONFLICT).replaceAll('\n', '\r\n'))).toEqual([2, 9]);
});

it('takes no heading and no half of a conflict for one', () => {
  expect(conflictLines('Title\n=======\n')).toEqual([]);
  expect(conflictLines('<<<<<<< HEAD\nx\n')).toEqual([]);
  expect(conflictLines('<<<<<<<< eight\n=======\n>>>>>>> x\n')).toEqual([]);
});

it('finds every mark of a conflict in a part of one', () => {
  expect(markerLines(CONFLICT)).toEqual([2, 4, 6]);
  expect(markerLines('mine\n=======\ntheirs\n>>>>>>> x')).toEqual([2, 4]);
  expect(markerLines('Title\n=======\n')).toEqual([]);
});
