/** An entry of a route map as an edit writes it. */
import { formatAddress } from '../address';
import { formatCommunity, type Community } from '../community';
import type { RouteMapEntry, RouteMatch, RouteSet } from '../topology/model';
import { ruleWords } from './policy-words';

export function entryText({ action, match, set }: RouteMapEntry): string {
  return mapping([
    ...(action === 'permit' ? [] : [`action: ${action}`]),
    ...within('match', matchParts(match)),
    ...within('set', setParts(set)),
  ]);
}

function within(key: string, parts: readonly string[]): string[] {
  return parts.length === 0 ? [] : [`${key}: ${mapping(parts)}`];
}

function mapping(parts: readonly string[]): string {
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

function listed(values: readonly (string | number)[]): string {
  return `[${values.join(', ')}]`;
}

function matchParts({ prefixList, community, asPath }: RouteMatch): string[] {
  return [
    ...(prefixList === null ? [] : [`prefixList: ${listed(prefixList.map(ruleWords))}`]),
    ...(community.length === 0 ? [] : [`community: ${listed(community.map(formatCommunity))}`]),
    ...(asPath === null ? [] : [`asPath: "${asPath}"`]),
  ];
}

function setParts(set: RouteSet): string[] {
  const { localPreference, med, weight, prepend, communities, removeCommunities, addCommunities, nextHop } =
    set;
  const some = (key: string, list: readonly Community[]): string[] =>
    list.length === 0 ? [] : [`${key}: ${listed(list.map(formatCommunity))}`];
  return [
    ...(localPreference === null ? [] : [`localPreference: ${localPreference}`]),
    ...(med === null ? [] : [`med: ${med}`]),
    ...(weight === null ? [] : [`weight: ${weight}`]),
    ...(prepend === 0 ? [] : [`prepend: ${typeof prepend === 'number' ? prepend : listed(prepend)}`]),
    ...(communities === null ? [] : [`communities: ${listed(communities.map(formatCommunity))}`]),
    ...some('removeCommunities', removeCommunities),
    ...some('addCommunities', addCommunities),
    ...(nextHop === null ? [] : [`nextHop: ${formatAddress(nextHop)}`]),
  ];
}
