import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesToOpen } from './launch';

const here = path.resolve('/home/someone');
const application = path.resolve('/opt/tracebook');

describe('files to open', () => {
  it('are the arguments of a packaged application', () => {
    expect(filesToOpen(['/usr/bin/tracebook', 'a.md', '/tmp/b.md'], here, [application])).toEqual([
      path.join(here, 'a.md'),
      path.resolve('/tmp/b.md'),
    ]);
  });

  it('leave out options, their values and the application itself', () => {
    const argv = [
      'electron',
      '-r',
      'loader.cjs',
      '--inspect=0',
      application,
      '--user-data-dir=/tmp/p',
      '',
      'lab.tracebook.md',
    ];
    expect(filesToOpen(argv, here, [application])).toEqual([path.join(here, 'lab.tracebook.md')]);
  });

  it('leave out the application when it is named relative to where it started', () => {
    expect(filesToOpen(['electron', '.'], application, [application])).toEqual([]);
  });

  it('are none where nothing is named', () => {
    expect(filesToOpen(['tracebook'], here, [application])).toEqual([]);
  });
});
