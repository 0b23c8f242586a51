/** The gadgets of the literature on stable paths, and search against trying every assignment. */
import { expect, test } from 'vitest';
import { plainSession, plainSpeaker, shortPolicy } from '../testing/bgp';
import { ListMaker } from './as-path';
import type { BgpEnvironment } from './bgp';
import { runBgp } from './bgp-run';
import { stableOutcomes } from './stable-outcomes';

const PREFIX = { address: 0x0a000000, length: 8 };
const ORIGINATION = { speaker: 0, prefix: PREFIX, med: 0, origin: 0, nextHop: 0 } as const;

/**
 * Speaker 0 originates; each of the others prefers what `prefers` says. Speaker 0 has an address of its own on the
 * session with n (n itself), which stays the next hop wherever the route goes: `reaches` tells the next hops that
 * the receiver of a session can reach, and so the paths it may use.
 */
function gadget(
  count: number,
  prefers: readonly (readonly [by: number, from: number])[],
  reaches: (by: number, from: number) => readonly number[],
): BgpEnvironment {
  const speakers = Array.from({ length: count + 1 }, (_, at) => plainSpeaker(at, 65000 + at, at));
  const wires = [
    ...Array.from({ length: count }, (_, at) => ({
      from: 0,
      to: at + 1,
      fromAddress: at + 1,
      preference: 100,
    })),
    ...prefers.map(([to, from]) => ({ from, to, fromAddress: 100 + from, preference: 200 })),
  ];
  const sessions = wires.map(({ from, to, fromAddress, preference }) =>
    plainSession(
      { from, to, fromAddress, toAddress: 0, type: 'ebgp' },
      { in: shortPolicy({ localPreference: preference }, 65000 + to) },
    ),
  );
  return {
    speakers,
    sessions,
    originations: [ORIGINATION],
    transits: () => true,
    refuses: () => false,
    passesAll: true,
    nextHops: {
      cost: (index, nextHop) => {
        const { from = 0, to = 0 } = wires[index] ?? {};
        return from === 0 || reaches(to, from).includes(nextHop) ? 0 : 'next-hop-unreachable';
      },
      isBesideSender: () => true,
    },
    paths: new ListMaker(),
    clusters: new ListMaker(),
  };
}

/** By outcome, whom each speaker but the origin hears its route from. */
function ways(environment: BgpEnvironment, atMost = 10): (number | null)[][] {
  return stableOutcomes(environment, [ORIGINATION], atMost).outcomes.map((routes) =>
    routes.slice(1).map((route) => route?.from ?? null),
  );
}

const next = (of: number): number => (of % 3) + 1;
const AROUND = [1, 2, 3].map((at) => [at, next(at)] as const);

test('DISAGREE has two outcomes: either takes the way through the other', () => {
  const disagree = gadget(
    2,
    [
      [1, 2],
      [2, 1],
    ],
    () => [1, 2],
  );
  expect(ways(disagree)).toEqual([
    [0, 1],
    [2, 0],
  ]);
  expect(stableOutcomes(disagree, [ORIGINATION], 10).complete).toBe(true);
});

test('BAD GADGET has none, and whoever is in it has no route', () => {
  // Everybody prefers the way through the next, but only where that one goes straight to the origin.
  const bad = gadget(3, AROUND, (_, from) => [from]);
  expect(stableOutcomes(bad, [ORIGINATION], 10)).toEqual({ outcomes: [], complete: true });
  const { outcome, unstable } = runBgp(bad, null);
  expect(unstable).toEqual([{ prefix: PREFIX, nodes: [1, 2, 3], by: 'policies', proven: true }]);
  expect([0, 1, 2, 3].map((speaker) => outcome.best(speaker, PREFIX)?.type)).toEqual([
    'local',
    undefined,
    undefined,
    undefined,
  ]);
});

test('BAD GADGET with one router that is content has exactly one outcome', () => {
  const good = gadget(3, AROUND.slice(1), (_, from) => [from]);
  expect(ways(good)).toEqual([[0, 0, 1]]);
});

test('a ring in which long ways are allowed has as many outcomes as routers', () => {
  expect(ways(gadget(3, AROUND, () => [1, 2, 3]))).toHaveLength(3);
});

test('independent disputes multiply, and no more outcomes are listed than asked for', () => {
  const pairs = gadget(
    6,
    [1, 3, 5].flatMap(
      (at) =>
        [
          [at, at + 1],
          [at + 1, at],
        ] as const,
    ),
    () => [1, 2, 3, 4, 5, 6],
  );
  expect(stableOutcomes(pairs, [ORIGINATION], 100)).toMatchObject({
    outcomes: { length: 8 },
    complete: true,
  });
  expect(stableOutcomes(pairs, [ORIGINATION], 5)).toMatchObject({ outcomes: { length: 5 }, complete: false });
});

test('a run starts where it is told to, and stays if that is stable', () => {
  const disagree = gadget(
    2,
    [
      [1, 2],
      [2, 1],
    ],
    () => [1, 2],
  );
  const from = (choices: readonly number[]): (number | undefined)[] => {
    const { outcome } = runBgp(disagree, (node) => (node === 0 ? 'own' : choices[node - 1]));
    return [1, 2].map((speaker) => outcome.best(speaker, PREFIX)?.from);
  };
  expect(from([1, 101])).toEqual([0, 1]);
  expect(from([102, 2])).toEqual([2, 0]);
});
