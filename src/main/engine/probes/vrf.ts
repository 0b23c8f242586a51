/** `vrf NAME` in a command: the command is put to that VRF of the router. */
import type { CommandFailure } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import type { Simulation } from '../simulation';
import { contextName, splitContext } from '../topology/contexts';
import { suggest } from '../topology/nearest';

const said = strings.reasons.commands;

/** The node asked, and the command without what names the VRF; a failure where the router has no such VRF. */
export function inVrf(
  { plane }: Simulation,
  node: string,
  words: readonly string[],
): { readonly node: string; readonly words: readonly string[] } | CommandFailure {
  const at = words.findIndex((word) => word.toLowerCase() === 'vrf');
  const first = words[0]?.toLowerCase();
  const name = words[at + 1];
  // Elsewhere the word at the end may be a target.
  if (at < 1 || first === 'scenario' || (name === undefined && first !== 'show')) return { node, words };
  const { nodeByName } = plane.network;
  const router = splitContext(node)?.router ?? node;
  const rest = words.toSpliced(at, 2);
  if (name === 'default') return { node: router, words: rest };
  if (name !== undefined && nodeByName.has(contextName(router, name)))
    return { node: contextName(router, name), words: rest };
  const own = [...nodeByName.keys()].flatMap((each) => {
    const context = splitContext(each);
    return context?.router === router ? [context.vrf] : [];
  });
  const message = name === undefined ? said.noVrfName : said.noVrf(router, name);
  return { kind: 'failure', message, hint: suggest(name ?? '', own) ?? said.noVrfs(router) };
}
