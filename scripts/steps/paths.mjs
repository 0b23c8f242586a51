// @ts-check
/** Where things stand, whichever folder a script is called from. */
import { fileURLToPath } from 'node:url';
import path from 'node:path';

export const root = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/**
 * A path inside the project.
 * @param {...string} parts
 */
export const inProject = (...parts) => path.join(root, ...parts);

/**
 * A path a person typed. npm runs scripts in the project folder and keeps the folder the person stands in
 * in INIT_CWD; that variable also reaches grandchildren, where it means nothing.
 * @param {string} typed
 * @param {string} script the name in package.json this process was started by
 */
export function fromCaller(typed, script) {
  return path.resolve(callerFolder(script), typed);
}

/** @param {string} script */
export function callerFolder(script) {
  const underNpm = process.env['npm_lifecycle_event'] === script;
  return (underNpm && process.env['INIT_CWD']) || process.cwd();
}
