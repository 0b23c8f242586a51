/** The rules of BGP for one announcement: what a speaker tells another of a route, and why it does not. */
import { prefixCovers, type Address, type Prefix } from '../address';
import type { Policy, PrefixRule } from '../topology/model';
import type { NextHops } from './bgp-next-hops';
import type { Session, Sessions, Speaker } from './bgp-sessions';
import type { BgpAttributes } from './route';

const DEFAULT_LOCAL_PREFERENCE = 100;
/** Cisco and FRR prefer what they originate themselves by this weight. */
const OWN_WEIGHT = 32768;
/** A prefix a speaker brings into BGP. */
export interface Origination {
  readonly speaker: number;
  readonly prefix: Prefix;
  readonly med: number;
  readonly origin: 0 | 2;
  /** The router behind which the prefix lies; 0 for the speaker itself. */
  readonly nextHop: Address;
}

export interface BgpEnvironment {
  readonly speakers: readonly Speaker[];
  readonly sessions: Sessions;
  readonly originations: readonly Origination[];
  /** Whether a speaker re-announces a prefix it learned. */
  readonly transits: (speaker: Speaker, prefix: Prefix) => boolean;
  /** Whether a speaker refuses a prefix from outside (a gateway its own VNet's space). */
  readonly refuses: (speaker: Speaker, prefix: Prefix) => boolean;
  readonly nextHops: Pick<NextHops, 'cost' | 'isBesideSender'>;
  readonly paths: PathMaker;
}

/** Why a route is not heard over a session: the rule that kept it, in the order the rules are asked. */
export type Refusal =
  /** The sender heard it from the receiver itself. */
  | 'heard-from-receiver'
  /** RFC 4271 section 9.2: what was heard over iBGP is not told over iBGP. */
  | 'ibgp-to-ibgp'
  /** The sender passes nothing on that it learned (see `transits`). */
  | 'no-transit'
  | 'filtered-out'
  | 'filtered-in'
  /** The receiver finds its own AS number in the path. */
  | 'own-as'
  /** The receiver refuses the prefix (see `refuses`). */
  | 'own-space'
  /** The next hop would be the receiver itself. */
  | 'own-next-hop'
  | 'next-hop-unreachable';

/** A prefix as the speaker that brings it in knows it. */
export function ownRoute(environment: BgpEnvironment, entry: Origination): BgpAttributes {
  const speaker = environment.speakers[entry.speaker];
  return {
    prefix: entry.prefix,
    localPreference: DEFAULT_LOCAL_PREFERENCE,
    asPath: [],
    med: entry.med,
    origin: entry.origin,
    weight: OWN_WEIGHT,
    nextHop: entry.nextHop,
    from: -1,
    fromAddress: 0,
    type: 'local',
    session: -1,
    igpMetric: 0,
    routerId: speaker?.routerId ?? 0,
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
  if (best.type !== 'local') {
    if (best.from === receiver.node) return 'heard-from-receiver';
    if (best.type === 'ibgp' && session.type === 'ibgp') return 'ibgp-to-ibgp';
    if (!environment.transits(sender, best.prefix)) return 'no-transit';
  }
  if (!permits(session.out, best.prefix)) return 'filtered-out';
  if (!permits(session.in, best.prefix)) return 'filtered-in';
  const external = session.type === 'ebgp';
  if (!session.allowOwnAs && best.asPath.includes(receiver.asn)) return 'own-as';
  if (environment.refuses(receiver, best.prefix)) return 'own-space';
  const nextHop = announcedNextHop(environment, session, index, best);
  const igpMetric = environment.nextHops.cost(index, nextHop);
  if (typeof igpMetric === 'string') return igpMetric;
  const asPath = external
    ? environment.paths.prepend(sender.asn, 1 + session.out.prepend, best.asPath)
    : best.asPath;
  const inherited = external
    ? DEFAULT_LOCAL_PREFERENCE
    : (session.out.localPreference ?? best.localPreference);
  // MED is passed to a neighbouring AS only from where it was set (RFC 4271 section 5.1.4).
  const med = external && best.type !== 'local' ? 0 : best.med;
  return {
    prefix: best.prefix,
    localPreference: session.in.localPreference ?? inherited,
    asPath,
    med: session.in.med ?? session.out.med ?? med,
    origin: best.origin,
    weight: session.in.weight ?? 0,
    nextHop,
    from: sender.node,
    fromAddress: session.fromAddress,
    type: session.type,
    session: index,
    igpMetric,
    routerId: sender.routerId,
  };
}

/** Puts AS numbers before paths. A speaker tells one path over many sessions in a row: those share the answer. */
export class PathMaker {
  private asn = -1;
  private times = 0;
  private rest: readonly number[] = [];
  private made: readonly number[] = [];

  prepend(asn: number, times: number, rest: readonly number[]): readonly number[] {
    if (asn === this.asn && times === this.times && rest === this.rest) return this.made;
    this.asn = asn;
    this.times = times;
    this.rest = rest;
    this.made = rest;
    for (let time = 0; time < times; time++) this.made = [asn, ...this.made];
    return this.made;
  }
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
): Address {
  const { nextHop } = best;
  if (session.nextHopSelf || session.direct !== null || nextHop === 0) return session.fromAddress;
  if (session.type === 'ibgp') return nextHop;
  return nextHops.isBesideSender(index, nextHop) ? nextHop : session.fromAddress;
}

function speakerAt(environment: BgpEnvironment, index: number): Speaker {
  const speaker = environment.speakers[index];
  if (speaker === undefined) throw new RangeError(`no speaker ${index}`);
  return speaker;
}

/** The rule of a policy's prefix list that decides on a prefix; null where none matches (or there is no list). */
export function matchingRule(policy: Policy, prefix: Prefix): PrefixRule | null {
  return policy.prefixList?.find((rule) => ruleMatches(rule, prefix)) ?? null;
}

/** Whether a policy's prefix list lets a prefix pass: the first rule that matches decides, none denies. */
export function permits(policy: Policy, prefix: Prefix): boolean {
  if (policy.prefixList === null) return true;
  return matchingRule(policy, prefix)?.action === 'permit';
}

function ruleMatches(rule: PrefixRule, prefix: Prefix): boolean {
  if (!prefixCovers(rule.prefix, prefix)) return false;
  if (rule.ge === null && rule.le === null) return prefix.length === rule.prefix.length;
  const longest = rule.le ?? 32;
  return prefix.length >= (rule.ge ?? rule.prefix.length) && prefix.length <= longest;
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
    a.asPath.length === b.asPath.length &&
    a.asPath.every((asn, index) => asn === b.asPath[index])
  );
}
