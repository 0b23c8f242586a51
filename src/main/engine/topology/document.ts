/**
 * A topology together with the plain input it was made from. Immutable: an edit makes a new document that
 * shares every element it did not touch, in the input and in the topology.
 */
import { sourceOf } from './contexts';
import { normalise, readDrafts } from './drafts';
import { hasErrors, type Issue } from './issue';
import { isObject, record, type Json, type JsonObject } from './json';
import type { Topology } from './model';
import { resolve } from './resolve';
import { SECTION_NAMES } from './sections';
import { validate } from './validate';

export interface TopologyDocument {
  /** Sections, elements and properties as written, shorthands written out. */
  readonly input: JsonObject;
  readonly topology: Topology;
  /** What is odd but works. */
  readonly warnings: readonly Issue[];
}

export type Built =
  | { readonly ok: true; readonly document: TopologyDocument }
  | { readonly ok: false; readonly issues: readonly Issue[] };

const documents = new WeakMap<JsonObject, Built>();
const sections = new WeakMap<object, Readonly<Record<string, unknown>>>();

/** Which document a topology was built for, so that edits can be tried on a network at work. */
const byTopology = new WeakMap<Topology, TopologyDocument>();

/** The document a topology belongs to; undefined for one that was put together by hand. */
export function documentOf(topology: Topology): TopologyDocument | undefined {
  return byTopology.get(sourceOf(topology));
}

/** The document of an input in normal form (see `normalise`). */
export function build(input: Json): Built {
  const known = isObject(input) ? documents.get(input) : undefined;
  if (known !== undefined) return known;
  const { drafts, issues } = readDrafts(input);
  const topology = share(input, resolve(drafts));
  issues.push(...validate(input, topology));
  const built: Built =
    hasErrors(issues) || !isObject(input)
      ? { ok: false, issues }
      : { ok: true, document: { input, topology, warnings: issues } };
  if (isObject(input)) documents.set(input, built);
  if (built.ok) byTopology.set(topology, built.document);
  return built;
}

export function buildFrom(value: Json): Built {
  return build(normalise(value));
}

/** Keeps the record of a section where the same input gave the same elements before. */
function share(input: Json, topology: Topology): Topology {
  const top = isObject(input) ? input : {};
  const entries = SECTION_NAMES.map((name) => {
    const made: Readonly<Record<string, unknown>> = topology[name];
    const source = top[name];
    if (!isObject(source)) return [name, made] as const;
    const known = sections.get(source);
    const names = Object.keys(made);
    if (known && Object.keys(known).length === names.length && names.every((key) => known[key] === made[key]))
      return [name, known] as const;
    sections.set(source, made);
    return [name, made] as const;
  });
  return { ...topology, ...record(entries) };
}
