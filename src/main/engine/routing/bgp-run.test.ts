/** Convergence in shared arrays against the same thing written plainly: maps by speaker and session, no reuse. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparePrefixes, prefixKey, type Prefix } from '../address';
import { hashText } from '../random';
import { plainSession, plainSpeaker, shortPolicy } from '../testing/bgp';
import { ListMaker } from './as-path';
import { BgpByLength } from './bgp-by-length';
import { announce, ownRoute, sameRoute, type BgpEnvironment, type Origination } from './bgp';
import type { BgpOutcome } from './bgp-outcome';
import { runBgp } from './bgp-run';
import type { Session } from './bgp-sessions';
import type { BgpAttributes } from './route';
import { stableOutcomes } from './stable-outcomes';

const PREFIXES: readonly Prefix[] = [
  { address: 0x0a000000, length: 8 },
  { address: 0x0a010000, length: 16 },
];

/** Small numbers, so that routes tie often. */
const small = fc.integer({ min: 0, max: 2 });
const rarely = fc.option(small, { freq: 1 });
const policy = fc.record({ localPreference: rarely, med: rarely, weight: rarely, prepend: small });
const link = fc.record({
  ends: fc.tuple(fc.nat(7), fc.nat(7)).filter(([a, b]) => a !== b),
  addresses: fc.tuple(small, small),
  policies: fc.tuple(policy, policy, policy, policy),
  nextHopSelf: fc.boolean(),
  allowOwnAs: fc.boolean(),
  reflects: fc.boolean(),
});

const environments: fc.Arbitrary<BgpEnvironment> = fc
  .record({
    asns: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 8, maxLength: 8 }),
    routerIds: fc.array(small, { minLength: 8, maxLength: 8 }),
    links: fc.array(link, { minLength: 6, maxLength: 20, size: 'max' }),
    origins: fc.array(fc.record({ speaker: fc.nat(7), prefix: fc.nat(1), med: small, nextHop: small }), {
      minLength: 1,
      maxLength: 5,
    }),
    salt: fc.nat(),
  })
  .map(({ asns, routerIds, links, origins, salt }) => {
    const speakers = asns.map((asn, at) => plainSpeaker(100 + at, asn, routerIds[at] ?? 0));
    const chance = (what: string, among: number): number => hashText(what, salt) % among;
    return {
      speakers,
      sessions: links.flatMap((entry) => [sessionOf(entry, asns, 0), sessionOf(entry, asns, 1)]),
      originations: origins.map(({ speaker, prefix, med, nextHop }): Origination => {
        return { speaker, prefix: PREFIXES[prefix] ?? PREFIXES[0]!, med, origin: med === 2 ? 2 : 0, nextHop };
      }),
      transits: ({ node }) => chance(`transit ${node}`, 8) > 0,
      refuses: ({ node }, prefix) => chance(`refuse ${node} ${prefix.length}`, 10) === 0,
      passesAll: false,
      nextHops: {
        cost: (session, nextHop) => {
          const cost = chance(`cost ${session} ${nextHop}`, 12);
          if (cost === 0) return 'next-hop-unreachable';
          return cost === 1 ? 'own-next-hop' : cost % 3;
        },
        isBesideSender: (session, address) => chance(`beside ${session} ${address}`, 2) === 0,
      },
      paths: new ListMaker(),
      clusters: new ListMaker(),
    };
  });

function sessionOf(
  {
    ends,
    addresses,
    policies,
    nextHopSelf,
    allowOwnAs,
    reflects,
  }: typeof link extends fc.Arbitrary<infer L> ? L : never,
  asns: readonly number[],
  direction: 0 | 1,
): Session {
  const [from, to] = direction === 0 ? ends : [ends[1], ends[0]];
  const type = asns[from] === asns[to] ? 'ibgp' : 'ebgp';
  return plainSession(
    { from, to, fromAddress: addresses[direction], toAddress: addresses[direction === 0 ? 1 : 0], type },
    {
      out: shortPolicy(policies[direction], asns[from] ?? 0),
      in: shortPolicy({ ...policies[direction === 0 ? 2 : 3], prepend: 0 }, asns[to] ?? 0),
      nextHopSelf,
      allowOwnAs: allowOwnAs && direction === 0 ? 10 : 0,
      toClient: reflects && direction === 0,
      fromClient: reflects && direction === 1,
    },
  );
}

