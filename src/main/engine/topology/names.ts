/** Every name of a topology: what bears it and where. Names are unique across all sections. */
import { strings } from '../../../shared/strings';
import { parseAddress } from '../address';
import type { Issue } from './issue';
import { inWords, isObject, own, type Json, type Path } from './json';
import { MAX_NAME } from './limits';
import { isSectionName, singular } from './sections';

const said = strings.reasons.topology.names;

export type Kind =
  | 'vnet'
  | 'routeTable'
  | 'nsg'
  | 'globalReach'
  | 'routeServer'
  | 'virtualHub'
  | 'peering'
  | 'gateway'
  | 'circuit'
  | 'connection'
  | 'site'
  | 'router'
  | 'lan'
  | 'host'
  | 'link'
  | 'msee'
  | 'circuit connection';

export interface Named {
  readonly kind: Kind;
  /** Path of the element in the input; of an MSEE, the circuit path it serves. */
  readonly path: Path;
}

export interface Names {
  readonly byName: ReadonlyMap<string, Named>;
  readonly issues: readonly Issue[];
}

const known = new WeakMap<object, Names>();

/** The names of an input in normal form; also of elements that have errors. */
export function namesOf(input: Json): Names {
  const top = isObject(input) ? input : {};
  const found = known.get(top);
  if (found !== undefined) return found;
  const byName = new Map<string, Named>();
  const issues: Issue[] = [];
  const add = (name: string, kind: Kind, path: Path, namePath: Path, at: 'key' | 'value'): void => {
    const refused = refusal(name);
    if (refused !== null) issues.push({ severity: 'error', path: namePath, at, ...refused });
    const holder = byName.get(name);
    if (holder === undefined) byName.set(name, { kind, path });
    else
      issues.push({
        severity: 'error',
        path: namePath,
        at,
        message: said.taken(name, strings.reasons.edits.kinds[holder.kind]),
        hint: said.unique,
      });
  };
  // In the order of the text, so that the second of two is said to be wrong.
  for (const section of Object.keys(top).filter(isSectionName))
    for (const [name, element] of entriesOf(top[section])) {
      const path = [section, name];
      add(name, singular(section), path, path, 'key');
      if (section !== 'circuits' || !isObject(element)) continue;
      for (const side of ['primary', 'secondary']) {
        const served = own(element, side);
        const msee = isObject(served) ? own(served, 'msee') : undefined;
        if (typeof msee === 'string' && msee !== '')
          add(msee, 'msee', [...path, side], [...path, side, 'msee'], 'value');
      }
      for (const [connection] of entriesOf(own(element, 'connections'))) {
        const connectionPath = [...path, 'connections', connection];
        add(connection, 'circuit connection', connectionPath, connectionPath, 'key');
      }
    }
  const names = { byName, issues };
  known.set(top, names);
  return names;
}

/** In an English sentence "a router", "an MSEE". */
export function aKind(kind: Kind): string {
  return strings.reasons.edits.aKind(kind);
}

export const INTERFACE_NAME = /^[A-Za-z0-9._/:-]+$/;

function refusal(name: string): { message: string; hint: string } | null {
  if (!/^[A-Za-z0-9._-]+$/.test(name))
    return {
      message: said.cannotBe(inWords(name)),
      hint: said.letters,
    };
  if (name.length > MAX_NAME) return { message: said.tooLong(MAX_NAME), hint: said.shorter };
  if (parseAddress(name) !== null)
    return {
      message: said.isAddress(name),
      hint: said.unclear,
    };
  return null;
}

function entriesOf(value: Json | undefined): [string, Json][] {
  return isObject(value) ? Object.entries(value) : [];
}
