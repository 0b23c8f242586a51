import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { strings } from '../../shared/strings';
import { isDirty, openedDocument, RevisionError, type OpenDocument } from './document';
import type { Draft } from './drafts';
import { memoryDrafts } from './memory-drafts';
import { OpenError } from './read';
import { restoreDraft } from './restore';
import { SaveError } from './save';
import { createSession } from './session';

const PATH = '/labs/lab.md';
const BASE = '# Title\n';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function open() {
  const files = new Map([[PATH, BASE]]);
  const drafts = memoryDrafts();
  const states: OpenDocument[] = [];
  const texts: (string | null)[][] = [];
  const save = vi.fn(async (path: string, content: string) => void files.set(path, content));
  const read = async (path: string): Promise<string> => {
    const content = files.get(path);
    if (content === undefined) throw new OpenError(() => 'gone', true);
    return content;
  };
  const onState = (document: OpenDocument): void => void states.push(document);
  const session = createSession(
    openedDocument(PATH, BASE),
    { drafts, read, save, now: () => 1000, onSaved: (...saved) => void texts.push(saved), onState },
    'draft',
  );
  const id = session.document().notebook.cells[0]?.id ?? '';
  const type = (text: string): number =>
    session.apply(session.document().revision, [{ type: 'set-text', id, text }]);
  return { session, drafts, files, states, texts, save, type };
}

