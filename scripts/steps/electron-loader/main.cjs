// @ts-check
/**
 * Stands in for the default application of Electron's own distribution, which the fallback runtime lacks:
 * `electron [flags] [-r MODULE]... FOLDER [arguments]` loads MODULEs, then the application in FOLDER.
 */
const { app } = require('electron');
const Module = require('node:module');
const path = require('node:path');

/** @type {string[]} */
const modules = [];
/** @type {string | undefined} */
let folder;

// Read before any module is loaded: Playwright's takes its own flags out of process.argv.
const args = process.argv.slice(1);
for (let index = 0; index < args.length && folder === undefined; index += 1) {
  const argument = String(args[index]);
  if (argument === '-r' || argument === '--require') {
    index += 1;
    modules.push(String(args[index]));
  } else if (!argument.startsWith('-')) {
    folder = path.resolve(argument);
  }
}

if (folder === undefined) {
  process.stderr.write('electron: name the folder of an application\n');
  app.exit(1);
} else {
  for (const file of modules) require(path.resolve(file));
  const description = require(path.join(folder, 'package.json'));
  set('setAppPath', folder);
  set('setName', description.productName ?? description.name);
  set('setVersion', description.version);
  const main = path.join(folder, description.main);
  // Only where a program is the one Electron was started with does require.main say so.
  Reflect.get(Module, '_load')(main, null, true);
}

/**
 * Two of these have no public types: only the default application uses them.
 * @param {'setAppPath' | 'setName' | 'setVersion'} method
 * @param {string} value
 */
function set(method, value) {
  Reflect.apply(Reflect.get(app, method), app, [value]);
}
