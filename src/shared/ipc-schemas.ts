/**
 * The schemas of every message between a window and the main process. Requests are checked in full: a window
 * is not trusted. Events are checked in their envelope: main made them and the compiler knows their types,
 * so the check is there to catch a mistake, not an attack, and must stay cheap for large outputs.
 */
import { z } from 'zod';
import { COMMANDS, type CommandId } from './commands';
import { PICTURE_FORMATS, type EventName, type RequestName } from './ipc';
import { CELL_KINDS, type Operation } from './notebook';
import { settingsSchema } from './settings-schema';

/** Characters. A notebook file is at most 50 MB, so no cell of one can be longer. */
const MAX_TEXT = 50 * 1024 * 1024;
/** Far above what pasting a large notebook makes, far below what would stop the main process. */
const MAX_OPERATIONS = 10_000;
/** A name of a node or of a picture. */
const MAX_NAME = 200;
const MAX_COMMAND = 1_000;
/** What a gesture on a map writes: one line for each host of a LAN, at most. */
const MAX_EDITS = 10_000;
/** Bytes. */
const MAX_PICTURE = 64 * 1024 * 1024;
const MAX_URL = 2_048;

const text = z.string().max(MAX_TEXT);
const cellId = z.string().min(1).max(64);
const kind = z.enum(CELL_KINDS);
const after = cellId.nullable();
const revision = z.number().int().nonnegative();

/** What follows the kind on a fence line: it stays on that line. */
const attributes = z
  .string()
  .max(10_000)
  .refine((value) => !/[\r\n]/.test(value), 'attributes stand on one line');

const origin = z.strictObject({
  kind,
  text,
  attributes,
  source: text,
  index: z.number().int().nonnegative(),
});
const cell = z.strictObject({ id: cellId, kind, text, attributes, origin: origin.nullable() });

export const operationSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('insert'), cell, after }),
  z.strictObject({ type: z.literal('delete'), id: cellId }),
  z.strictObject({ type: z.literal('move'), id: cellId, after }),
  z.strictObject({ type: z.literal('set-text'), id: cellId, text }),
  z.strictObject({ type: z.literal('set-kind'), id: cellId, kind }),
  z.strictObject({ type: z.literal('set-attributes'), id: cellId, attributes }),
]) satisfies z.ZodType<Operation>;

const commandId = z.custom<CommandId>(
  (value) => COMMANDS.some((command) => command.id === value),
  'not a command',
);
const mainCommandId = z.custom<CommandId>(
  (value) => COMMANDS.some((command) => command.id === value && command.owner === 'main'),
  'not a command of the main process',
);

/** How a window shows a document; also as it is kept in the profile. */
export const pageView = z.strictObject({
  cell: cellId.nullable(),
  offset: z.number(),
  selected: cellId.nullable(),
  outline: z.boolean(),
});

/** It names a file, so it is nothing but digits and a hyphen. */
const versionId = z.string().regex(/^\d{1,16}-\d{1,4}$/);

/** The arguments of each request, as a tuple. */
export const requestSchemas = {
  load: z.tuple([]),
  apply: z.tuple([revision, z.array(operationSchema).max(MAX_OPERATIONS)]),
  command: z.tuple([mainCommandId]),
  rerun: z.tuple([]),
  cancel: z.tuple([]),
  ask: z.tuple([z.string().min(1).max(64), z.string().min(1).max(MAX_NAME), z.string().max(MAX_COMMAND)]),
  writeEdits: z.tuple([text, z.array(z.string().max(MAX_COMMAND)).max(MAX_EDITS)]),
  savePicture: z.tuple([
    z.string().min(1).max(MAX_NAME),
    z.enum(PICTURE_FORMATS),
    z.instanceof(Uint8Array).refine((data) => data.length <= MAX_PICTURE, 'too large for a picture'),
  ]),
  copyText: z.tuple([text]),
  openLink: z.tuple([z.string().min(1).max(MAX_URL)]),
  copyCells: z.tuple([z.array(z.strictObject({ kind, text, attributes })).max(MAX_OPERATIONS)]),
  clipboardCells: z.tuple([]),
  saveSettings: z.tuple([settingsSchema]),
  fullScreen: z.tuple([z.boolean()]),
  remember: z.tuple([pageView]),
  compareWithDisk: z.tuple([]),
  versions: z.tuple([]),
  compareWithVersion: z.tuple([versionId]),
  restoreVersion: z.tuple([versionId]),
  flushed: z.tuple([z.int().min(1)]),
} as const satisfies Record<RequestName, z.ZodType>;

const state = {
  path: z.string().nullable(),
  name: z.string().min(1),
  dirty: z.boolean(),
  notice: z.object({ id: z.int(), text: z.string() }).nullable(),
  disk: z.enum(['same', 'changed', 'missing']),
};

/** The payload of each event: its envelope. */
export const eventSchemas = {
  document: z.looseObject({
    ...state,
    revision,
    view: pageView.nullable(),
    notebook: z.looseObject({ head: z.string(), cells: z.array(z.unknown()), readOnly: z.boolean() }),
  }),
  documentState: z.strictObject(state),
  evaluation: z.strictObject({
    revision,
    phase: z.enum(['started', 'partial', 'finished', 'cancelled', 'crashed']),
    current: cellId.nullable(),
    outputs: z.array(z.looseObject({ cellId, kind, status: z.string() })),
    networks: z.record(z.string(), z.unknown()),
    message: z.string().nullable(),
  }),
  command: commandId,
  flush: z.int().min(1),
  settings: settingsSchema,
  screenReader: z.boolean(),
} as const satisfies Record<EventName, z.ZodType>;
