/**
 * Standard communities (RFC 1997): 32 bits, written as two numbers of 16 bits, an AS number and a value of that
 * AS's choice. Three of them are well known and have names.
 */

/** A community as an unsigned 32-bit integer. */
export type Community = number;

/** RFC 1997: not to be told to anybody in another AS. */
export const NO_EXPORT: Community = 0xffff_ff01;
/** RFC 1997: not to be told to anybody. */
export const NO_ADVERTISE: Community = 0xffff_ff02;
/** RFC 1997 (NO_EXPORT_SUBCONFED): not to leave the own AS; without confederations the same as no-export. */
export const LOCAL_AS: Community = 0xffff_ff03;

/** By name, as Cisco and FRR write them. */
export const WELL_KNOWN: Readonly<Record<string, Community>> = {
  'no-export': NO_EXPORT,
  'no-advertise': NO_ADVERTISE,
  'local-AS': LOCAL_AS,
};

const NAMES = new Map(Object.entries(WELL_KNOWN).map(([name, community]) => [community, name]));

/** No communities: one list for all routes that carry none. */
export const NO_COMMUNITIES: readonly Community[] = [];

/** `65001:100` or the name of a well-known one; null for anything else. */
export function parseCommunity(text: string): Community | null {
  const named = Object.hasOwn(WELL_KNOWN, text) ? WELL_KNOWN[text] : undefined;
  if (named !== undefined) return named;
  const [, high, low] = /^(\d{1,5}):(\d{1,5})$/.exec(text) ?? [];
  if (high === undefined || low === undefined || Number(high) > 0xffff || Number(low) > 0xffff) return null;
  return Number(high) * 0x1_0000 + Number(low);
}

export function formatCommunity(community: Community): string {
  return NAMES.get(community) ?? `${Math.floor(community / 0x1_0000)}:${community % 0x1_0000}`;
}

/** In words: `65001:100 no-export`. */
export function formatCommunities(communities: readonly Community[]): string {
  return communities.map(formatCommunity).join(' ');
}

/** Each once, ascending: the order in which routes carry and routers show them. */
export function communitySet(communities: readonly Community[]): readonly Community[] {
  if (communities.length === 0) return NO_COMMUNITIES;
  return [...new Set(communities)].toSorted((a, b) => a - b);
}
