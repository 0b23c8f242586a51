import { describe, expect, it } from 'vitest';
import {
  isDirty,
  isPristine,
  newDocument,
  openedDocument,
  RevisionError,
  snapshotOf,
  stateOf,
  withOperations,
  withSaved,
} from './document';
import { starter } from '../engine/index';

const TEXT = '---\ntracebook: 1\nseed: 7\n---\n\n# Title\n\n```console\nh> tracert x\n```\n';

const opened = openedDocument('/labs/lab.tracebook.md', TEXT);
const first = opened.notebook.cells[0]?.id ?? '';

describe('an opened document', () => {
  it('is as its file', () => {
    expect(stateOf(opened)).toEqual({
      path: '/labs/lab.tracebook.md',
      name: 'lab.tracebook.md',
      dirty: false,
      notice: null,
      disk: 'same',
    });
    expect(snapshotOf(opened, null)).toMatchObject({ revision: 0, notebook: opened.notebook });
    expect(isPristine(opened)).toBe(false);
  });

  it('tells what is wrong with the file as a whole', () => {
    expect(openedDocument('/a.md', '---\ntracebook: 999\n---\n\nx\n').notice?.()).toMatch(
      /^Line 1: .*read-only/,
    );
  });
});

describe('operations', () => {
  const changed = withOperations(opened, 0, [
    { type: 'set-text', id: first, text: '# Other' },
    { type: 'set-text', id: first, text: '# New' },
  ]);

  it('count, and make the document dirty', () => {
    expect(changed.revision).toBe(2);
    expect(isDirty(changed)).toBe(true);
    expect(changed.text).toBe(TEXT.replace('# Title', '# New'));
    expect(opened.text).toBe(TEXT);
  });

  it('that lead back to the file leave it clean', () => {
    expect(isDirty(withOperations(changed, 2, [{ type: 'set-text', id: first, text: '# Title' }]))).toBe(
      false,
    );
  });

  it('on another revision are refused', () => {
    expect(() => withOperations(changed, 0, [{ type: 'delete', id: first }])).toThrow(RevisionError);
  });

  it('that do not fit change nothing', () => {
    expect(() =>
      withOperations(opened, 0, [
        { type: 'delete', id: first },
        { type: 'delete', id: first },
      ]),
    ).toThrow();
  });

  it('on a notebook of a newer format are refused', () => {
    const newer = openedDocument('/a.md', '---\ntracebook: 999\n---\n\nx\n');
    const id = newer.notebook.cells[0]?.id ?? '';
    expect(() => withOperations(newer, 0, [{ type: 'delete', id }])).toThrow(/read-only/);
  });
});

describe('a saved document', () => {
  it('has the new place and is clean, unless it was changed while being saved', () => {
    const changed = withOperations(opened, 0, [{ type: 'set-text', id: first, text: '# New' }]);
    const saved = withSaved(changed, '/labs/other.md', changed.text);
    expect(stateOf(saved)).toEqual({
      path: '/labs/other.md',
      name: 'other.md',
      dirty: false,
      notice: null,
      disk: 'same',
    });
    const later = withOperations(changed, 1, [{ type: 'set-text', id: first, text: '# Newer' }]);
    expect(isDirty(withSaved(later, '/labs/other.md', changed.text))).toBe(true);
  });
});

describe('a new document', () => {
  const fresh = newDocument('Untitled', starter());

  it('is pristine until it is changed', () => {
    expect(isPristine(fresh)).toBe(true);
    expect(fresh.notice).toBeNull();
    const id = fresh.notebook.cells[0]?.id ?? '';
    expect(isPristine(withOperations(fresh, 0, [{ type: 'delete', id }]))).toBe(false);
  });

  it('begins with text, a network and a question', () => {
    expect(fresh.notebook.cells.map(({ kind }) => kind)).toEqual([
      'markdown',
      'topology',
      'markdown',
      'console',
    ]);
  });
});
