// @ts-check
/**
 * What the scripts say. Everything goes to stderr: stdout belongs to the command that is being run.
 */

/** A failure that is explained: what happened and the one thing to do about it. */
export class StepError extends Error {
  /**
   * @param {string} cause one sentence
   * @param {string} fix one sentence or one command
   * @param {string} [details] output of the tool that failed
   */
  constructor(cause, fix, details = '') {
    super(cause);
    this.fix = fix;
    this.details = details;
  }
}

/** @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs `work` and shows that it is running: a counting line on a terminal, a first and a last line elsewhere.
 * Work that ends within a second shows nothing on a terminal.
 * @template T
 * @param {string} label what is being done, e.g. "Building the application"
 * @param {() => Promise<T>} work
 * @param {() => string} [detail] how far it is, e.g. "34 MB"
 * @returns {Promise<T>}
 */
export async function withProgress(label, work, detail = () => '') {
  const started = process.hrtime.bigint();
  const seconds = () => Number(process.hrtime.bigint() - started) / 1e9;
  const terminal = process.stderr.isTTY;
  const line = () => [label, '…', `${Math.floor(seconds())} s`, detail()].filter(Boolean).join(' ');
  const timer = terminal ? setInterval(() => process.stderr.write(`\r\x1b[K${line()}`), 1000) : undefined;
  if (!terminal) say(`${label} …`);
  try {
    const result = await work();
    clearInterval(timer);
    if (terminal) process.stderr.write('\r\x1b[K');
    if (!terminal || seconds() >= 1) say(`${label}: took ${seconds().toFixed(1)} s`);
    return result;
  } catch (error) {
    clearInterval(timer);
    if (terminal) process.stderr.write('\r\x1b[K');
    throw error;
  }
}

/**
 * Runs a script to its end and turns what it returns or throws into the exit code.
 * @param {() => Promise<number>} script
 */
export async function runScript(script) {
  try {
    process.exitCode = await script();
  } catch (error) {
    process.exitCode = explain(error);
  }
}

/**
 * Says what a failed step has to say; an error that nobody foresaw is shown with its stack.
 * @param {unknown} error
 * @returns {number} exit code
 */
export function explain(error) {
  if (error instanceof StepError) {
    if (error.details) say(error.details.trimEnd());
    say(`\nFailed: ${error.message}\nFix:    ${error.fix}`);
  } else {
    say(error instanceof Error ? String(error.stack) : String(error));
  }
  return 1;
}
