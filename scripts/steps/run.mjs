// @ts-check
/**
 * Child processes. Each one leads a process group of its own, so that Ctrl+C and a stop signal end it with
 * everything it started (xvfb-run starts Xvfb and Electron, npm starts node).
 */
import { spawn } from 'node:child_process';
import os from 'node:os';
import { root } from './paths.mjs';

const windows = process.platform === 'win32';

/** How long a child may take to end by itself once told to. */
const graceMs = 5000;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** @type {NodeJS.Signals | undefined} */
let stoppedBy;

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop);

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {boolean} [capture] collect the output instead of showing it
 * @property {AbortSignal} [signal] ends the child
 */

/**
 * Runs a program to its end. Rejects only when it cannot be started.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} code 128 + n after signal n
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: options.env ?? process.env,
      stdio: [
        'ignore',
        options.capture ? 'pipe' : outlet(process.stdout),
        options.capture ? 'pipe' : outlet(process.stderr),
      ],
      detached: !windows,
    });
    let output = '';
    if (options.capture) {
      const collect = (/** @type {Buffer} */ data) => void (output += data.toString());
      child.stdout?.on('data', collect);
      child.stderr?.on('data', collect);
    } else {
      child.stdout?.pipe(process.stdout, { end: false });
      child.stderr?.pipe(process.stderr, { end: false });
    }
    const abort = () => end(child, 'SIGTERM');
    options.signal?.addEventListener('abort', abort);
    const forget = () => {
      running.delete(child);
      options.signal?.removeEventListener('abort', abort);
      // Whoever waits for this child must not go on to the next step.
      if (stoppedBy && running.size === 0) process.exit(exitCodeOf(stoppedBy));
    };
    running.add(child);
    child.on('error', (error) => {
      forget();
      reject(error);
    });
    child.on('close', (code, signal) => {
      forget();
      resolve({ code: code ?? (signal ? exitCodeOf(signal) : 1), output });
    });
  });
}

/**
 * A child writes to our terminal itself and keeps its colours. It must not share a pipe with us: Node's pipes
 * do not block, and programs that expect blocking ones lose output or crash when a pipe is full.
 * @param {NodeJS.WriteStream} stream
 */
const outlet = (stream) => (stream.isTTY ? 'inherit' : 'pipe');

/**
 * Whether a program can be found and run.
 * @param {string} command
 * @param {readonly string[]} args
 */
export async function succeeds(command, args) {
  try {
    return (await run(command, args, { capture: true })).code === 0;
  } catch {
    return false;
  }
}

/**
 * Runs npm with the Node that runs this script.
 * @param {readonly string[]} args
 * @param {RunOptions} options
 */
export function npm(args, options) {
  const cli = process.env['npm_execpath'];
  if (cli?.endsWith('npm-cli.js')) return run(process.execPath, [cli, ...args], options);
  // npm is a batch file on Windows, which only a shell can run; these arguments hold nothing to quote.
  return windows ? run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options) : run('npm', args, options);
}

/** @param {NodeJS.Signals} signal */
function stop(signal) {
  stoppedBy = signal;
  if (running.size === 0) process.exit(exitCodeOf(signal));
  for (const child of running) end(child, 'SIGTERM');
  setTimeout(() => {
    for (const child of running) end(child, 'SIGKILL');
  }, graceMs).unref();
}

/** @param {NodeJS.Signals} signal */
const exitCodeOf = (signal) => 128 + os.constants.signals[signal];

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function end(child, signal) {
  if (child.pid === undefined) return;
  if (windows) spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
  else {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It has ended since.
    }
  }
}