type Known = readonly {
  readonly speaker: number;
  readonly best: BgpAttributes;
  readonly all: BgpAttributes[];
}[];

test('settles at the same routes, in the order of sessions, as the same rules written plainly', () => {
  fc.assert(
    fc.property(environments, (environment) => {
      const found = known(environment, runBgp(environment, null).outcome);
      for (const [key, routes] of plainly(environment))
        if (routes !== 'restless') expect(found.get(key)).toEqual(routes);
    }),
    { numRuns: 150, seed: 7 },
  );
});

/** Routers of different ASes, each session with a cost of its own, or none that is accepted. */
const plainEnvironments: fc.Arbitrary<BgpEnvironment> = environments.map((drawn) => {
  const speakers = drawn.speakers.map((speaker, at) => ({ ...speaker, asn: 100 + at }));
  const sessions = drawn.sessions.map((session, index) => {
    if (session === null) return null;
    const { from, to, toAddress } = session;
    return plainSession({ from, to, fromAddress: 1000 + index, toAddress, type: 'ebgp' }, { isOneHop: true });
  });
  const originations = drawn.originations.map((entry) => ({ ...entry, nextHop: 0 }));
  const nextHops = { ...drawn.nextHops, isBesideSender: () => false };
  const passesAll = { transits: () => true, refuses: () => false, passesAll: true };
  return { ...drawn, ...passesAll, speakers, sessions, originations, nextHops };
});

test('level by level it settles at the same routes where the length of the AS path decides', () => {
  let used = 0;
  fc.assert(
    fc.property(plainEnvironments, (environment) => {
      const found = known(environment, runBgp(environment, null).outcome);
      const announced = runBgp({ ...environment, passesAll: false }, null).outcome;
      expect(found).toEqual(known(environment, announced));
      const byLength = BgpByLength.in(environment);
      if (byLength?.chosen(environment.originations.slice(0, 1)) != null) used++;
    }),
    { numRuns: 150, seed: 5 },
  );
  expect(used).toBe(150);
});

test('ends at a stable outcome wherever there is one, and leaves who has none without a route', () => {
  fc.assert(
    fc.property(environments, (drawn) => {
      // Routes that tie in everything are taken by age, of which outcomes know nothing.
      const sessions = drawn.sessions.map((session, index) =>
        session === null ? null : { ...session, fromAddress: index },
      );
      const environment = { ...drawn, sessions };
      const { outcome, unstable } = runBgp(environment, null);
      for (const prefix of outcome.prefixes) {
        const of = environment.originations.filter((entry) => prefixKey(entry.prefix) === prefixKey(prefix));
        const { outcomes, complete } = stableOutcomes(environment, of, 100);
        const chosen = environment.speakers.map(
          (_, speaker) => outcome.best(speaker, prefix)?.session ?? null,
        );
        const listed = outcomes.map((routes) => routes.map((route) => route?.session ?? null));
        const restless = unstable.find(
          (entry) => entry.prefix !== null && prefixKey(entry.prefix) === prefixKey(prefix),
        );
        if (!complete) continue;
        if (restless === undefined) expect(listed).toContainEqual(chosen);
        else {
          expect(listed).toEqual([]);
          expect(restless.proven).toBe(true);
          for (const node of restless.nodes) expect(outcome.best(node - 100, prefix)).toBeNull();
        }
      }
    }),
    { numRuns: 150, seed: 11 },
  );
});

/** All that an outcome says, by prefix. */
function known({ speakers }: BgpEnvironment, outcome: BgpOutcome): Map<number, Known> {
  const rows = outcome.prefixes.map((prefix): [number, Known] => [
    prefixKey(prefix),
    speakers.flatMap((_, speaker) => {
      const state = outcome.state(speaker, prefix);
      expect(outcome.best(speaker, prefix)).toEqual(state?.best ?? null);
      return state?.best == null ? [] : [{ speaker, best: state.best, all: [...state.candidates] }];
    }),
  ]);
  return new Map(rows);
}

