/** What a speaker does not tell, whatever its policies say: by a community, or for something told in its place. */
import { prefixCovers, prefixKey, type Prefix } from '../address';
import { LOCAL_AS, NO_ADVERTISE, NO_EXPORT, type Community } from '../community';
import type { Session, Speaker } from './bgp-sessions';
import type { BgpAttributes } from './route';

export type Withheld =
  /** RFC 1997: communities that keep a route here, or in this AS. */
  | 'no-advertise'
  | 'no-export'
  /** The sender tells an aggregate in its place. */
  | 'summary-only'
  /** The sender tells a default route of its own making in its place. */
  | 'own-default';

/** Null where nothing keeps the route back. */
export function withheldBy(sender: Speaker, session: Session, best: BgpAttributes): Withheld | null {
  if (best.communities.length > 0) {
    if (best.communities.includes(NO_ADVERTISE)) return 'no-advertise';
    if (session.type === 'ebgp' && best.communities.some(staysInAs)) return 'no-export';
  }
  if (sender.aggregates.length > 0 && isSummarised(sender, best)) return 'summary-only';
  return session.ownDefault === 'apart' && best.prefix.length === 0 ? 'own-default' : null;
}

function staysInAs(community: Community): boolean {
  return community === NO_EXPORT || community === LOCAL_AS;
}

/** Whether an aggregate with summary-only is told in place of a route; aggregates themselves are told (as in FRR). */
export function isSummarised({ aggregates }: Speaker, { type, prefix }: BgpAttributes): boolean {
  const covered = aggregates.some(
    (each) => each.summaryOnly && each.prefix.length < prefix.length && prefixCovers(each.prefix, prefix),
  );
  return covered && !(type === 'local' && aggregatesAt(aggregates, prefix));
}

/** Whether one of the aggregates is this prefix. */
export function aggregatesAt(aggregates: Speaker['aggregates'], prefix: Prefix): boolean {
  return aggregates.some((each) => prefixKey(each.prefix) === prefixKey(prefix));
}
