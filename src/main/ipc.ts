/**
 * The gate between windows and main: a request passes only if it comes from the main frame of one of the
 * application's own pages and fits its schema; an event leaves only if it fits its schema.
 */
import { z } from 'zod';
import {
  channel,
  REQUESTS,
  type EventName,
  type Events,
  type RequestName,
  type TracebookApi,
} from '../shared/ipc';
import { eventSchemas, requestSchemas } from '../shared/ipc-schemas';
import { allowSender, type Origins, type Sender } from './policies';

/** What main does for each request of the window with this id. */
export type RequestHandlers = {
  readonly [Name in RequestName]: (
    window: number,
    ...args: Parameters<TracebookApi[Name]>
  ) => ReturnType<TracebookApi[Name]>;
};

/** A request was refused. The message tells a developer why, without repeating what was sent. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

export interface Request {
  readonly window: number;
  readonly sender: Sender | null;
  readonly args: readonly unknown[];
}

type Register = (channel: string, answer: (request: Request) => Promise<unknown>) => void;

/** Registers every request with its checks. `register` is ipcMain.handle, with the sender described. */
export function registerRequests(register: Register, handlers: RequestHandlers, origins: Origins): void {
  for (const name of REQUESTS)
    register(channel(name, 'request'), async (request) => answer(name, request, handlers, origins));
}

async function answer(
  name: RequestName,
  request: Request,
  handlers: RequestHandlers,
  origins: Origins,
): Promise<unknown> {
  if (!allowSender(request.sender, origins)) throw new RefusedError(`${name}: not from this application`);
  return answers[name](handlers, request.window, request.args);
}

type Answer = (handlers: RequestHandlers, window: number, args: readonly unknown[]) => Promise<unknown>;

const answers: Readonly<Record<RequestName, Answer>> = {
  load: (handlers, window, args) => handlers.load(window, ...check('load', args)),
  apply: (handlers, window, args) => handlers.apply(window, ...check('apply', args)),
  command: (handlers, window, args) => handlers.command(window, ...check('command', args)),
  rerun: (handlers, window, args) => handlers.rerun(window, ...check('rerun', args)),
  cancel: (handlers, window, args) => handlers.cancel(window, ...check('cancel', args)),
  ask: (handlers, window, args) => handlers.ask(window, ...check('ask', args)),
  writeEdits: (handlers, window, args) => handlers.writeEdits(window, ...check('writeEdits', args)),
  savePicture: (handlers, window, args) => handlers.savePicture(window, ...check('savePicture', args)),
  copyText: (handlers, window, args) => handlers.copyText(window, ...check('copyText', args)),
  openLink: (handlers, window, args) => handlers.openLink(window, ...check('openLink', args)),
  copyCells: (handlers, window, args) => handlers.copyCells(window, ...check('copyCells', args)),
  clipboardCells: (handlers, window, args) =>
    handlers.clipboardCells(window, ...check('clipboardCells', args)),
  saveSettings: (handlers, window, args) => handlers.saveSettings(window, ...check('saveSettings', args)),
  fullScreen: (handlers, window, args) => handlers.fullScreen(window, ...check('fullScreen', args)),
  remember: (handlers, window, args) => handlers.remember(window, ...check('remember', args)),
  compareWithDisk: (handlers, window, args) =>
    handlers.compareWithDisk(window, ...check('compareWithDisk', args)),
  versions: (handlers, window, args) => handlers.versions(window, ...check('versions', args)),
  compareWithVersion: (handlers, window, args) =>
    handlers.compareWithVersion(window, ...check('compareWithVersion', args)),
  restoreVersion: (handlers, window, args) =>
    handlers.restoreVersion(window, ...check('restoreVersion', args)),
  flushed: (handlers, window, args) => handlers.flushed(window, ...check('flushed', args)),
};

type Arguments<Name extends RequestName> = ReturnType<(typeof requestSchemas)[Name]['parse']>;

function check<Name extends RequestName>(name: Name, args: readonly unknown[]): Arguments<Name>;
function check(name: RequestName, args: readonly unknown[]): unknown {
  const result = requestSchemas[name].safeParse(args);
  if (result.success) return result.data;
  const where = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new RefusedError(`${name}: wrong arguments (${where.slice(0, 3).join('; ')})`);
}

/** The files that were dropped on a window. Throws RefusedError as a request does. */
export function droppedFiles(sender: Sender | null, paths: unknown, origins: Origins): readonly string[] {
  if (!allowSender(sender, origins)) throw new RefusedError('dropped: not from this application');
  const result = droppedSchema.safeParse(paths);
  if (!result.success) throw new RefusedError('dropped: no list of files');
  return result.data;
}

const droppedSchema = z.array(z.string().min(1).max(32_768)).max(10_000);

/** Throws where an event does not keep to its schema: a mistake of main's own. */
export function checkEvent<E extends EventName>(name: E, payload: Events[E]): Events[E] {
  eventSchemas[name].parse(payload);
  return payload;
}
