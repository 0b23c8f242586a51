import { describe, expect, it, vi } from 'vitest';
import { REQUESTS } from '../shared/ipc';
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
      'cancel',
      'command',
      'copyText',
      'load',
      'onCommand',
      'onDocument',
      'onDocumentState',
      'onEvaluation',
      'openLink',
      'rerun',
    ]);
    expect(Object.values(api).every((value) => typeof value === 'function')).toBe(true);
  });

  it('sends each request under its own name with its arguments', async () => {
    const { wire, sent } = recordingWire();
    const api = createApi(wire);
    await Promise.allSettled([
      api.load(),
      api.apply(3, [{ type: 'delete', id: 'a' }]),
      api.command('file.save'),
      api.rerun(),
      api.cancel(),
      api.copyText('text'),
      api.openLink('https://example.com/'),
    ]);
    expect(sent).toEqual([
      ['load'],
      ['apply', 3, [{ type: 'delete', id: 'a' }]],
      ['command', 'file.save'],
      ['rerun'],
      ['cancel'],
      ['copyText', 'text'],
      ['openLink', 'https://example.com/'],
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
    expect(heard).toEqual(['document', 'documentState', 'evaluation', 'command']);
  });
});
