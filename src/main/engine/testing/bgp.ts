/** Parts of BGP environments that tests build by hand: speakers and sessions that do nothing special. */
import { usualDecision } from '../routing/bgp-decision';
import type { Session, Speaker } from '../routing/bgp-sessions';
import { compilePolicy, PASS_ALL, type RoutePolicy } from '../routing/route-map';
import type { Policy } from '../topology/model';

export function plainSpeaker(node: number, asn: number, routerId: number): Speaker {
  return {
    node,
    kind: 'router',
    asn,
    routerId,
    decision: usualDecision,
    clusterId: routerId,
    defaultLocalPreference: 100,
    aggregates: [],
  };
}

export function plainSession(
  ends: Pick<Session, 'from' | 'to' | 'fromAddress' | 'toAddress' | 'type'>,
  more: Partial<Session> = {},
): Session {
  return {
    ...ends,
    isOneHop: false,
    out: PASS_ALL,
    in: PASS_ALL,
    nextHopSelf: false,
    allowOwnAs: 0,
    toClient: false,
    fromClient: false,
    sendsCommunities: true,
    rewrite: null,
    ownDefault: 'none',
    part: 'usual',
    direct: null,
    ...more,
  };
}

/** A neighbor's short policy; what is not said is not set. */
export function shortPolicy(policy: Partial<Policy>, asn: number): RoutePolicy {
  const nothing = {
    prefixList: null,
    routeMap: null,
    localPreference: null,
    med: null,
    prepend: 0,
    weight: null,
  };
  return compilePolicy({ prefixLists: {}, routeMaps: {} }, { ...nothing, ...policy }, asn);
}