describe('unsaved work', () => {
  it('is drafted within a second of the first change, however steadily one types', async () => {
    const { drafts, type } = open();
    for (let ms = 0; ms < 1000; ms += 50) {
      type(`# ${ms}`);
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(drafts.stored.get('draft')?.text).toMatch(/^# [4-9]\d\d\n$/);
    await vi.advanceTimersByTimeAsync(1000);
    expect(drafts.stored.get('draft')).toMatchObject({
      path: PATH,
      name: 'lab.md',
      text: '# 950\n',
      savedAt: 1000,
    });
  });

  it('that was taken back leaves no draft', async () => {
    const { session, drafts, type } = open();
    type('# New');
    await session.flush();
    expect(drafts.stored.size).toBe(1);
    type('# Title');
    await vi.advanceTimersByTimeAsync(1000);
    expect(drafts.stored.size).toBe(0);
  });

  it('that cannot be drafted is told, and drafted as soon as that works', async () => {
    const { session, drafts, states, type } = open();
    drafts.failWrites(true);
    type('# New');
    expect(await session.flush()).toBe(false);
    expect(states.at(-1)?.notice?.()).toBe(strings.dialogs.notices.draftFailed('no space'));
    drafts.failWrites(false);
    await vi.advanceTimersByTimeAsync(5000);
    expect(drafts.stored.size).toBe(1);
    expect(states.at(-1)?.notice).toBeNull();
  });

  it('is gone when it is discarded, also what was typed just before', async () => {
    const { session, drafts, type } = open();
    type('# New');
    await session.flush();
    type('# Newer');
    await session.discard();
    await vi.advanceTimersByTimeAsync(1000);
    expect(drafts.stored.size).toBe(0);
  });
});

describe('applying', () => {
  it('answers with the new revision and tells of the first change', () => {
    const { states, type } = open();
    expect(type('# A')).toBe(1);
    expect(type('# B')).toBe(2);
    expect(states.map(isDirty)).toEqual([true]);
  });

  it('refuses another revision and keeps the document', () => {
    const { session, type } = open();
    type('# A');
    expect(() => session.apply(0, [])).toThrow(RevisionError);
    expect(session.document().text).toBe('# A\n');
  });
});

describe('saving', () => {
  it('refuses what could not be opened again, and says so', async () => {
    const { session, files, type } = open();
    type('x'.repeat(51 * 1024 * 1024));
    const outcome = await session.save(PATH, false);
    expect(outcome).toEqual({ kind: 'failed', reason: strings.dialogs.saving.tooLarge('51.0', 50) });
    expect(files.get(PATH)).toBe(BASE);
    expect(isDirty(session.document())).toBe(true);
    type('# Smaller');
    expect(await session.save(PATH, false)).toEqual({ kind: 'saved' });
  });

  it('writes the file and ends the draft', async () => {
    const { session, drafts, files, states, type } = open();
    type('# New');
    await session.flush();
    expect(await session.save(PATH, false)).toEqual({ kind: 'saved' });
    expect(files.get(PATH)).toBe('# New\n');
    expect(drafts.stored.size).toBe(0);
    expect(states.map(isDirty)).toEqual([true, false]);
  });

  it('under another name goes on with that file', async () => {
    const { session, files } = open();
    await session.save('/labs/other.md', true);
    expect(session.document()).toMatchObject({ path: '/labs/other.md', name: 'other.md' });
    expect([...files.keys()]).toEqual([PATH, '/labs/other.md']);
  });

  it('keeps the work and its draft when it fails', async () => {
    const { session, drafts, files, states, save, type } = open();
    type('# New');
    await session.flush();
    save.mockRejectedValueOnce(new SaveError(() => 'The disk is full.'));
    expect(await session.save(PATH, false)).toEqual({ kind: 'failed', reason: 'The disk is full.' });
    expect(session.document().text).toBe('# New\n');
    expect(states.at(-1)?.notice?.()).toBe(strings.dialogs.saving.notice('The disk is full.'));
    expect(drafts.stored.get('draft')?.text).toBe('# New\n');
    expect(files.get(PATH)).toBe(BASE);

    expect(await session.save(PATH, false)).toEqual({ kind: 'saved' });
    expect(states.at(-1)).toMatchObject({ notice: null });
  });

  it('does not touch a file that someone else has changed, unless told to', async () => {
    const { session, files, type } = open();
    type('# New');
    files.set(PATH, '# Theirs\n');
    expect(await session.save(PATH, false)).toEqual({ kind: 'changed' });
    expect(files.get(PATH)).toBe('# Theirs\n');
    expect(await session.save(PATH, true)).toEqual({ kind: 'saved' });
    expect(files.get(PATH)).toBe('# New\n');
    type('# Newer');
    expect(await session.save(PATH, false)).toEqual({ kind: 'saved' });
  });

  it('tells what was written, and over what', async () => {
    const { session, texts, type } = open();
    type('# New');
    await session.save(PATH, false);
    await session.save('/labs/other.md', true);
    expect(texts).toEqual([
      [PATH, '# New\n', BASE],
      ['/labs/other.md', '# New\n', null],
    ]);
  });

  it('writes a file again that was deleted', async () => {
    const { session, files, type } = open();
    type('# New');
    files.delete(PATH);
    expect(await session.save(PATH, false)).toEqual({ kind: 'saved' });
    expect(files.get(PATH)).toBe('# New\n');
  });

  it('leaves what is typed meanwhile unsaved', async () => {
    const { session, files, save, type } = open();
    type('# New');
    save.mockImplementationOnce(async (path, content) => {
      type('# Newer');
      files.set(path, content);
    });
    await session.save(PATH, false);
    expect(files.get(PATH)).toBe('# New\n');
    expect(isDirty(session.document())).toBe(true);
  });

  it('leaves no draft older than the file, whenever a crash comes', async () => {
    const { session, drafts, files, save, type } = open();
    type('# New');
    await session.flush();
    type('# Newer');
    const left: (Draft | undefined)[] = [];
    save.mockImplementationOnce(async (path, content) => {
      files.set(path, content);
      left.push(drafts.stored.get('draft'));
      type('# Newest');
      await session.flush();
      left.push(drafts.stored.get('draft'));
    });
    await session.save(PATH, false);
    const restored = await Promise.all(
      left.map(async (draft) => draft && restoreDraft(draft, async () => '# Newer\n')),
    );
    expect(restored).toEqual([null, expect.objectContaining({ text: '# Newest\n', disk: 'same' })]);
  });

  it('that failed when the file was replaced already knows its own text again', async () => {
    const { session, files, save, type } = open();
    type('# New');
    save.mockImplementationOnce(async (path, content) => {
      files.set(path, content);
      throw new SaveError(() => 'The disk reports an error.');
    });
    expect(await session.save(PATH, false)).toMatchObject({ kind: 'failed' });
    type('# Newer');
    await session.checkDisk();
    expect(session.document()).toMatchObject({ disk: 'same', savedText: '# New\n' });
    expect(await session.save(PATH, false)).toEqual({ kind: 'saved' });
    expect(files.get(PATH)).toBe('# Newer\n');
  });

  it('happens one after the other', async () => {
    const { session, files, type } = open();
    type('# New');
    const first = session.save(PATH, false);
    type('# Newer');
    expect(await Promise.all([first, session.save(PATH, false)])).toEqual([
      { kind: 'saved' },
      { kind: 'saved' },
    ]);
    expect(files.get(PATH)).toBe('# Newer\n');
    expect(isDirty(session.document())).toBe(false);
  });
});

describe('a file that another program changes', () => {
  it('gives its content where nothing here is unsaved', async () => {
    const { session, files, states } = open();
    expect(await session.checkDisk()).toBeNull();
    files.set(PATH, '# Theirs\n');
    expect(await session.checkDisk()).toBe('# Theirs\n');
    expect(states).toEqual([]);
  });

  it('is told where something is, and no more once it is as before', async () => {
    const { session, files, states, type } = open();
    type('# New');
    files.set(PATH, '# Theirs\n');
    expect(await session.checkDisk()).toBeNull();
    expect(states.at(-1)?.disk).toBe('changed');
    files.set(PATH, BASE);
    await session.checkDisk();
    expect(states.at(-1)?.disk).toBe('same');
    expect(session.document().text).toBe('# New\n');
  });

  it('is written over without a question once the work here is to be kept', async () => {
    const { session, files, type } = open();
    type('# New');
    files.set(PATH, '# Theirs\n');
    await session.checkDisk();
    await session.keepMine();
    expect(session.document()).toMatchObject({ disk: 'same', text: '# New\n' });
    expect(await session.save(PATH, false)).toEqual({ kind: 'saved' });
  });

  it('to what is here already is saved', async () => {
    const { session, files, type } = open();
    type('# New');
    files.set(PATH, '# New\n');
    await session.checkDisk();
    expect(isDirty(session.document())).toBe(false);
  });

  it('and takes away leaves the work here unsaved and drafted', async () => {
    const { session, files, drafts } = open();
    files.delete(PATH);
    expect(await session.checkDisk()).toBeNull();
    expect(session.document().disk).toBe('missing');
    expect(isDirty(session.document())).toBe(true);
    expect(drafts.stored.get('draft')?.text).toBe(BASE);
    expect(await session.save(PATH, false)).toEqual({ kind: 'saved' });
    expect(session.document().disk).toBe('same');
  });

  it('is not what a save of our own writes meanwhile', async () => {
    const { session, type } = open();
    type('# New');
    const saved = session.save(PATH, false);
    expect(await session.checkDisk()).toBeNull();
    await saved;
    expect(session.document().disk).toBe('same');
  });
});
