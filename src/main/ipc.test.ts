import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { COMMANDS } from '../shared/commands';
import { channel, REQUESTS, type DocumentSnapshot, type RequestName } from '../shared/ipc';
import { requestSchemas } from '../shared/ipc-schemas';
import { checkEvent, RefusedError, registerRequests, type Request, type RequestHandlers } from './ipc';

const snapshot: DocumentSnapshot = {
  path: null,
  name: 'Untitled',
  dirty: false,
  revision: 0,
  notice: null,
  disk: 'same',
  view: null,
  notebook: { head: '', formatVersion: 1, title: null, seed: 0, eol: '\n', cells: [], readOnly: false },
};

/** The gate with handlers that only record; `ask` sends a request through it. */
function gate() {
  const called = vi.fn();
  const handlers: RequestHandlers = {
    load: async (...args) => {
      called('load', ...args);
      return snapshot;
    },
    apply: async (...args) => {
      called('apply', ...args);
      return 1;
    },
    command: async (...args) => called('command', ...args),
    rerun: async (...args) => called('rerun', ...args),
    cancel: async (...args) => called('cancel', ...args),
    ask: async (...args) => {
      called('ask', ...args);
      return null;
    },
    savePicture: async (...args) => {
      called('savePicture', ...args);
      return true;
    },
    copyText: async (...args) => called('copyText', ...args),
    openLink: async (...args) => called('openLink', ...args),
    copyCells: async (...args) => called('copyCells', ...args),
    clipboardCells: async (...args) => {
      called('clipboardCells', ...args);
      return [];
    },
    saveSettings: async (...args) => called('saveSettings', ...args),
    fullScreen: async (...args) => {
      called('fullScreen', ...args);
      return false;
    },
    flushed: async (...args) => called('flushed', ...args),
    remember: async (...args) => called('remember', ...args),
    compareWithDisk: async (...args) => {
      called('compareWithDisk', ...args);
      return { theirs: '', mine: '' };
    },
    versions: async (...args) => {
      called('versions', ...args);
      return [];
    },
    compareWithVersion: async (...args) => {
      called('compareWithVersion', ...args);
      return { theirs: '', mine: '' };
    },
    writeEdits: async (...args) => {
      called('writeEdits', ...args);
      return { kind: 'unfit' };
    },
    restoreVersion: async (...args) => called('restoreVersion', ...args),
  };
  const answers = new Map<string, (request: Request) => Promise<unknown>>();
  registerRequests((name, answer) => answers.set(name, answer), handlers, { devServer: null });

  async function ask(name: RequestName, args: readonly unknown[], sender: Partial<Request['sender']> = {}) {
    const answer = answers.get(channel(name, 'request'));
    if (answer === undefined) throw new Error(`${name} is not registered`);
    const own = { url: 'app://bundle/index.html', mainFrame: true, known: true };
    return answer({ window: 7, sender: { ...own, ...sender }, args });
  }
  return { ask, called, answers };
}

const cell = { id: 'a', kind: 'markdown', text: 'hello', attributes: '', origin: null };
const insert = { type: 'insert', cell, after: null };

