/** What of BGP is plain: where the length of the AS path decides before everything that could be set. */
import type { RouteSet } from '../topology/model';
import type { BgpEnvironment } from './bgp';
import type { Session, Speaker } from './bgp-sessions';
import type { RoutePolicy } from './route-map';
import { isPlain, type Allowed } from './settings';

/** Whether the length of the AS path decides before everything that a policy could set. */
export function pathLengthDecides({ speakers, sessions, originations }: BgpEnvironment): boolean {
  return (
    speakers.every(isPlainSpeaker) &&
    sessions.every((session) => session === null || isPlainExternal(session)) &&
    originations.every(({ shaped }) => shaped === undefined)
  );
}

/** A router without settings that count before the length: those of the decision process come after it. */
export function isPlainSpeaker(speaker: Speaker): boolean {
  return speaker.kind === 'router' && isPlain(speaker, SPEAKER);
}

/** Every AS puts itself before the path, nobody takes a path with itself in it, no preference is set. */
export function isPlainExternal(session: Session): boolean {
  const { type, in: inward, out, part } = session;
  return (
    type === 'ebgp' &&
    part === 'usual' &&
    isPlain(session, SESSION) &&
    leavesPreference(inward) &&
    leavesPreference(out)
  );
}

/** Filters, MED and longer paths do no harm: they come after the length, or make it grow. */
function leavesPreference({ map }: RoutePolicy): boolean {
  return map === null || map.entries.every(({ written }) => isPlain(written.set, SET));
}

const SPEAKER: Allowed<Speaker> = {
  node: 'any',
  kind: 'any',
  asn: 'any',
  routerId: 'any',
  decision: 'any',
  clusterId: 'any',
  defaultLocalPreference: 'any',
  aggregates: 'any',
};

const SESSION: Allowed<Session> = {
  from: 'any',
  to: 'any',
  fromAddress: 'any',
  toAddress: 'any',
  type: 'any',
  isOneHop: 'any',
  out: 'any',
  in: 'any',
  nextHopSelf: 'any',
  allowOwnAs: 'unset',
  toClient: 'unset',
  fromClient: 'unset',
  sendsCommunities: 'any',
  rewrite: 'unset',
  ownDefault: 'any',
  part: 'any',
  direct: 'any',
};

const SET: Allowed<RouteSet> = {
  localPreference: 'unset',
  med: 'any',
  weight: 'unset',
  prepend: 'any',
  communities: 'any',
  removeCommunities: 'any',
  addCommunities: 'any',
  nextHop: 'any',
};
