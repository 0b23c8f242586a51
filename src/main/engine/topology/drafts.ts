/**
 * Input to drafts: every element read by its schema, alone. An element is read once for each input object,
 * so that after an edit only what it touched is read again.
 */
import * as z from 'zod';
import { strings } from '../../../shared/strings';
import type { Issue } from './issue';
import { inWords, isObject, own, record, type Json, type JsonObject } from './json';
import { suggest } from './nearest';
import { isSectionName, SCHEMAS, SECTION_NAMES, singular, type Drafts, type SectionName } from './sections';
import { expand, inside } from './shorthand';

const said = strings.reasons.topology.elements;
const shapes = strings.reasons.topology.shapes;

interface Reading<D> {
  /** Null where the element has errors. */
  readonly draft: D | null;
  /** With paths from the element on. */
  readonly issues: readonly Issue[];
}

/**
 * The input with shorthands written out and empty sections and elements as `{}`. What is not of the right
 * shape stays as it is: reading it tells what is wrong.
 */
export function normalise(input: Json): Json {
  if (input === null) return {};
  if (!isObject(input)) return input;
  return Object.fromEntries(
    Object.entries(input).map(([section, elements]) => {
      if (elements === null) return [section, {}];
      if (!isObject(elements) || !isSectionName(section)) return [section, elements];
      const expanded = Object.entries(elements).map(
        ([name, element]) => [name, normaliseElement(section, element)] as const,
      );
      return [section, Object.fromEntries(expanded)];
    }),
  );
}

export function normaliseElement(section: SectionName, element: Json): Json {
  return element === null ? {} : expand(SCHEMAS[section], element);
}

type ElementReader<D> = (element: JsonObject) => Reading<D>;

/** Reads elements by a schema, each input object once. */
function elementReader<D>(schema: z.ZodType<D>): ElementReader<D> {
  const readings = new WeakMap<JsonObject, Reading<D>>();
  return (element) => {
    const known = readings.get(element);
    if (known !== undefined) return known;
    const result = schema.safeParse(element, { reportInput: true });
    const reading: Reading<D> = result.success
      ? { draft: result.data, issues: [] }
      : { draft: null, issues: result.error.issues.flatMap((issue) => explain(schema, issue)) };
    readings.set(element, reading);
    return reading;
  };
}

const READERS = {
  vnets: elementReader(SCHEMAS.vnets),
  routeTables: elementReader(SCHEMAS.routeTables),
  nsgs: elementReader(SCHEMAS.nsgs),
  peerings: elementReader(SCHEMAS.peerings),
  gateways: elementReader(SCHEMAS.gateways),
  circuits: elementReader(SCHEMAS.circuits),
  globalReach: elementReader(SCHEMAS.globalReach),
  routeServers: elementReader(SCHEMAS.routeServers),
  virtualHubs: elementReader(SCHEMAS.virtualHubs),
  connections: elementReader(SCHEMAS.connections),
  sites: elementReader(SCHEMAS.sites),
  routers: elementReader(SCHEMAS.routers),
  lans: elementReader(SCHEMAS.lans),
  hosts: elementReader(SCHEMAS.hosts),
  links: elementReader(SCHEMAS.links),
};

/** All that can be read, and what is wrong with the rest. */
export function readDrafts(input: Json): { drafts: Drafts; issues: Issue[] } {
  const issues: Issue[] = [];
  const top = isObject(input) ? input : {};
  if (!isObject(input))
    issues.push(error([], said.sections(inWords(input)), strings.reasons.topology.yaml.startWith));
  for (const key of Object.keys(top))
    if (!isSectionName(key))
      issues.push({
        ...error([key], said.noSection(key), suggest(key, SECTION_NAMES)),
        at: 'key',
      });
  const section = <D>(name: SectionName, read: ElementReader<D>) =>
    readSection(name, read, own(top, name) ?? {}, issues);
  const drafts: Drafts = {
    vnets: section('vnets', READERS.vnets),
    routeTables: section('routeTables', READERS.routeTables),
    nsgs: section('nsgs', READERS.nsgs),
    peerings: section('peerings', READERS.peerings),
    gateways: section('gateways', READERS.gateways),
    circuits: section('circuits', READERS.circuits),
    globalReach: section('globalReach', READERS.globalReach),
    routeServers: section('routeServers', READERS.routeServers),
    virtualHubs: section('virtualHubs', READERS.virtualHubs),
    connections: section('connections', READERS.connections),
    sites: section('sites', READERS.sites),
    routers: section('routers', READERS.routers),
    lans: section('lans', READERS.lans),
    hosts: section('hosts', READERS.hosts),
    links: section('links', READERS.links),
  };
  return { drafts, issues };
}

