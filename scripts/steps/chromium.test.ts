import { expect, test } from 'vitest';
import { ensureChromium } from './chromium.mjs';
import { StepError } from './report.mjs';
import { LeftOut } from './stages.mjs';

/** A machine with these files, on which nothing can be installed. */
function machine(...files: string[]) {
  return { env: {}, exists: (file: string) => files.includes(file), installs: false };
}

test('takes the Chromium that is named before any other', async () => {
  const both = machine('/usr/bin/chromium', '/opt/chromium');
  expect(await ensureChromium(both)).toBe('/usr/bin/chromium');
  expect(await ensureChromium({ ...both, env: { CHROMIUM: '/opt/chromium' } })).toBe('/opt/chromium');
});

test('a name that leads nowhere is a mistake, not a reason to leave the tests out', async () => {
  const wrong = ensureChromium({ ...machine('/usr/bin/chromium'), env: { CHROMIUM: '/opt/none' } });
  await expect(wrong).rejects.toThrow(StepError);
  await expect(wrong).rejects.toThrow('/opt/none');
});

test('installs the package where it may', async () => {
  const files: string[] = [];
  const installing = {
    ...machine(),
    exists: (file: string) => files.includes(file),
    installs: true,
    install: async (names: readonly string[]) => void files.push(...names.map((name) => `/usr/bin/${name}`)),
  };
  expect(await ensureChromium(installing)).toBe('/usr/bin/chromium');
});

test.each([
  ['nothing can be installed', machine()],
  [
    'the package cannot be had',
    {
      ...machine(),
      installs: true,
      install: () => Promise.reject(new StepError('apt-get failed with exit code 100.', 'run it by hand')),
    },
  ],
  ['the package holds no Chromium', { ...machine(), installs: true, install: async () => undefined }],
])('leaves its tests out and says why where %s', async (_, without) => {
  await expect(ensureChromium(without)).rejects.toThrow(LeftOut);
});