/** `restless` for a prefix that is not at rest within the bound. */
function plainly(environment: BgpEnvironment): Map<number, Known | 'restless'> {
  const results: [Prefix, Known | 'restless'][] = [];
  const order = new Map(environment.originations.map(({ prefix }) => [prefixKey(prefix), prefix]));
  for (const prefix of order.values()) {
    const outcome = settlePlainly(environment, prefix);
    results.push([prefix, outcome]);
  }
  const sorted = results.toSorted(([a], [b]) => comparePrefixes(a, b));
  return new Map(sorted.map(([prefix, entry]) => [prefixKey(prefix), entry]));
}

function settlePlainly(environment: BgpEnvironment, prefix: Prefix): Known | 'restless' {
  const { speakers, sessions } = environment;
  const own = new Map<number, BgpAttributes>();
  const heard = new Map(speakers.map((_, speaker) => [speaker, new Map<number, BgpAttributes>()]));
  const best = new Map<number, BgpAttributes | null>();
  const queue: number[] = [];
  const waiting = new Set<number>();
  const enqueue = (speaker: number): void => {
    if (!waiting.has(speaker)) queue.push(speaker);
    waiting.add(speaker);
  };
  const candidates = (speaker: number): BgpAttributes[] => {
    const mine = own.get(speaker);
    const others = [...(heard.get(speaker)?.values() ?? [])].toSorted((a, b) => a.session - b.session);
    return [...(mine === undefined ? [] : [mine]), ...others];
  };
  for (const entry of environment.originations) {
    if (prefixKey(entry.prefix) !== prefixKey(prefix)) continue;
    own.set(entry.speaker, ownRoute(environment, entry));
    enqueue(entry.speaker);
  }
  const bound = 1000 + 100 * speakers.length;
  for (let at = 0; at < queue.length; at++) {
    if (at > bound) return 'restless';
    const speaker = queue[at] ?? -1;
    waiting.delete(speaker);
    const chosen = choosePlainly(candidates(speaker));
    if (sameRoute(chosen, best.get(speaker) ?? null)) continue;
    best.set(speaker, chosen);
    for (const [index, session] of sessions.entries()) {
      if (session?.from !== speaker) continue;
      const offered = chosen === null ? null : announce(environment, session, index, chosen);
      const route = typeof offered === 'string' ? null : offered;
      const into = heard.get(session.to);
      if (sameRoute(route, into?.get(index) ?? null)) continue;
      if (route === null) into?.delete(index);
      else into?.set(index, route);
      enqueue(session.to);
    }
  }
  return speakers.flatMap((_, speaker) => {
    const chosen = best.get(speaker) ?? null;
    return chosen === null ? [] : [{ speaker, best: chosen, all: candidates(speaker) }];
  });
}

const asOf = ({ asPath: [first] }: BgpAttributes): number => first ?? -1;
const RANK = { local: 0, ebgp: 1, ibgp: 2 } as const;

/** The steps of the decision process, one line each. */
const STEPS: readonly ((a: BgpAttributes, b: BgpAttributes) => number)[] = [
  (a, b) => b.weight - a.weight,
  (a, b) => b.localPreference - a.localPreference,
  (a, b) => Number(b.type === 'local') - Number(a.type === 'local'),
  (a, b) => a.asPath.length - b.asPath.length,
  (a, b) => a.origin - b.origin,
  (a, b) => (asOf(a) === asOf(b) ? a.med - b.med : 0),
  (a, b) => RANK[a.type] - RANK[b.type],
  (a, b) => a.igpMetric - b.igpMetric,
  (a, b) => a.routerId - b.routerId,
  (a, b) => a.clusterList.length - b.clusterList.length,
  (a, b) => a.fromAddress - b.fromAddress,
];

function beats(a: BgpAttributes, b: BgpAttributes): boolean {
  return (STEPS.map((step) => step(a, b)).find((order) => order !== 0) ?? 0) < 0;
}

function choosePlainly(candidates: readonly BgpAttributes[]): BgpAttributes | null {
  const groups = new Map<number, BgpAttributes>();
  for (const route of candidates) {
    const best = groups.get(asOf(route));
    if (best === undefined || beats(route, best)) groups.set(asOf(route), route);
  }
  const winners = candidates.filter((route) => [...groups.values()].includes(route));
  return winners.reduce<BgpAttributes | null>(
    (best, route) => (best === null || beats(route, best) ? route : best),
    null,
  );
}
