import { describe, expect, it, vi } from 'vitest';
import { REQUESTS } from '../shared/ipc';
import { DEFAULT_SETTINGS } from '../shared/settings';
import { createApi, type Wire } from './api';

function recordingWire(): { wire: Wire; sent: unknown[][]; heard: string[] } {
  const sent: unknown[][] = [];
  const heard: string[] = [];
  const wire: Wire = {
    invoke: (...message) => {
      sent.push(message);
      return Promise.reject(new Error('no answer in this test'));
    },
    listen: (name) => {
      heard.push(name);
      return () => undefined;
    },
  };
  return { wire, sent, heard };
}

describe('the bridge', () => {
  it('exposes exactly the functions of the contract', () => {
    const api = createApi(recordingWire().wire);
    expect(Object.keys(api).toSorted()).toEqual([
      'apply',
      'ask',
      'cancel',
      'clipboardCells',
      'command',
      'compareWithDisk',
      'compareWithVersion',
      'copyCells',
      'copyText',
      'flushed',
      'fullScreen',
      'load',
      'onCommand',
      'onDocument',
      'onDocumentState',
      'onEvaluation',
      'onFlush',
      'onScreenReader',
      'onSettings',
      'openLink',
      'remember',
      'rerun',
      'restoreVersion',
      'savePicture',
      'saveSettings',
      'versions',
      'writeEdits',
    ]);
    expect(Object.values(api).every((value) => typeof value === 'function')).toBe(true);
  });

  it('sends each request under its own name with its arguments', async () => {
    const { wire, sent } = recordingWire();
    const api = createApi(wire);
    const content = { kind: 'edit', text: 'x', attributes: '' } as const;
    const view = { cell: null, offset: 0, selected: null, outline: false };
    await Promise.allSettled([
      api.load(),
      api.apply(3, [{ type: 'delete', id: 'a' }]),
      api.command('file.save'),
      api.rerun(),
      api.cancel(),
      api.ask('key', 'r1', 'show ip route'),
      api.writeEdits('{}', ['shutdown r1']),
      api.savePicture('map', 'svg', new Uint8Array([60])),
      api.copyText('text'),
      api.openLink('https://example.com/'),
      api.copyCells([content]),
      api.clipboardCells(),
      api.saveSettings(DEFAULT_SETTINGS),
      api.fullScreen(true),
      api.remember(view),
      api.compareWithDisk(),
      api.versions(),
      api.compareWithVersion('1-0'),
      api.restoreVersion('1-0'),
      api.flushed(1),
    ]);
    expect(sent).toEqual([
      ['load'],
      ['apply', 3, [{ type: 'delete', id: 'a' }]],
      ['command', 'file.save'],
      ['rerun'],
      ['cancel'],
      ['ask', 'key', 'r1', 'show ip route'],
      ['writeEdits', '{}', ['shutdown r1']],
      ['savePicture', 'map', 'svg', new Uint8Array([60])],
      ['copyText', 'text'],
      ['openLink', 'https://example.com/'],
      ['copyCells', [content]],
      ['clipboardCells'],
      ['saveSettings', DEFAULT_SETTINGS],
      ['fullScreen', true],
      ['remember', view],
      ['compareWithDisk'],
      ['versions'],
      ['compareWithVersion', '1-0'],
      ['restoreVersion', '1-0'],
      ['flushed', 1],
    ]);
    expect(new Set(sent.map(([name]) => name))).toEqual(new Set(REQUESTS));
  });

  it('listens to each event under its own name', () => {
    const { wire, heard } = recordingWire();
    const api = createApi(wire);
    const listener = vi.fn();
    api.onDocument(listener);
    api.onDocumentState(listener);
    api.onEvaluation(listener);
    api.onCommand(listener);
    api.onFlush(listener);
    api.onSettings(listener);
    api.onScreenReader(listener);
    expect(heard).toEqual([
      'document',
      'documentState',
      'evaluation',
      'command',
      'flush',
      'settings',
      'screenReader',
    ]);
  });
});
