/** What a word under the pointer is in the network at that point, in lines of Markdown; null if nothing is known. */
import { CONSOLE_COMMANDS } from '../../shared/console-commands';
import { EDIT_COMMANDS } from '../../shared/edit-commands';
import type { InterfaceView, LinkView, NetworkView, NodeView } from '../../shared/network-view';
import type { CellKind } from '../../shared/notebook';
import { help, words } from '../app/strings';
import { bareAddress, findLink, findNode, inPrefix, ownerOf } from './names';

export interface Word {
  readonly text: string;
  /** Column of its first character, from 0. */
  readonly start: number;
}

const WORD = /[A-Za-z0-9_][\w./:-]*/g;
const ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** The word at a column (from 0), without the colon of a YAML key. */
export function wordAt(line: string, column: number): Word | null {
  for (const match of line.matchAll(WORD)) {
    const text = match[0].replace(/[:.]+$/, '');
    if (match.index <= column && column < match.index + text.length) return { text, start: match.index };
  }
  return null;
}

function upOrDown(up: boolean): string {
  return up ? words.hover.up : `**${words.hover.down}**`;
}

function list(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(' · ');
}

/** Free text of the notebook as it stands: no link, image or emphasis of its own. */
function literal(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
}

function describeNode(node: NodeView): string[] {
  const area =
    node.area === null
      ? null
      : list([
          `${words.hover.areas[node.area.kind]} ${node.area.name}`,
          node.area.region === null ? null : literal(node.area.region),
        ]);
  const asn = node.asn === null ? null : words.hover.asn(node.asn);
  const lines = [`**${node.name}**: ${list([words.hover.kinds[node.kind], area, asn, upOrDown(node.up)])}`];
  if (node.description !== null) lines.push(literal(node.description));
  if (node.inferred) lines.push(`*${words.hover.inferred}*`);
  const addressed = node.interfaces.filter((each) => each.address !== null);
  if (addressed.length > 0) lines.push(addressed.map(interfaceLine).join('  \n'));
  return lines;
}

function interfaceLine(each: InterfaceView): string {
  return list([`\`${each.name}\` ${each.address ?? ''}`, each.up ? null : upOrDown(false)]);
}

function describeInterface(node: NodeView, each: InterfaceView): string[] {
  const title = words.hover.interfaceOf(`**${each.name}**`, node.name);
  return [
    `${title}: ${list([each.address, each.link, upOrDown(each.up)])}`,
    ...describeNode({ ...node, interfaces: [] }),
  ];
}

function describeLink(link: LinkView): string[] {
  const ends = link.ends.map((end) => (end.interface === null ? end.node : `${end.node}:${end.interface}`));
  return [
    `**${link.name}**: ${list([words.hover.links[link.kind], words.hover.oneWay(link.latencyMs), upOrDown(link.up)])}`,
    words.hover.ends(ends.join(', ')),
  ];
}

function describeAddress(network: NetworkView, address: string): string[] | null {
  const owner = ownerOf(network, address);
  if (owner !== null) return describeInterface(owner.node, owner.interface);
  const area = network.areas.find((each) => each.prefixes.some((prefix) => inPrefix(address, prefix)));
  return area === undefined
    ? null
    : [words.hover.prefixIn(address, `${words.hover.areas[area.kind]} ${area.name}`)];
}

function describeName(network: NetworkView, name: string): string[] | null {
  const node = findNode(network, name);
  if (node !== null) return describeNode(node);
  const link = findLink(network, name);
  if (link !== null) return describeLink(link);
  const area = network.areas.find((each) => each.name === name);
  if (area !== undefined) {
    return [
      `**${name}**: ${list([words.hover.areas[area.kind], area.region === null ? null : literal(area.region)])}`,
      area.prefixes.join(', '),
    ];
  }
  const colon = name.indexOf(':');
  const owner = colon < 0 ? null : findNode(network, name.slice(0, colon));
  const each = owner?.interfaces.find((candidate) => candidate.name === name.slice(colon + 1));
  return owner === null || each === undefined ? null : describeInterface(owner, each);
}

function describeCommand(kind: CellKind, word: string): string[] | null {
  if (kind !== 'console' && kind !== 'edit' && kind !== 'scenario') return null;
  const told =
    kind === 'console'
      ? CONSOLE_COMMANDS.map((each) => ({ ...each, summary: help.console[each.name].summary }))
      : EDIT_COMMANDS.map((each) => ({ ...each, summary: help.edit[each.name] }));
  const found = told.filter(({ name }) => name.split(' ').includes(word));
  return found.length === 0 ? null : found.map(({ usage, summary }) => `\`${usage}\`  \n${summary}`);
}

export function describe(kind: CellKind, word: string, network: NetworkView | null): string[] | null {
  if (network !== null) {
    const bare = bareAddress(word);
    const known = ADDRESS.test(bare) ? describeAddress(network, bare) : describeName(network, word);
    if (known !== null) return known;
  }
  return describeCommand(kind, word);
}
