import { describe, expect, it } from 'vitest';
import { fileName } from './file-name';

describe('the name of a file', () => {
  it.each([
    ['Path from a to b (10.0.0.1)', '', 'Path-from-a-to-b-10.0.0.1'],
    ['../../etc/passwd', 'path', '..-..-etc-passwd-path'],
    ['', 'path', 'path'],
    ['///', '', 'picture'],
    ['マップ 1', '', 'マップ-1'],
  ])('%s %s is %s', (name, end, file) => {
    expect(fileName(name, end)).toBe(file);
  });

  it('is cut before what it ends with', () => {
    const name = fileName(`07-hub-vm-tracert-${'x'.repeat(200)}`, 'path');
    expect(name).toHaveLength(80);
    expect(name).toMatch(/x-path$/);
  });
});
