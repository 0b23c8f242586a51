/** What a word of an edit names: an element, or an interface of a node. */
import type * as z from 'zod';
import type { TopologyDocument } from './document';
import { LineError, type Word } from './edit-words';
import type { Path } from './json';
import { aKind, namesOf, type Kind, type Named } from './names';
import { suggest } from './nearest';
import { HOST_INTERFACE } from './rules/attachments';
import { isSectionName, SCHEMAS } from './sections';
import { inside } from './shorthand';
import { splitEndPoint } from './values';

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
  throw new LineError(`There is no "${word.text}"`, word, suggest(word.text, [...byName.keys()]));
}

export function targetNamed(document: TopologyDocument, word: Word): Target {
  const end = splitEndPoint(word.text);
  if (end === null) {
    const { kind, path } = elementNamed(document, word);
    return { kind, path, label: `${kind} "${word.text}"` };
  }
  const node = { text: end.node, column: word.column };
  const part = { text: end.interface, column: word.column + end.node.length + 1 };
  const { kind, path } = elementNamed(document, node);
  // The one interface of a host is the host.
  if (kind === 'host' && end.interface === HOST_INTERFACE) return { kind, path, label: `host "${end.node}"` };
  if (kind !== 'router') {
    const hint = kind === 'host' ? `write ${end.node}` : 'name the element, its link or its connection whole';
    throw new LineError(
      `"${end.node}" is ${aKind(kind)} and has no interface "${end.interface}"`,
      part,
      hint,
    );
  }
  const interfaces = document.topology.routers[end.node]?.interfaces ?? {};
  if (!Object.hasOwn(interfaces, end.interface)) {
    const hint = suggest(end.interface, Object.keys(interfaces));
    throw new LineError(`"${end.node}" has no interface "${end.interface}"`, part, hint);
  }
  return { kind: 'interface', path: [...path, 'interfaces', end.interface], label: `interface ${word.text}` };
}

/** The schema of what stands at a path; null where nothing may. */
export function schemaAt(path: Path): z.core.$ZodType | null {
  const [section, , ...rest] = path;
  if (typeof section !== 'string' || !isSectionName(section)) return null;
  let schema: z.core.$ZodType | null = SCHEMAS[section];
  for (const step of rest) schema = schema === null ? null : (inside(schema)?.entry(step) ?? null);
  return schema;
}
