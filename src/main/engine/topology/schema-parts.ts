/** What the schemas of several elements have in common. */
import * as z from 'zod';
import { record } from './json';
import { MAX_COORDINATE, MAX_LIST } from './limits';
import { shorthand } from './shorthand';
import * as v from './values';

export const base = {
  shutdown: v.flag.default(false),
  description: v.text.nullable().default(null),
  inferred: v.flag.default(false),
};

const coordinate = v.whole(-MAX_COORDINATE, MAX_COORDINATE);

/** Where it stands on maps, of what has a node there. */
export const position = z.tuple([coordinate, coordinate]).nullable().default(null);

/** Values by name. */
export function named<S extends z.ZodType>(schema: S) {
  return z
    .record(z.string(), schema)
    .transform((entries) => record(Object.entries(entries) as [string, z.output<S>][]));
}

export function listOf<S extends z.ZodType>(schema: S) {
  return z.array(schema).max(MAX_LIST);
}

export const icmp = shorthand(
  z.strictObject({ answers: v.flag.default(true), delay: v.latency.default(0.1) }).prefault({}),
  { off: { answers: false }, on: {} },
);

/** Within one site or one VNet; RTTs there print as <1 ms. */
export const LOCAL_LATENCY_MS = 0.05;
