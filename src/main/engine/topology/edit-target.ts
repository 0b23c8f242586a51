/** What a word of an edit names: an element, or an interface of a node. */
import { strings } from '../../../shared/strings';
import type * as z from 'zod';
import { splitContext, writtenPath } from './contexts';
import type { TopologyDocument } from './document';
import { LineError, type Word } from './edit-words';
import type { Path } from './json';
import { aKind, namesOf, type Kind, type Named } from './names';
import { suggest } from './nearest';
import { HOST_INTERFACE } from './rules/attachments';
import { isSectionName, SCHEMAS } from './sections';
import { inside } from './shorthand';
import { splitEndPoint } from './values';

const told = strings.reasons.edits;
const said = strings.reasons.editProblems;

export interface Target {
  readonly kind: Kind | 'interface';
  readonly path: Path;
  /** For summaries: `router "r1"`, `interface r1:eth0`. */
  readonly label: string;
}

export function elementNamed(document: TopologyDocument, word: Word): Named {
  const { byName } = namesOf(document.input);
  const named = byName.get(word.text);
  if (named !== undefined) return named;
  const context = splitContext(word.text);
  if (context !== null && hasVrf(document, word.text))
    throw new LineError(said.isVrf(word.text), word, said.nameInterfaces(context.vrf, context.router));
  throw new LineError(said.noElement(word.text), word, suggest(word.text, [...byName.keys()]));
}

export function targetNamed(document: TopologyDocument, word: Word): Target {
  const end = splitEndPoint(word.text);
  if (end === null) {
    const { kind, path } = elementNamed(document, word);
    return { kind, path, label: told.element(told.kinds[kind], word.text) };
  }
  const device = hasVrf(document, end.node) ? (splitContext(end.node)?.router ?? end.node) : end.node;
  const node = { text: device, column: word.column };
  const part = { text: end.interface, column: word.column + end.node.length + 1 };
  const { kind, path } = elementNamed(document, node);
  // The one interface of a host is the host.
  if (kind === 'host' && end.interface === HOST_INTERFACE)
    return { kind, path, label: told.element(told.kinds.host, end.node) };
  if (kind !== 'router') {
    const hint = kind === 'host' ? said.writeHost(end.node) : said.nameWhole;
    throw new LineError(said.hasNoInterfaces(end.node, aKind(kind), end.interface), part, hint);
  }
  const interfaces = document.topology.routers[device]?.interfaces ?? {};
  if (!Object.hasOwn(interfaces, end.interface)) {
    const hint = suggest(end.interface, Object.keys(interfaces));
    throw new LineError(said.noInterface(end.node, end.interface), part, hint);
  }
  return {
    kind: 'interface',
    path: [...path, 'interfaces', end.interface],
    label: told.interface(word.text),
  };
}

function hasVrf({ topology }: TopologyDocument, name: string): boolean {
  const context = splitContext(name);
  const vrfs = context === null ? undefined : topology.routers[context.router]?.vrfs;
  return context !== null && vrfs !== undefined && Object.hasOwn(vrfs, context.vrf);
}

/**
 * As `targetNamed`, for a property of it: what a VRF (`ce1@red`) has of its own stands under vrfs of its router,
 * the rest with the router.
 */
export function ownerNamed(document: TopologyDocument, word: Word, property: string | undefined): Target {
  if (splitEndPoint(word.text) !== null || !hasVrf(document, word.text)) return targetNamed(document, word);
  const path = writtenPath(['routers', word.text, property ?? 'static']).slice(0, -1);
  return { kind: 'router', path, label: told.element(told.kinds.router, word.text) };
}

/** The schema of what stands at a path; null where nothing may. */
export function schemaAt(path: Path): z.core.$ZodType | null {
  const [section, , ...rest] = path;
  if (typeof section !== 'string' || !isSectionName(section)) return null;
  let schema: z.core.$ZodType | null = SCHEMAS[section];
  for (const step of rest) schema = schema === null ? null : (inside(schema)?.entry(step) ?? null);
  return schema;
}
