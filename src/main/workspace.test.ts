import { describe, expect, it, onTestFinished } from 'vitest';
import { CATALOGUES, speak, strings } from '../shared/strings';
import { SaveError } from './documents/save';
import { A, B, changed, two, world } from './workspace-world';

describe('opening', () => {
  it('gives each file a window and evaluates it when its page asks', async () => {
    const { workspace, windows, engines, opened } = world({ files: two });
    await workspace.open(A, null);
    await workspace.open(B, 1);
    expect([...windows.values()].map(({ state }) => state?.name)).toEqual(['a.md', 'b.md']);
    expect(opened).toEqual([A, B]);
    expect(engines.map(({ restarts }) => restarts)).toEqual([[], []]);
    expect(workspace.load(1)).toMatchObject({ path: A, dirty: false, revision: 0 });
    expect(engines[0]?.restarts).toEqual([0]);
  });

  it('evaluates all again when what is computed is to be in another language', async () => {
    const { workspace, engines } = await changed();
    const before = engines.map(({ evaluated }) => evaluated.length);
    workspace.speakAnew();
    expect(engines.map(({ evaluated }) => evaluated.length)).toEqual(before.map((count) => count + 1));
    expect(engines[0]?.evaluated.at(-1)).toBe(1);
  });

  it('shows the window that has the file, also by another name', async () => {
    const { workspace, windows } = world({ files: two, links: { '/link.md': A } });
    await workspace.open(A, null);
    await workspace.open('/link.md', null);
    expect(windows.size).toBe(1);
    expect(windows.get(1)?.focused).toBe(true);
  });

  it('takes the place of a new notebook that nobody touched', async () => {
    const { workspace, windows, engines } = world({ files: two });
    workspace.openNew();
    await workspace.open(A, 1);
    expect(windows.size).toBe(1);
    expect(windows.get(1)?.told.map(([name]) => name)).toEqual(['document']);
    expect(windows.get(1)?.state?.name).toBe('a.md');
    expect(engines[0]?.restarts).toEqual([0]);
    expect(workspace.load(1).path).toBe(A);
  });

  it('opens so many dropped files at most, and says that there are more', async () => {
    const files = Object.fromEntries(Array.from({ length: 23 }, (_, at) => [`/labs/${at}.md`, `# ${at}\n`]));
    const { workspace, windows } = world({ files });
    workspace.openNew();
    await workspace.openDropped(Object.keys(files), 1);
    expect(windows.size).toBe(20);
    expect(windows.get(1)?.state?.notice?.text).toContain('The first 20 of 23 files');
  });

  it('leaves a new notebook that was touched', async () => {
    const { workspace, windows, edit } = world({ files: two });
    workspace.openNew();
    edit(1, 'mine');
    await workspace.open(A, 1);
    expect(windows.size).toBe(2);
  });

  it('leaves a new notebook with what is typed and not sent yet', async () => {
    const { workspace, windows, edit } = world({ files: two });
    workspace.openNew();
    workspace.load(1);
    const window = windows.get(1);
    if (window !== undefined) window.flush = () => edit(1, 'mine');
    await workspace.open(A, 1);
    expect(windows.size).toBe(2);
  });

  it('opens a file once that is asked for twice at a time', async () => {
    const { workspace, windows } = world({ files: two, links: { '/labs/link.md': A } });
    await Promise.all([A, '/labs/link.md', B, A].map((file) => workspace.open(file, null)));
    expect([...windows.values()].map(({ state }) => state?.path)).toEqual([A, B]);
    await workspace.open(A, null);
    expect(windows.size).toBe(2);
  });

  it('says why a file cannot be opened, and forgets one that is gone', async () => {
    const { workspace, windows, dialogs, missing } = world();
    dialogs.openFailed.mockResolvedValueOnce();
    await workspace.open('/labs/gone.md', null);
    expect(dialogs.openFailed).toHaveBeenCalledExactlyOnceWith(null, 'gone.md', 'There is no such file.');
    expect(windows.size).toBe(0);
    expect(missing).toEqual(['/labs/gone.md']);
  });

  it('starts with a window whatever cannot be opened, and tells in it what and why', async () => {
    const { workspace, windows } = world();
    await workspace.start(['/labs/gone.md', '/labs/lost.md'], () => 'The settings are damaged.');
    expect([...windows.values()].map(({ state }) => [state?.name, state?.notice?.text.split('\n')])).toEqual([
      [
        'Untitled',
        [
          'gone.md cannot be opened. There is no such file.',
          'lost.md cannot be opened. There is no such file.',
          'The settings are damaged.',
        ],
      ],
    ]);
  });

  it('words what it told again in another language, as the same notice', async () => {
    const { workspace, windows } = world();
    await workspace.start(['/labs/gone.md'], null);
    const before = windows.get(1)?.state?.notice;
    speak('ja');
    onTestFinished(() => speak('en'));
    workspace.speakAnew();
    const { open } = CATALOGUES.ja.dialogs;
    expect(windows.get(1)?.state?.notice).toEqual({
      id: before?.id,
      text: open.notice('gone.md', 'There is no such file.'),
    });
    expect(before?.text).toBe(CATALOGUES.en.dialogs.open.notice('gone.md', 'There is no such file.'));
  });

  it('starts with what can be opened, and adds to what that tells', async () => {
    const { workspace, windows } = world({ files: { [A]: '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> b\n' } });
    await workspace.start([A, '/labs/gone.md'], null);
    expect(windows.size).toBe(1);
    expect(windows.get(1)?.state?.notice?.text).toMatch(
      /Git conflict markers[^]*\ngone\.md cannot be opened/,
    );
  });

  it('opens all files that were chosen', async () => {
    const { workspace, windows, dialogs } = world({ files: two });
    dialogs.chooseFiles.mockResolvedValueOnce([A, B]);
    await workspace.run('file.open', null);
    expect(windows.size).toBe(2);
  });

  it('numbers new notebooks', async () => {
    const { workspace, windows } = world();
    await workspace.run('file.new', null);
    await workspace.run('file.new', 1);
    expect([...windows.values()].map(({ state }) => state?.name)).toEqual(['Untitled', 'Untitled 2']);
  });
});

