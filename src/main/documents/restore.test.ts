import { describe, expect, it } from 'vitest';
import { isDirty } from './document';
import type { Draft } from './drafts';
import { contentHash, OpenError } from './read';
import { restoreDraft } from './restore';

const BASE = '# Title\n';
const draft: Draft = {
  path: '/labs/lab.md',
  name: 'lab.md',
  baseHash: contentHash(BASE),
  savingHash: null,
  savedAt: Date.UTC(2026, 4, 1),
  text: '# Title\n\nunsaved\n',
};

describe('a draft', () => {
  it('comes back as unsaved work on top of its file', async () => {
    const document = await restoreDraft(draft, async () => BASE);
    expect(document).toMatchObject({ path: '/labs/lab.md', text: draft.text, savedText: BASE, revision: 0 });
    expect(document && isDirty(document)).toBe(true);
    expect(document?.notice?.()).toMatch(/^Restored unsaved changes from .*2026.*\.$/);
  });

  it('says that the file has changed since', async () => {
    const document = await restoreDraft(draft, async () => '# Changed by another\n');
    expect(document).toMatchObject({ disk: 'changed', baseHash: draft.baseHash });
  });

  it('says that the file is gone', async () => {
    const document = await restoreDraft(draft, async () => Promise.reject(new OpenError(() => 'gone', true)));
    expect(document?.disk).toBe('missing');
    expect(document && isDirty(document)).toBe(true);
  });

  it('comes back where the file cannot be read any more', async () => {
    const document = await restoreDraft(draft, async () =>
      Promise.reject(new OpenError(() => 'not text', false)),
    );
    expect(document).toMatchObject({ disk: 'changed', text: draft.text });
  });

  it('is on top of what a save was writing when it was cut off, where that has reached the file', async () => {
    const saved = '# Title\n\nun\n';
    const cut = { ...draft, savingHash: contentHash(saved) };
    expect(await restoreDraft(cut, async () => saved)).toMatchObject({
      disk: 'same',
      baseHash: contentHash(saved),
      savedText: saved,
      text: draft.text,
    });
    expect(await restoreDraft(cut, async () => BASE)).toMatchObject({ disk: 'same', savedText: BASE });
  });

  it('is over where the file holds the work already', async () => {
    expect(await restoreDraft(draft, async () => draft.text)).toBeNull();
  });

  it('of a notebook never saved comes back without a file', async () => {
    const untitled = { ...draft, path: null, name: 'Untitled', baseHash: null };
    const document = await restoreDraft(untitled, async () => Promise.reject(new Error('must not be read')));
    expect(document).toMatchObject({ path: null, name: 'Untitled', text: draft.text });
    expect(document && isDirty(document)).toBe(true);
  });
});
