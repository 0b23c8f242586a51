import { describe, expect, it } from 'vitest';
import { world } from './workspace-world';

const NOTEBOOK = '# One\n\n```topology\n```\n';

async function opened(text = NOTEBOOK) {
  const made = world({ files: { '/labs/a.tracebook.md': text } });
  await made.workspace.open('/labs/a.tracebook.md', null);
  return made;
}

describe('handing a notebook out', () => {
  it.each([
    ['file.exportHtml', 'html', '/labs/a.html', 'html of 2'],
    ['file.exportPdf', 'pdf', '/labs/a.pdf', 'printed html of 2'],
    ['file.exportMarkdown', 'markdown', '/labs/a.outputs.md', 'markdown of 2'],
    ['file.exportIpynb', 'ipynb', '/labs/a.ipynb', 'ipynb of 2'],
  ] as const)(
    '%s suggests a name beside it and writes there',
    async (command, format, suggested, content) => {
      const { workspace, dialogs, files } = await opened();
      dialogs.chooseExport.mockImplementation(async (_window, name) => name);
      await workspace.run(command, 1);
      expect(dialogs.chooseExport).toHaveBeenCalledWith(1, suggested, format);
      expect(files.get(suggested)).toBe(content);
    },
  );

  it('writes nothing when it is given up', async () => {
    const { workspace, dialogs, files } = await opened();
    dialogs.chooseExport.mockResolvedValue(null);
    await workspace.run('file.exportHtml', 1);
    expect([...files.keys()]).toEqual(['/labs/a.tracebook.md']);
  });

  it('never writes over the notebook itself', async () => {
    const { workspace, dialogs, files } = await opened();
    dialogs.chooseExport.mockResolvedValue('/labs/a.tracebook.md');
    dialogs.exportFailed.mockResolvedValue(undefined);
    await workspace.run('file.exportMarkdown', 1);
    expect(files.get('/labs/a.tracebook.md')).toBe(NOTEBOOK);
    expect(dialogs.exportFailed.mock.calls[0]?.[2]).toContain('the notebook itself');
  });

  it('says why a document could not be made', async () => {
    const { workspace, dialogs, files } = await opened('---\ntitle: unmakeable\n---\n');
    dialogs.chooseExport.mockResolvedValue('/labs/x.html');
    dialogs.exportFailed.mockResolvedValue(undefined);
    await workspace.run('file.exportHtml', 1);
    expect(dialogs.exportFailed).toHaveBeenCalledWith(1, 'x.html', 'it takes too long');
    expect(files.has('/labs/x.html')).toBe(false);
  });
});

describe('saving a picture', () => {
  const svg = '<svg width="9" height="8"></svg>';

  it.each([
    ['svg', svg],
    ['pdf', expect.stringMatching(/^printed [^]*size: 9px 8px/)],
  ] as const)('writes %s where the user chooses', async (format, content) => {
    const { workspace, dialogs, files } = await opened();
    dialogs.choosePicture.mockImplementation(async (_window, name) => `/labs/${name}`);
    expect(await workspace.savePicture(1, 'map', format, new TextEncoder().encode(svg))).toBe(true);
    expect(files.get(`/labs/map.${format}`)).toEqual(content);
  });

  it('writes nothing when it is given up', async () => {
    const { workspace, dialogs, files } = await opened();
    dialogs.choosePicture.mockResolvedValue(null);
    expect(await workspace.savePicture(1, 'map', 'pdf', new Uint8Array())).toBe(false);
    expect([...files.keys()]).toEqual(['/labs/a.tracebook.md']);
  });
});

describe('opening a Jupyter notebook', () => {
  it('makes a notebook of it that has no file yet', async () => {
    const ipynb = JSON.stringify({ nbformat: 4, cells: [{ cell_type: 'markdown', source: '# Hello' }] });
    const { workspace } = world({ files: { '/labs/x.ipynb': ipynb } });
    await workspace.open('/labs/x.ipynb', null);
    const { path, name, dirty, notebook } = workspace.load(1);
    expect({ path, name, dirty }).toEqual({ path: null, name: 'x', dirty: false });
    expect(notebook.cells.map(({ text }) => text)).toEqual(['# Hello']);
  });

  it('says why it cannot', async () => {
    const { workspace, dialogs } = world({ files: { '/labs/x.ipynb': '{' } });
    dialogs.openFailed.mockResolvedValue(undefined);
    await workspace.open('/labs/x.ipynb', null);
    expect(dialogs.openFailed.mock.calls[0]?.[2]).toContain('not JSON');
    expect(workspace.size()).toBe(0);
  });
});