function readSection<D>(
  section: SectionName,
  read: ElementReader<D>,
  elements: Json,
  issues: Issue[],
): Record<string, D> {
  if (!isObject(elements)) {
    const message = said.names(section, inWords(elements));
    issues.push(error([section], message, said.namesHint(section)));
    return record<D>([]);
  }
  const drafts: [string, D][] = [];
  for (const [name, element] of Object.entries(elements)) {
    if (!isObject(element)) {
      const message = said.properties(singular(section), inWords(element));
      issues.push(error([section, name], message, said.propertiesHint(name)));
      continue;
    }
    const reading = read(element);
    for (const issue of reading.issues) issues.push({ ...issue, path: [section, name, ...issue.path] });
    if (reading.draft !== null) drafts.push([name, reading.draft]);
  }
  return record(drafts);
}

function error(path: Issue['path'], message: string, hint?: string): Issue {
  return {
    severity: 'error',
    path,
    at: 'value',
    message,
    ...(hint === undefined || hint === '' ? {} : { hint }),
  };
}

/** What the library found wrong, in our words. */
function explain(schema: z.core.$ZodType, issue: z.core.$ZodIssue): Issue[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  const property = String(path.at(-1) ?? '');
  const missing = (): Issue => error(path, said.missing(property), said.add(property));
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = Object.keys(schemaAt(schema, path)?.keys ?? {});
      return issue.keys.map((key) => ({
        ...error([...path, key], said.noProperty(key), suggest(key, known)),
        at: 'key',
      }));
    }
    case 'invalid_type':
      if (issue.input === undefined) return [missing()];
      return [
        error(
          path,
          said.shape(inWords(issue.input), shapeInWords(issue.expected)),
          shapeHint(issue.expected),
        ),
      ];
    case 'invalid_value': {
      if (issue.input === undefined) return [missing()];
      const choices = issue.values.map(String);
      return [
        error(
          path,
          said.noneOf(inWords(issue.input), choices),
          typeof issue.input === 'string' ? suggest(issue.input, choices) : undefined,
        ),
      ];
    }
    case 'too_small':
      return [error(path, said.tooFew(property, Number(issue.minimum)))];
    case 'too_big':
      return [error(path, said.tooMany(property, Number(issue.maximum)))];
    case 'custom': {
      if (issue.input === undefined) return [missing()];
      const hint: unknown = issue.params?.['hint'];
      return [
        {
          ...error(path, issue.message, typeof hint === 'string' ? hint : undefined),
          at: issue.params?.['at'] === 'key' ? 'key' : 'value',
        },
      ];
    }
    default:
      return [error(path, issue.message)];
  }
}

function schemaAt(schema: z.core.$ZodType, path: readonly (string | number)[]) {
  let current: z.core.$ZodType | null = schema;
  for (const step of path) current = current === null ? null : (inside(current)?.entry(step) ?? null);
  return current === null ? null : inside(current);
}

function shapeInWords(expected: string): string {
  if (expected === 'object' || expected === 'record') return shapes.mapping;
  return expected === 'array' || expected === 'tuple' ? shapes.list : shapes.other(expected);
}

function shapeHint(expected: string): string {
  return expected === 'array' || expected === 'tuple' ? shapes.listHint : shapes.mappingHint;
}
