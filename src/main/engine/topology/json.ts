/** Plain JSON values: what a topology text says, before it is understood. */
import { strings } from '../../../shared/strings';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** Where a value stands in a JSON value: keys and list indices from the top. */
export type Path = readonly (string | number)[];

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** An own entry; `constructor` and the like are none. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** What stands at a path; undefined for nothing. */
export function valueAt(input: Json, path: Path): Json | undefined {
  let value: Json | undefined = input;
  for (const step of path) {
    if (isObject(value)) value = own(value, String(step));
    else value = isList(value) ? value[Number(step)] : undefined;
  }
  return value;
}

/** A record without a prototype: looking up a name that someone typed finds entries only. */
export function record<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  const result: Record<string, T> = Object.create(null);
  for (const [key, value] of entries) result[key] = value;
  return result;
}

/** Keys that a JavaScript object has from birth; refused wherever a person may choose a key. */
export function isReservedKey(key: string): boolean {
  return key in Object.prototype;
}

/** A value in words, for messages: `the text "5 ms"`, `a list`. */
export function inWords(value: unknown): string {
  if (value === undefined || value === null) return strings.reasons.topology.shapes.nothing;
  if (Array.isArray(value)) return strings.reasons.topology.shapes.list;
  if (typeof value === 'object') return strings.reasons.topology.shapes.mapping;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return typeof value === 'string' ? `"${shown}"` : shown;
}
