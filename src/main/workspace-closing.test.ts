import { describe, expect, it, vi } from 'vitest';
import { memoryDrafts } from './documents/memory-drafts';
import { SaveError } from './documents/save';
import { A, changed, two, world } from './workspace-world';

describe('closing one of several windows', () => {
  it('does not ask where nothing is unsaved', async () => {
    const { workspace, windows, engines } = await changed();
    expect(await workspace.close(2)).toBe(true);
    expect([...windows.keys()]).toEqual([1]);
    expect(engines[1]?.disposed).toBe(true);
    expect(workspace.has(2)).toBe(false);
  });

  it('can save', async () => {
    const { workspace, windows, dialogs, files, drafts } = await changed();
    dialogs.askClose.mockResolvedValueOnce('save');
    expect(await workspace.close(1)).toBe(true);
    expect(files.get(A)).toBe('# New\n');
    expect(windows.has(1)).toBe(false);
    expect(drafts.stored.size).toBe(0);
  });

  it('can drop the changes', async () => {
    const { workspace, windows, dialogs, files, drafts } = await changed();
    dialogs.askClose.mockResolvedValueOnce('discard');
    expect(await workspace.close(1)).toBe(true);
    expect(files.get(A)).toBe('# A\n');
    expect(windows.has(1)).toBe(false);
    expect(drafts.stored.size).toBe(0);
  });

  it('can be taken back, by itself or by a save that fails', async () => {
    const { workspace, windows, dialogs, save } = await changed();
    dialogs.askClose.mockResolvedValueOnce('cancel');
    expect(await workspace.close(1)).toBe(false);
    dialogs.askClose.mockResolvedValueOnce('save');
    save.mockRejectedValueOnce(new SaveError(() => 'The disk is full.'));
    dialogs.saveFailed.mockResolvedValueOnce('ok');
    expect(await workspace.close(1)).toBe(false);
    expect(windows.has(1)).toBe(true);
  });

  it('asks once, however often one clicks', async () => {
    const { workspace, dialogs } = await changed();
    dialogs.askClose.mockResolvedValueOnce('discard');
    expect(await Promise.all([workspace.close(1), workspace.close(1)])).toEqual([true, false]);
    expect(dialogs.askClose).toHaveBeenCalledOnce();
  });
});

describe('closing the last window, or quitting', () => {
  it('keeps unsaved work without a question, and the next start brings it back', async () => {
    const { workspace, windows, files, drafts, edit } = world({ files: two });
    await workspace.open(A, null);
    edit(1, '# New');
    expect(await workspace.close(1)).toBe(true);
    expect(windows.size).toBe(0);
    expect(files.get(A)).toBe('# A\n');

    const next = world({ files: two, drafts });
    await next.workspace.restore();
    await next.workspace.open(A, null);
    expect(next.windows.size).toBe(1);
    expect(next.workspace.load(1)).toMatchObject({ path: A, dirty: true });
    expect(next.workspace.load(1).notebook.cells[0]?.text).toBe('# New');
    expect(next.windows.get(1)?.state?.notice?.text).toMatch(/^Restored/);
    await next.workspace.run('file.save', 1);
    expect(next.files.get(A)).toBe('# New\n');
    expect(drafts.stored.size).toBe(0);
  });

  it('keeps the work of all windows when quitting, notebooks never saved among them', async () => {
    const { workspace, windows, drafts, edit } = world({ files: two });
    await workspace.open(A, null);
    workspace.openNew();
    edit(1, '# New');
    edit(2, 'mine');
    expect(await workspace.quit()).toBe(true);
    expect(windows.size).toBe(0);

    const next = world({ files: two, drafts });
    await next.workspace.restore();
    expect([...next.windows.values()].map(({ state }) => state?.name)).toEqual(['a.md', 'Untitled']);
  });

  it('asks where the work cannot be kept', async () => {
    const { workspace, windows, dialogs, drafts, edit } = world({ files: two });
    await workspace.open(A, null);
    edit(1, '# New');
    drafts.failWrites(true);
    dialogs.askClose.mockResolvedValueOnce('cancel');
    expect(await workspace.quit()).toBe(false);
    expect(windows.size).toBe(1);
  });

  it('asks for the last window where the application goes on without one', async () => {
    const { workspace, dialogs, edit } = world({ files: two, outlivesWindows: true });
    await workspace.open(A, null);
    edit(1, '# New');
    dialogs.askClose.mockResolvedValueOnce('discard');
    expect(await workspace.close(1)).toBe(true);
    expect(dialogs.askClose).toHaveBeenCalledOnce();
  });

  it('forgets a draft whose file holds the work already', async () => {
    const drafts = memoryDrafts();
    await drafts.write('x', {
      path: A,
      name: 'a.md',
      baseHash: 'old',
      savingHash: null,
      savedAt: 1,
      text: '# A\n',
    });
    const { workspace, windows } = world({ files: two, drafts });
    await workspace.restore();
    expect(windows.size).toBe(0);
    expect(drafts.stored.size).toBe(0);
  });
});

describe('what is typed and not sent yet', () => {
  it.each([
    ['saved', 'file.save'],
    ['exported', 'file.exportMarkdown'],
  ] as const)('is asked for before a notebook is %s', async (_what, command) => {
    const { workspace, windows, dialogs, files, edit } = world({ files: two });
    await workspace.open(A, null);
    workspace.load(1);
    const [window] = windows.values();
    if (window !== undefined) window.flush = () => edit(1, '# Last letter');
    dialogs.chooseExport.mockResolvedValueOnce('/labs/out.md');
    await workspace.run(command, 1);
    expect(workspace.load(1).notebook.cells[0]?.text).toBe('# Last letter');
    expect([...files.values()]).toContain(command === 'file.save' ? '# Last letter\n' : 'markdown of 1');
  });

  it('is drafted before the application ends', async () => {
    const { workspace, windows, drafts, edit } = world({ files: two });
    await workspace.open(A, null);
    workspace.load(1);
    const [window] = windows.values();
    if (window !== undefined) window.flush = () => edit(1, '# Last letter');
    expect(await workspace.quit()).toBe(true);
    expect([...drafts.stored.values()].map(({ text }) => text)).toEqual(['# Last letter\n']);
  });

  it('is not waited for for long where a window hangs, and not at all before it is there', async () => {
    const { workspace, windows, save, edit } = world({ files: two });
    await workspace.open(A, null);
    const [window] = windows.values();
    if (window !== undefined) window.flush = null;
    await workspace.run('file.save', 1);
    edit(1, '# Mine');
    vi.useFakeTimers();
    const saved = workspace.run('file.save', 1);
    await vi.advanceTimersByTimeAsync(5000);
    await saved;
    vi.useRealTimers();
    expect(save).toHaveBeenCalledTimes(2);
  });
});
