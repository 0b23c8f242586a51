/** Azure's effective routes as they are pasted: tables of the command line, PowerShell and the portal, and JSON. */
import { formatPrefix, parsePrefix } from '../address';
import type { ObservedRoute } from './observation';

/** Words of the portal for what the command line writes as one. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/virtual network gateway/gi, 'VirtualNetworkGateway'],
  [/virtual network service endpoint/gi, 'VirtualNetworkServiceEndpoint'],
  [/virtual network/gi, 'VnetLocal'],
  [/virtual appliance/gi, 'VirtualAppliance'],
  [/vnet global peering/gi, 'VNetGlobalPeering'],
  [/vnet peering/gi, 'VNetPeering'],
];

const NEXT_HOP_TYPES: ReadonlyMap<string, string> = new Map(
  [
    'VnetLocal',
    'VNetPeering',
    'VNetGlobalPeering',
    'VirtualNetworkGateway',
    'VirtualNetworkServiceEndpoint',
    'VirtualAppliance',
    'Internet',
    'None',
    'HyperNetGateway',
    'InterfaceEndpoint',
  ].map((type) => [type.toLowerCase(), type]),
);

/** The routes of one line of a table, one for each prefix in it; empty where it is none. */
export function readRouteLine(text: string, line: number): readonly ObservedRoute[] {
  const plain = SPELLINGS.reduce((sum, [pattern, word]) => sum.replace(pattern, word), text);
  const words = plain.split(/[\s,{}[\]"]+/).filter((word) => word !== '');
  const state = stateOf(words.find((word) => stateOf(word) !== null));
  const first = words.findIndex((word) => prefixOf(word) !== null);
  if (state === null || first === -1) return [];
  const rest = words.slice(first);
  const prefixes = rest.flatMap((word) => prefixOf(word) ?? []);
  const nextHopType = rest
    .map((word) => NEXT_HOP_TYPES.get(word.toLowerCase()))
    .find((type) => type !== undefined);
  if (nextHopType === undefined) return [];
  const nextHopAddresses = rest.filter((word) => /^\d{1,3}(?:\.\d{1,3}){3}$/.test(word));
  return prefixes.map((prefix) => ({ line, state, prefix, nextHopType, nextHopAddresses }));
}

/** The routes of `az network nic show-effective-route-table` as JSON; null where a text holds no JSON. */
export function readRouteJson(text: string): readonly ObservedRoute[] | null {
  const start = text.search(/^[ \t]*[[{]/m);
  if (start === -1) return null;
  let value: unknown;
  try {
    value = JSON.parse(text.slice(start, Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1));
  } catch {
    return null;
  }
  const rows = Array.isArray(value) ? value : isRecord(value) ? value['value'] : null;
  if (!Array.isArray(rows)) return null;
  return rows.flatMap((row: unknown) => (isRecord(row) ? routesOf(row) : []));
}

function routesOf(row: Readonly<Record<string, unknown>>): readonly ObservedRoute[] {
  const field = (name: string): unknown =>
    Object.entries(row).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  const words = [field('state'), field('addressPrefix'), field('nextHopType'), field('nextHopIpAddress')];
  return readRouteLine(words.flat().map(String).join(' '), 1);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stateOf(word: string | undefined): ObservedRoute['state'] | null {
  if (word?.toLowerCase() === 'active') return 'Active';
  return word?.toLowerCase() === 'invalid' ? 'Invalid' : null;
}

function prefixOf(word: string): string | null {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}$/.test(word)) return null;
  const prefix = parsePrefix(word);
  return prefix === null ? null : formatPrefix(prefix);
}
