/** The rules of BGP for one announcement: what a speaker tells another of a route, and why it does not. */
import type { Address, Prefix } from '../address';
import { NO_COMMUNITIES } from '../community';
import { rewritten, type ListMaker } from './as-path';
import type { NextHops } from './bgp-next-hops';
import type { Session, Sessions, Speaker } from './bgp-sessions';
import { withheldBy, type Withheld } from './bgp-withheld';
import type { BgpAttributes } from './route';
import { applyPolicy, PASS_ALL, type PolicyRoute } from './route-map';

/** Cisco and FRR prefer what they originate themselves by this weight. */
export const OWN_WEIGHT = 32768;
const NO_LIST: readonly number[] = [];

/** A prefix a speaker brings into BGP. */
export interface Origination {
  readonly speaker: number;
  readonly prefix: Prefix;
  readonly med: number;
  readonly origin: 0 | 1 | 2;
  /** The router behind which the prefix lies; 0 for the speaker itself. */
  readonly nextHop: Address;
  /** What a route map made of it. */
  readonly shaped?: Pick<PolicyRoute, 'asPath' | 'communities' | 'localPreference' | 'weight'>;
}

export interface BgpEnvironment {
  readonly speakers: readonly Speaker[];
  readonly sessions: Sessions;
  readonly originations: readonly Origination[];
  /** Whether a speaker re-announces a prefix it learned. */
  readonly transits: (speaker: Speaker, prefix: Prefix, heardOn: Session | null, over: Session) => boolean;
  /** Whether a speaker refuses a prefix from outside (a gateway its own VNet's space). */
  readonly refuses: (speaker: Speaker, prefix: Prefix) => boolean;
  /** There are but routers: every speaker re-announces everything, and refuses nothing. */
  readonly passesAll: boolean;
  readonly nextHops: Pick<NextHops, 'cost' | 'isBesideSender'>;
  readonly paths: ListMaker;
  readonly clusters: ListMaker;
}

/** Why a route is not heard over a session: the rule that kept it, in the order the rules are asked. */
export type Refusal =
  /** The sender heard it from the receiver itself, over this session. */
  | 'heard-from-receiver'
  /** RFC 4271 section 9.2: what was heard over iBGP is not told over iBGP, unless one of the two is a client. */
  | 'ibgp-to-ibgp'
  /** The sender passes nothing on that it learned (see `transits`). */
  | 'no-transit'
  | Withheld
  | 'filtered-out'
  | 'filtered-in'
  /** The receiver finds its own AS number in the path. */
  | 'own-as'
  /** RFC 4456 section 8: the receiver finds itself as the originator, or its cluster among those passed. */
  | 'own-originator'
  | 'own-cluster'
  /** The receiver refuses the prefix (see `refuses`). */
  | 'own-space'
  /** The next hop would be the receiver itself. */
  | 'own-next-hop'
  | 'next-hop-unreachable';

/** A prefix as the speaker that brings it in knows it. */
export function ownRoute(environment: BgpEnvironment, entry: Origination): BgpAttributes {
  const speaker = speakerAt(environment, entry.speaker);
  return {
    prefix: entry.prefix,
    localPreference: entry.shaped?.localPreference ?? speaker.defaultLocalPreference,
    asPath: entry.shaped?.asPath ?? NO_LIST,
    med: entry.med,
    origin: entry.origin,
    weight: entry.shaped?.weight ?? OWN_WEIGHT,
    nextHop: entry.nextHop,
    from: -1,
    fromAddress: 0,
    type: 'local',
    session: -1,
    igpMetric: 0,
    routerId: speaker.routerId,
    communities: entry.shaped?.communities ?? NO_COMMUNITIES,
    clusterList: NO_LIST,
  };
}

/** What the receiver of a session makes of the sender's best route, or why it is not sent or not accepted. */
export function announce(
  environment: BgpEnvironment,
  session: Session,
  index: number,
  best: BgpAttributes,
): BgpAttributes | Refusal {
  const sender = speakerAt(environment, session.from);
  const receiver = speakerAt(environment, session.to);
  const external = session.type === 'ebgp';
  const reflected = best.type === 'ibgp' && !external;
  if (best.type !== 'local') {
    if (best.from === receiver.node && best.fromAddress === session.toAddress) return 'heard-from-receiver';
    if (reflected && !reflects(environment, session, best)) return 'ibgp-to-ibgp';
    const heardOn = environment.sessions[best.session] ?? null;
    if (!environment.transits(sender, best.prefix, heardOn, session)) return 'no-transit';
  }
  const withheld = withheldBy(sender, session, best);
  if (withheld !== null) return withheld;

  let told: PolicyRoute | BgpAttributes = best;
  let setNextHop: Address | null = null;
  if (session.rewrite !== null || session.out !== PASS_ALL) {
    const passed = applyPolicy(session.out, offeredOut(session, best));
    if (passed === null) return 'filtered-out';
    // RFC 4456 section 10: a reflector does not change what it reflects; FRR holds policies to that.
    told = reflected ? best : passed;
    setNextHop = reflected ? null : passed.nextHop;
  }
  const asPath = external ? environment.paths.prepend(sender.asn, told.asPath) : told.asPath;
  if (asPath.includes(receiver.asn) && occurrences(asPath, receiver.asn) > session.allowOwnAs)
    return 'own-as';
  const clusterList = reflected ? environment.clusters.prepend(sender.clusterId, best.clusterList) : NO_LIST;
  const routerId = reflected ? best.routerId : sender.routerId;
  if (reflected) {
    if (routerId === receiver.routerId) return 'own-originator';
    if (clusterList.includes(receiver.clusterId)) return 'own-cluster';
  }

  let communities = session.sendsCommunities ? told.communities : NO_COMMUNITIES;
  let localPreference = external ? receiver.defaultLocalPreference : told.localPreference;
  let med = told === best ? medTold(best, external) : told.med;
  let weight = 0;
  let heardPath = asPath;
  let nextHop = setNextHop ?? announcedNextHop(environment, session, index, best, reflected);
  if (session.in !== PASS_ALL) {
    const taken = applyPolicy(session.in, arriving(receiver, session, told, asPath, med));
    if (taken === null) return 'filtered-in';
    ({ asPath: heardPath, communities, localPreference, med, weight } = taken);
    nextHop = taken.nextHop ?? nextHop;
  }
  if (environment.refuses(receiver, best.prefix)) return 'own-space';
  const igpMetric = environment.nextHops.cost(index, nextHop);
  if (typeof igpMetric === 'string') return igpMetric;
  return {
    prefix: best.prefix,
    localPreference,
    asPath: heardPath,
    med,
    origin: best.origin,
    weight,
    nextHop,
    from: sender.node,
    fromAddress: session.fromAddress,
    type: session.type,
    session: index,
    igpMetric,
    routerId,
    communities,
    clusterList,
  };
}

