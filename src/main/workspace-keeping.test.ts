/** What the workspace keeps and notices: windows, files that others change, versions, saving by itself. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../shared/settings';
import { memoryDrafts } from './documents/memory-drafts';
import { SaveError } from './documents/save';
import { world, type WorldOptions } from './workspace-world';

const A = '/labs/a.md';
const B = '/labs/b.md';
const VIEW = { cell: 'x', offset: 3, selected: 'x', outline: true };
const BOUNDS = { x: 5, y: 6, width: 700, height: 500 };

async function opened(options: WorldOptions = {}) {
  const all = world({ files: { [A]: '# A\n', [B]: '# B\n' }, ...options });
  await all.workspace.open(A, null);
  return all;
}

describe('the windows of the last time', () => {
  it('are kept as they are, and come back so', async () => {
    const { workspace, remembered } = await opened();
    await workspace.open(B, null);
    workspace.remember(1, VIEW);
    expect(remembered().map(({ path, view }) => [path, view])).toEqual([
      [A, VIEW],
      [B, null],
    ]);
    await workspace.close(1);
    expect(remembered().map(({ path }) => path)).toEqual([B]);
    await workspace.quit();
    expect(remembered().map(({ path }) => path)).toEqual([B]);
  });

  it('are kept by what their cells will be called once they are read again', async () => {
    const { workspace, remembered, edit } = await opened();
    const [cell] = workspace.load(1).notebook.cells;
    const view = { ...VIEW, cell: cell?.id ?? null, selected: cell?.id ?? null };
    edit(1, '# Mine');
    await workspace.run('file.save', 1);
    workspace.remember(1, view);
    await workspace.open(B, null);
    const [kept] = remembered();
    const again = world({ files: { [A]: '# Mine\n' } });
    await again.workspace.open(A, null);
    const [read] = again.workspace.load(1).notebook.cells;
    expect(read?.id).not.toBe(cell?.id);
    expect(kept?.view).toMatchObject({ cell: read?.id, selected: read?.id });
    expect(workspace.load(1).view).toEqual(view);
  });

  it('come back with their place and view, once each, without those that are gone', async () => {
    const drafts = memoryDrafts();
    await drafts.write('x', {
      path: A,
      name: 'a.md',
      baseHash: null,
      savingHash: null,
      savedAt: 1,
      text: '# Mine\n',
    });
    const last = [A, B, '/labs/gone.md'].map((path) => ({ path, bounds: BOUNDS, view: VIEW }));
    const { workspace, windows, dialogs, remembered } = world({
      files: { [A]: '# A\n', [B]: '# B\n' },
      drafts,
      last,
    });
    await workspace.restore();
    expect([...windows.values()].map(({ state, bounds }) => [state?.path, state?.dirty, bounds])).toEqual([
      [A, true, BOUNDS],
      [B, false, BOUNDS],
    ]);
    expect(workspace.load(2).view).toEqual(VIEW);
    expect(dialogs.openFailed).not.toHaveBeenCalled();
    expect(remembered()).toHaveLength(2);
  });
});

describe('a file that another program writes', () => {
  it('is read again where nothing is unsaved, and the page is told', async () => {
    const { workspace, windows, engines, write } = await opened();
    await write(A, '# Theirs\n');
    expect(windows.get(1)?.told.at(-1)?.[0]).toBe('document');
    const now = workspace.load(1);
    expect(now).toMatchObject({ dirty: false, disk: 'same', revision: 1 });
    expect(now.notice?.text).toContain('a.md was changed on the disk');
    expect(now.notebook.cells[0]?.text).toBe('# Theirs');
    expect(engines[0]?.restarts[0]).toBe(1);
  });

  it('leaves unsaved work alone, which can be kept', async () => {
    const { workspace, windows, files, edit, write } = await opened();
    edit(1, '# Mine');
    await write(A, '# Theirs\n');
    expect(windows.get(1)?.state).toMatchObject({ dirty: true, disk: 'changed' });
    expect(await workspace.compareWithDisk(1)).toEqual({ theirs: '# Theirs\n', mine: '# Mine\n' });
    await workspace.run('file.keepMine', 1);
    expect(windows.get(1)?.state).toMatchObject({ dirty: true, disk: 'same' });
    await workspace.run('file.save', 1);
    expect(files.get(A)).toBe('# Mine\n');
  });

  it('leaves alone what is typed and not sent yet', async () => {
    const { workspace, windows, edit, write } = await opened();
    workspace.load(1);
    const window = windows.get(1);
    if (window !== undefined) window.flush = () => edit(1, '# Mine');
    await write(A, '# Theirs\n');
    await vi.waitFor(() => expect(window?.state).toMatchObject({ dirty: true, disk: 'changed' }));
    expect(workspace.load(1).notebook.cells[0]?.text).toBe('# Mine');
  });

  it('can take the place of unsaved work, which becomes a version', async () => {
    const { workspace, windows, drafts, versions, edit, write } = await opened();
    edit(1, '# Mine');
    await write(A, '# Theirs\n');
    await workspace.run('file.reload', 1);
    expect(windows.get(1)?.state).toMatchObject({ dirty: false, disk: 'same' });
    expect(workspace.load(1).notebook.cells[0]?.text).toBe('# Theirs');
    expect(versions).toEqual([{ file: A, text: '# Mine\n', reason: 'replaced' }]);
    expect(drafts.stored.size).toBe(0);
  });

  it('that is gone leaves the notebook unsaved', async () => {
    const { windows, write } = await opened();
    await write(A, null);
    expect(windows.get(1)?.state).toMatchObject({ dirty: true, disk: 'missing' });
  });

  it('that cannot be had is told, and no failure of the application', async () => {
    const { workspace, windows, files, edit, write } = await opened();
    edit(1, '# Mine');
    await write(A, '# Theirs\n');
    files.delete(A);
    for (const command of ['file.reload', 'file.keepMine'] as const) {
      await workspace.run(command, 1);
      expect(windows.get(1)?.state?.notice?.text).toBe('a.md was not read again. There is no such file.');
    }
    expect(workspace.load(1).notebook.cells[0]?.text).toBe('# Mine');
    workspace.openNew();
    await workspace.run('file.reload', 2);
    expect(windows.get(2)?.state?.notice).toBeNull();
  });

  it('is looked at when its window gets the focus', async () => {
    const { workspace, windows, files, edit } = await opened();
    edit(1, '# Mine');
    files.set(A, '# Theirs\n');
    workspace.focused(1);
    await vi.waitFor(() => expect(windows.get(1)?.state?.disk).toBe('changed'));
  });

  it('is watched where a save has taken the notebook, and no more once it is closed', async () => {
    const { workspace, dialogs, watched } = await opened();
    dialogs.chooseTarget.mockResolvedValueOnce('/other/c.md');
    await workspace.run('file.saveAs', 1);
    expect([...watched.keys()]).toEqual(['/other/c.md']);
    await workspace.close(1);
    expect(watched.size).toBe(0);
  });
});

describe('versions', () => {
  it('hold what each save wrote, and what was there before the first', async () => {
    const { workspace, versions, edit } = await opened();
    edit(1, '# One');
    await workspace.run('file.save', 1);
    edit(1, '# Two');
    await workspace.run('file.save', 1);
    await vi.waitFor(() => expect(versions.map(({ text }) => text)).toEqual(['# A\n', '# One\n', '# Two\n']));
  });

  it('hold what another program wrote, before it is written over', async () => {
    const { workspace, dialogs, files, versions, edit, write } = await opened();
    const texts = (): string[] => versions.map(({ text }) => text);
    edit(1, '# One');
    await workspace.run('file.save', 1);
    await write(A, '# Theirs\n');
    edit(1, '# Two');
    await workspace.run('file.save', 1);
    await vi.waitFor(() => expect(texts()).toEqual(['# A\n', '# One\n', '# Theirs\n', '# Two\n']));

    edit(1, '# Three');
    files.set(A, '# Theirs again\n');
    dialogs.askChanged.mockResolvedValueOnce('overwrite');
    await workspace.run('file.save', 1);
    await vi.waitFor(() => expect(texts().slice(4)).toEqual(['# Theirs again\n', '# Three\n']));

    await write(A, '# Theirs at last\n');
    await workspace.restoreVersion(1, '1-0');
    expect(texts().at(-1)).toBe('# Theirs at last\n');
  });

  it('come back as unsaved work, and keep what they replace', async () => {
    const { workspace, windows, files, versions, edit } = await opened();
    edit(1, '# One');
    await workspace.run('file.save', 1);
    await vi.waitFor(() => expect(versions).toHaveLength(2));
    edit(1, '# Unsaved');
    expect(await workspace.compareWithVersion(1, '1-0')).toEqual({ theirs: '# A\n', mine: '# Unsaved\n' });
    await workspace.restoreVersion(1, '1-0');
    expect(workspace.load(1).notebook.cells[0]?.text).toBe('# A');
    expect(windows.get(1)?.state).toMatchObject({ dirty: true, notice: null });
    expect(files.get(A)).toBe('# One\n');
    expect(versions.at(-1)).toEqual({ file: A, text: '# Unsaved\n', reason: 'replaced' });
  });
});

describe('saving by itself', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('waits until one rests', async () => {
    const { files, edit } = await opened({ autosave: 'afterDelay' });
    edit(1, '# One');
    await vi.advanceTimersByTimeAsync(900);
    edit(1, '# Two');
    await vi.advanceTimersByTimeAsync(900);
    expect(files.get(A)).toBe('# A\n');
    await vi.advanceTimersByTimeAsync(200);
    expect(files.get(A)).toBe('# Two\n');
  });

  it('or until one leaves', async () => {
    const { workspace, files, edit } = await opened({ autosave: 'onBlur' });
    edit(1, '# One');
    await vi.advanceTimersByTimeAsync(5000);
    expect(files.get(A)).toBe('# A\n');
    workspace.blurred(1);
    await vi.advanceTimersByTimeAsync(0);
    expect(files.get(A)).toBe('# One\n');
  });

  it('is off unless asked for, and never gives a notebook a name', async () => {
    const { workspace, files, save, edit } = await opened();
    edit(1, '# One');
    workspace.blurred(1);
    await vi.advanceTimersByTimeAsync(5000);
    expect(files.get(A)).toBe('# A\n');
    const other = world({ autosave: 'afterDelay' });
    other.workspace.openNew();
    other.edit(1, 'mine');
    await vi.advanceTimersByTimeAsync(5000);
    expect(other.save).not.toHaveBeenCalled();
    expect(save).not.toHaveBeenCalled();
  });

  it('writes over nobody’s work, asks nothing, and tells', async () => {
    const { windows, files, edit } = await opened({ autosave: 'afterDelay' });
    edit(1, '# Mine');
    files.set(A, '# Theirs\n');
    await vi.advanceTimersByTimeAsync(2000);
    expect(files.get(A)).toBe('# Theirs\n');
    expect(windows.get(1)?.state).toMatchObject({ dirty: true, disk: 'changed' });
  });

  it('that fails asks nothing either, and is told', async () => {
    const { windows, save, edit } = await opened({ autosave: 'afterDelay' });
    save.mockRejectedValueOnce(new SaveError(() => 'The disk is full.'));
    edit(1, '# Mine');
    await vi.advanceTimersByTimeAsync(2000);
    expect(windows.get(1)?.state).toMatchObject({
      dirty: true,
      notice: { text: 'Not saved. The disk is full.' },
    });
  });

  it('that fails is tried again without a change, until the disk has room', async () => {
    const { windows, files, save, edit } = await opened({ autosave: 'afterDelay' });
    for (let turn = 0; turn < 2; turn += 1)
      save.mockRejectedValueOnce(new SaveError(() => 'The disk is full.'));
    edit(1, '# Mine');
    await vi.advanceTimersByTimeAsync(12_000);
    expect(files.get(A)).toBe('# A\n');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(files.get(A)).toBe('# Mine\n');
    expect(windows.get(1)?.state).toMatchObject({ dirty: false, notice: null });
    expect(save).toHaveBeenCalledTimes(3);
  });
});

it('clears folders of what dead processes left, on opening and on saving', async () => {
  const { workspace, tidied, edit } = await opened();
  expect(tidied).toEqual(['/labs']);
  edit(1, '# One');
  await workspace.run('file.save', 1);
  expect(tidied).toEqual(['/labs', '/labs']);
});

it('tells settings to every window', async () => {
  const { workspace, windows } = await opened();
  await workspace.open(B, null);
  workspace.tellAll('settings', DEFAULT_SETTINGS);
  expect([...windows.values()].map(({ told }) => told.at(-1))).toEqual([
    ['settings', DEFAULT_SETTINGS],
    ['settings', DEFAULT_SETTINGS],
  ]);
});