describe('a change', () => {
  it('is evaluated, and shown as unsaved', async () => {
    const { workspace, windows, engines, edit } = world({ files: two });
    await workspace.open(A, null);
    edit(1, '# New');
    expect(engines[0]?.evaluated).toEqual([1]);
    expect(windows.get(1)?.state?.dirty).toBe(true);
    expect(windows.get(1)?.told.at(-1)).toEqual([
      'documentState',
      { path: A, name: 'a.md', dirty: true, notice: null, disk: 'same' },
    ]);
  });

  it('of another revision is refused', async () => {
    const { workspace, engines } = world({ files: two });
    await workspace.open(A, null);
    expect(() => workspace.apply(1, 5, [])).toThrow(/revision/);
    expect(engines[0]?.evaluated).toEqual([]);
  });

  it('can be evaluated again, and an evaluation stopped', async () => {
    const { workspace, engines } = world({ files: two });
    await workspace.open(A, null);
    workspace.rerun(1);
    workspace.cancel(1);
    expect(engines[0]).toMatchObject({ restarts: [0], cancelled: 1 });
  });
});

describe('saving', () => {
  it('writes the file without a question', async () => {
    const { workspace, windows, files, edit } = world({ files: two });
    await workspace.open(A, null);
    edit(1, '# New');
    await workspace.run('file.save', 1);
    expect(files.get(A)).toBe('# New\n');
    expect(windows.get(1)?.state?.dirty).toBe(false);
  });

  it('asks for a place where there is none', async () => {
    const { workspace, windows, dialogs, files, opened } = world();
    workspace.openNew();
    dialogs.chooseTarget.mockResolvedValueOnce('/labs/new.md');
    await workspace.run('file.save', 1);
    expect(dialogs.chooseTarget).toHaveBeenCalledWith(1, 'Untitled.tracebook.md');
    expect(files.has('/labs/new.md')).toBe(true);
    expect(windows.get(1)?.state).toMatchObject({ path: '/labs/new.md', name: 'new.md' });
    expect(opened).toEqual(['/labs/new.md']);
  });

  it('does nothing when the place is not chosen', async () => {
    const { workspace, dialogs, save } = world();
    workspace.openNew();
    dialogs.chooseTarget.mockResolvedValueOnce(null);
    await workspace.run('file.save', 1);
    expect(save).not.toHaveBeenCalled();
  });

  it('says why it failed and offers another place', async () => {
    const { workspace, dialogs, files, save, edit } = world({ files: two });
    await workspace.open(A, null);
    edit(1, '# New');
    save.mockRejectedValueOnce(new SaveError(() => 'The disk is full.'));
    dialogs.saveFailed.mockResolvedValueOnce('saveAs');
    dialogs.chooseTarget.mockResolvedValueOnce('/other/a.md');
    await workspace.run('file.save', 1);
    expect(dialogs.saveFailed).toHaveBeenCalledExactlyOnceWith(1, 'a.md', 'The disk is full.');
    expect(files.get(A)).toBe('# A\n');
    expect(files.get('/other/a.md')).toBe('# New\n');
  });

  it('asks before it overwrites what someone else wrote', async () => {
    const { workspace, dialogs, files, edit } = world({ files: two });
    await workspace.open(A, null);
    edit(1, '# New');
    files.set(A, '# Theirs\n');
    dialogs.askChanged.mockResolvedValueOnce('cancel');
    await workspace.run('file.save', 1);
    expect(files.get(A)).toBe('# Theirs\n');
    dialogs.askChanged.mockResolvedValueOnce('overwrite');
    await workspace.run('file.save', 1);
    expect(files.get(A)).toBe('# New\n');
  });

  it('never writes to a file that another window has', async () => {
    const { workspace, dialogs, files } = world({ files: two });
    await workspace.open(A, null);
    await workspace.open(B, null);
    dialogs.chooseTarget.mockResolvedValueOnce(B);
    dialogs.saveFailed.mockResolvedValueOnce('ok');
    await workspace.run('file.saveAs', 1);
    expect(dialogs.saveFailed).toHaveBeenCalledWith(1, 'a.md', strings.dialogs.saving.openElsewhere);
    expect(files.get(B)).toBe('# B\n');
  });

  it('never writes over a notebook of a newer format, but copies it', async () => {
    const newer = '---\ntracebook: 999\n---\n\n# Newer\n';
    const { workspace, dialogs, files, save } = world({ files: { [A]: newer } });
    await workspace.open(A, null);
    dialogs.saveFailed.mockResolvedValueOnce('ok');
    await workspace.run('file.save', 1);
    expect(save).not.toHaveBeenCalled();
    dialogs.chooseTarget.mockResolvedValueOnce('/labs/copy.md');
    await workspace.run('file.saveAs', 1);
    expect(files.get('/labs/copy.md')).toBe(newer);
  });
});

describe('commands', () => {
  it('of the page go to the window they were chosen in', async () => {
    const { workspace, windows } = world({ files: two });
    await workspace.open(A, null);
    await workspace.run('run.all', 1);
    await workspace.run('run.all', null);
    expect(windows.get(1)?.told).toEqual([['command', 'run.all']]);
  });

  it('let the window fill the screen, and tell whether it did before', async () => {
    const { workspace, windows } = world({ files: two });
    await workspace.open(A, null);
    expect([workspace.fullScreen(1, true), workspace.fullScreen(1, false)]).toEqual([false, true]);
    expect(windows.get(1)?.full).toBe(false);
    expect(() => workspace.fullScreen(9, true)).toThrow('no document');
  });

  it('of a window that is gone do nothing', async () => {
    const { workspace } = world();
    await workspace.run('file.save', 9);
    await workspace.run('file.close', 9);
    expect(workspace.size()).toBe(0);
  });

  it('bring a window to the front, a new one where there is none', async () => {
    const { workspace, windows } = world();
    workspace.focusAny();
    expect(windows.get(1)?.state?.name).toBe('Untitled');
    workspace.focusAny();
    expect(windows.get(1)?.focused).toBe(true);
  });
});