/** MED is passed to a neighbouring AS only from where it was set (RFC 4271 section 5.1.4). */
function medTold(best: BgpAttributes, external: boolean): number {
  return external && best.type !== 'local' ? 0 : best.med;
}

/** What the sender's policy sees of its best route. */
function offeredOut(session: Session, best: BgpAttributes): PolicyRoute {
  return {
    prefix: best.prefix,
    asPath: session.rewrite === null ? best.asPath : rewritten(session.rewrite, best.asPath),
    communities: best.communities,
    localPreference: best.localPreference,
    med: medTold(best, session.type === 'ebgp'),
    weight: 0,
    nextHop: null,
  };
}

/** What the receiver's policy sees. */
function arriving(
  receiver: Speaker,
  session: Session,
  told: Pick<PolicyRoute, 'prefix' | 'communities' | 'localPreference'>,
  asPath: readonly number[],
  med: number,
): PolicyRoute {
  return {
    prefix: told.prefix,
    asPath,
    communities: session.sendsCommunities ? told.communities : NO_COMMUNITIES,
    localPreference: session.type === 'ebgp' ? receiver.defaultLocalPreference : told.localPreference,
    med,
    weight: 0,
    nextHop: null,
  };
}

/** What a session makes of a route on the way to the receiver, as its policies see it. */
export interface Passage {
  readonly out: PolicyRoute;
  /** Null where the sender's policy denies it. */
  readonly in: PolicyRoute | null;
  /** After both policies. */
  readonly nextHop: Address;
}

export function passageOf(
  environment: BgpEnvironment,
  session: Session,
  index: number,
  best: BgpAttributes,
): Passage {
  const external = session.type === 'ebgp';
  const reflected = best.type === 'ibgp' && !external;
  const out = offeredOut(session, best);
  const passed = applyPolicy(session.out, out);
  const usual = announcedNextHop(environment, session, index, best, reflected);
  if (passed === null) return { out, in: null, nextHop: usual };
  const told = reflected ? best : passed;
  const asPath = external ? [speakerAt(environment, session.from).asn, ...told.asPath] : told.asPath;
  const inward = arriving(speakerAt(environment, session.to), session, told, asPath, told.med);
  const set = applyPolicy(session.in, inward)?.nextHop ?? (reflected ? null : passed.nextHop);
  return { out, in: inward, nextHop: set ?? usual };
}

/** RFC 4456 section 6: routes of clients go to everybody, those of others to clients only. */
function reflects({ sessions }: BgpEnvironment, session: Session, best: BgpAttributes): boolean {
  return session.toClient || sessions[best.session]?.fromClient === true;
}

function occurrences(path: readonly number[], asn: number): number {
  let count = 0;
  for (const each of path) if (each === asn) count++;
  return count;
}

/**
 * RFC 4271 section 5.1.3: inside the AS the next hop stays as it is, for own routes the router behind which
 * they lie; outside it is the sender, unless the next hop is in the subnet of the session (a third party).
 */
function announcedNextHop(
  { nextHops }: BgpEnvironment,
  session: Session,
  index: number,
  best: BgpAttributes,
  reflected: boolean,
): Address {
  const { nextHop } = best;
  if (session.direct !== null || nextHop === 0) return session.fromAddress;
  // FRR lets a reflector name itself only where it is forced to.
  if (session.nextHopSelf === 'force' || (session.nextHopSelf && !reflected)) return session.fromAddress;
  if (session.type === 'ibgp') return nextHop;
  return nextHops.isBesideSender(index, nextHop) ? nextHop : session.fromAddress;
}

function speakerAt(environment: BgpEnvironment, index: number): Speaker {
  const speaker = environment.speakers[index];
  if (speaker === undefined) throw new RangeError(`no speaker ${index}`);
  return speaker;
}

/** Whether two routes of one prefix agree in all that differs between routes heard on one session. */
export function sameRoute(a: BgpAttributes | null, b: BgpAttributes | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  return (
    a.session === b.session &&
    a.localPreference === b.localPreference &&
    a.med === b.med &&
    a.origin === b.origin &&
    a.weight === b.weight &&
    a.nextHop === b.nextHop &&
    a.igpMetric === b.igpMetric &&
    a.routerId === b.routerId &&
    sameList(a.asPath, b.asPath) &&
    sameList(a.communities, b.communities) &&
    sameList(a.clusterList, b.clusterList)
  );
}

function sameList(a: readonly number[], b: readonly number[]): boolean {
  return a === b || (a.length === b.length && a.every((each, index) => each === b[index]));
}
