/**
 * Shorthands: short ways to write an object (`eth0: 10.0.0.1/30`, `icmp: off`). They are expanded before
 * anything else looks at the input, so that edits can set one property of what was written short.
 */
import * as z from 'zod';
import { isList, isObject, type Json } from './json';

export interface Shorthands {
  /** What `true` or `on` stands for. */
  readonly on?: Json;
  /** What `false` or `off` stands for. */
  readonly off?: Json;
  /** What a key without a value stands for. */
  readonly nothing?: Json;
  /** What other text stands for. */
  readonly text?: (value: string) => Json;
  /** What a number stands for. */
  readonly number?: (value: number) => Json;
}

const registry = new WeakMap<z.core.$ZodType, Shorthands>();

export function shorthand<S extends z.ZodType>(schema: S, shorthands: Shorthands): S {
  registry.set(schema, shorthands);
  return schema;
}

/** The schemas within a schema: what it wraps, or the schemas of its entries. */
export interface Inside {
  readonly kind: 'object' | 'record' | 'list';
  /** Schemas of known keys, in order; null where any key may stand. */
  readonly keys: Readonly<Record<string, z.core.$ZodType>> | null;
  /** The schema of an entry by key or index, or null where there is none. */
  entry(key: string | number): z.core.$ZodType | null;
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType[] {
  const chain = [schema];
  for (let current = schema; ;) {
    if (current instanceof z.ZodPipe) current = current.in;
    else if (
      current instanceof z.ZodOptional ||
      current instanceof z.ZodNullable ||
      current instanceof z.ZodDefault ||
      current instanceof z.ZodPrefault
    )
      current = current.def.innerType;
    else return chain;
    chain.push(current);
  }
}

/** Of every schema asked for: finding it out takes long beside how often it is asked. */
const layouts = new WeakMap<z.core.$ZodType, { inside: Inside | null; shorthands: Shorthands | null }>();

function layoutOf(schema: z.core.$ZodType): { inside: Inside | null; shorthands: Shorthands | null } {
  const known = layouts.get(schema);
  if (known !== undefined) return known;
  const layout = { inside: findInside(schema), shorthands: findShorthands(schema) };
  layouts.set(schema, layout);
  return layout;
}

/** What can stand inside a value of this schema; null for a scalar. */
export function inside(schema: z.core.$ZodType): Inside | null {
  return layoutOf(schema).inside;
}

export function shorthandsOf(schema: z.core.$ZodType): Shorthands | null {
  return layoutOf(schema).shorthands;
}

function findInside(schema: z.core.$ZodType): Inside | null {
  const core = unwrap(schema).at(-1);
  if (core instanceof z.ZodObject) {
    const shape: Readonly<Record<string, z.core.$ZodType>> = core.shape;
    return { kind: 'object', keys: shape, entry: (key) => (Object.hasOwn(shape, key) ? shape[key]! : null) };
  }
  if (core instanceof z.ZodRecord) return { kind: 'record', keys: null, entry: () => core.valueType };
  if (core instanceof z.ZodArray) return { kind: 'list', keys: null, entry: () => core.element };
  if (core instanceof z.ZodTuple)
    return { kind: 'list', keys: null, entry: (key) => core.def.items[Number(key)] ?? null };
  return null;
}

function findShorthands(schema: z.core.$ZodType): Shorthands | null {
  for (const layer of unwrap(schema)) {
    const found = registry.get(layer);
    if (found !== undefined) return found;
  }
  return null;
}

function expandOne(shorthands: Shorthands, value: Json): Json {
  const { on, off, nothing, text, number } = shorthands;
  if (value === null) return nothing ?? null;
  if (value === true || value === 'on') return on ?? value;
  if (value === false || value === 'off') return off === undefined ? value : off;
  if (typeof value === 'number' && number !== undefined) return number(value);
  return typeof value === 'string' && text !== undefined ? text(value) : value;
}

/** The value with every shorthand written out; the same value where there is none. */
export function expand(schema: z.core.$ZodType, value: Json): Json {
  const shorthands = shorthandsOf(schema);
  const whole = shorthands === null ? value : expandOne(shorthands, value);
  const parts = inside(schema);
  if (parts === null) return whole;
  if (isList(whole)) {
    const items = whole.map((item, index) => expandEntry(parts, index, item));
    return items.every((item, index) => item === whole[index]) ? whole : items;
  }
  if (!isObject(whole)) return whole;
  let changed = false;
  const entries = Object.entries(whole).map(([key, entry]) => {
    const next = expandEntry(parts, key, entry);
    changed ||= next !== entry;
    return [key, next] as const;
  });
  return changed ? Object.fromEntries(entries) : whole;
}

function expandEntry(parts: Inside, key: string | number, value: Json): Json {
  const schema = parts.entry(key);
  return schema === null ? value : expand(schema, value);
}