describe('the gate', () => {
  it('has one channel for each request and no other', () => {
    expect([...gate().answers.keys()]).toEqual(REQUESTS.map((name) => channel(name, 'request')));
  });

  it.each<[RequestName, unknown[]]>([
    ['load', []],
    ['apply', [0, []]],
    ['apply', [3, [insert, { type: 'set-text', id: 'a', text: 'x' }]]],
    [
      'apply',
      [
        3,
        [
          { type: 'move', id: 'a', after: 'b' },
          { type: 'set-kind', id: 'a', kind: 'console' },
          { type: 'set-attributes', id: 'a', attributes: 'cut from base' },
        ],
      ],
    ],
    ['command', ['file.save']],
    ['rerun', []],
    ['cancel', []],
    ['flushed', [1]],
    ['copyText', ['text']],
    ['ask', ['key', 'r1', 'show ip route']],
    ['savePicture', ['map', 'svg', new Uint8Array([60])]],
    ['openLink', ['https://example.com/']],
    ['fullScreen', [true]],
  ])('lets a proper %s through with its window', async (name, args) => {
    const { ask, called } = gate();
    await ask(name, args);
    expect(called).toHaveBeenCalledExactlyOnceWith(name, 7, ...args);
  });

  it.each([
    ['a frame inside the page', { mainFrame: false }],
    ['a window that is not a notebook', { known: false }],
    ['another page', { url: 'https://example.com/' }],
    ['an empty page', { url: 'about:blank' }],
    ['a file', { url: 'file:///tmp/index.html' }],
    ['a look-alike of the bundle', { url: 'app://bundle.example/index.html' }],
  ])('refuses every request of %s', async (_who, sender) => {
    for (const name of REQUESTS) {
      const { ask, called } = gate();
      await expect(ask(name, [], sender)).rejects.toThrow(RefusedError);
      expect(called).not.toHaveBeenCalled();
    }
  });

  it('refuses a sender that is gone', async () => {
    const { answers, called } = gate();
    const answer = answers.get(channel('load', 'request'));
    await expect(answer?.({ window: 7, sender: null, args: [] })).rejects.toThrow(RefusedError);
    expect(called).not.toHaveBeenCalled();
  });

  it.each<[RequestName, unknown[]]>([
    ['load', [1]],
    ['ask', ['key', 'r1']],
    ['ask', ['', 'r1', 'help']],
    ['ask', ['key', 'x'.repeat(201), 'help']],
    ['savePicture', ['map', 'exe', new Uint8Array()]],
    ['savePicture', ['map', 'svg', 'text']],
    ['apply', []],
    ['apply', [0]],
    ['apply', [-1, []]],
    ['apply', [0.5, []]],
    ['apply', [Number.NaN, []]],
    ['apply', ['0', []]],
    ['apply', [0, [], 'more']],
    ['apply', [0, {}]],
    ['apply', [0, [null]]],
    ['apply', [0, [{ type: 'erase', id: 'a' }]]],
    ['apply', [0, [{ type: 'delete' }]]],
    ['apply', [0, [{ type: 'delete', id: '' }]]],
    ['apply', [0, [{ type: 'delete', id: 'x'.repeat(65) }]]],
    ['apply', [0, [{ type: 'delete', id: { toString: () => 'a' } }]]],
    ['apply', [0, [{ type: 'delete', id: 'a', also: 1 }]]],
    ['apply', [0, [{ type: 'set-kind', id: 'a', kind: 'script' }]]],
    ['apply', [0, [{ type: 'set-attributes', id: 'a', attributes: 'cut\nfrom base' }]]],
    ['apply', [0, [{ type: 'set-text', id: 'a', text: 5 }]]],
    ['apply', [0, [{ type: 'set-text', id: 'a', text: 'x'.repeat(50 * 1024 * 1024 + 1) }]]],
    ['apply', [0, [{ ...insert, after: undefined }]]],
    ['apply', [0, [{ ...insert, cell: { ...cell, attributes: 'x\n```' } }]]],
    ['apply', [0, [{ ...insert, cell: { ...cell, extra: true } }]]],
    ['apply', [0, [{ ...insert, cell: { ...cell, origin: { source: 'x' } } }]]],
    ['apply', [0, Array.from({ length: 10_001 }, () => ({ type: 'delete', id: 'a' }))]],
    ['apply', [0, [JSON.parse('{"type":"delete","id":"a","__proto__":{"polluted":true}}')]]],
    ['command', []],
    ['command', ['file.erase']],
    ['command', ['constructor']],
    ['command', [['file.save']]],
    ['rerun', ['now']],
    ['cancel', [null]],
    ['copyText', []],
    ['copyText', [{ text: 'x' }]],
    ['openLink', ['']],
    ['openLink', [`https://example.com/${'x'.repeat(2048)}`]],
    ['openLink', [{ href: 'https://example.com/' }]],
  ])('refuses %s with wrong arguments', async (name, args) => {
    const { ask, called } = gate();
    await expect(ask(name, args)).rejects.toThrow(RefusedError);
    expect(called).not.toHaveBeenCalled();
  });

  it.each(COMMANDS.filter(({ owner }) => owner === 'renderer'))(
    'refuses to run $id for a page',
    async ({ id }) => {
      await expect(gate().ask('command', [id])).rejects.toThrow(RefusedError);
    },
  );

  it('calls no handler for any rubbish', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...REQUESTS),
        fc.array(fc.anything({ withNullPrototype: true, withMap: true }), { minLength: 1, maxLength: 3 }),
        async (name, args) => {
          // Chance may find what the contract allows: a string for copyText, settings that set nothing.
          fc.pre(!requestSchemas[name].safeParse(args).success);
          const { ask, called } = gate();
          await expect(ask(name, args)).rejects.toThrow(RefusedError);
          expect(called).not.toHaveBeenCalled();
        },
      ),
    );
  });
});

describe('events', () => {
  it('leave when they keep to the contract', () => {
    expect(checkEvent('document', snapshot)).toBe(snapshot);
    const state = {
      path: '/a.md',
      name: 'a.md',
      dirty: true,
      notice: { id: 1, text: 'restored' },
      disk: 'same' as const,
    };
    expect(checkEvent('documentState', state)).toBe(state);
    expect(checkEvent('command', 'run.all')).toBe('run.all');
    const message = {
      revision: 2,
      phase: 'partial' as const,
      current: null,
      outputs: [
        { cellId: 'a', kind: 'markdown' as const, status: 'fresh' as const, problems: [], networkKey: null },
      ],
      networks: { k: { nodes: [], links: [], areas: [] } },
      message: null,
    };
    expect(checkEvent('evaluation', message)).toBe(message);
  });

  it('do not leave when they do not', () => {
    expect(() =>
      checkEvent('documentState', { path: null, name: '', dirty: true, notice: null, disk: 'same' }),
    ).toThrow();
    expect(() => checkEvent('document', { ...snapshot, revision: -1 })).toThrow();
    const message = {
      revision: Number.NaN,
      phase: 'partial' as const,
      current: null,
      outputs: [],
      networks: {},
      message: null,
    };
    expect(() => checkEvent('evaluation', message)).toThrow();
  });
});
