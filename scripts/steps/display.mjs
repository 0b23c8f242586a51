// @ts-check
/** Step: a screen for windows to open on. */
import { StepError, say } from './report.mjs';
import { succeeds } from './run.mjs';

/** Whether this machine shows windows by itself. macOS and Windows do. */
export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/** What Electron is told on a virtual screen, where it complains about the GPU and the session bus it lacks. */
export const quietWithoutDisplay = () => (hasDisplay() ? [] : ['--disable-gpu', '--log-level=3']);

/**
 * The command line that runs a program with a screen, virtual if there is no other.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} [size] of a virtual screen, "widthxheight" in pixels
 * @returns {Promise<readonly [string, ...string[]]>}
 */
export async function withDisplay(command, args, size = '1400x900') {
  if (hasDisplay()) return [command, ...args];
  if (!(await succeeds('xvfb-run', ['--help']))) {
    throw new StepError('There is no display, and xvfb-run is missing.', 'install Xvfb (package xvfb).');
  }
  say('No display here: the window opens on a virtual screen (Xvfb).');
  return ['xvfb-run', '-a', '-s', `-screen 0 ${size}x24`, command, ...args];
}
