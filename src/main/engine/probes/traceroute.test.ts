/** traceroute, pathping and mtr, in the formats of their originals, on the Azure lab and on plain networks. */
import { describe, expect, test } from 'vitest';
import { silentHopsOf } from '../../../shared/silence';
import { edited, simulationOf } from '../testing/lab';
import { ask, azureLab, linesOf, plainRouters, twoCustomers } from '../testing/networks';
import { tracerouteText } from './traceroute-text';

const lab = simulationOf(azureLab());
const plain = simulationOf(twoCustomers());
const equal = simulationOf(edited(plainRouters(), 'set r1 interfaces eth2 ospfCost 20'));

/** Lines with every time put as `T`: its number comes from the seed. */
function timeless(lines: readonly string[]): string[] {
  return lines.map((line) => line.replaceAll(/\d+\.\d{3} ms/g, 'T ms'));
}

function secondNode(port: number): string | null | undefined {
  return ask(equal, `alice> traceroute -q 1 -p ${port} bob`, 'traceroute').hops[1]?.probes[0]?.node;
}

describe('traceroute', () => {
  test('prints rows as Linux does, and another responder before its time', () => {
    expect(timeless(linesOf(lab, 'hub-vm> traceroute loc2-vm'))).toEqual([
      'traceroute to loc2-vm (10.1.31.10), 30 hops max, 60 byte packets',
      ' 1  10.10.30.134 (10.10.30.134)  T ms  T ms 10.10.30.135 (10.10.30.135)  T ms',
      ' 2  * * *',
      ' 3  * * *',
      ' 4  loc2-vm (10.1.31.10)  T ms  T ms  T ms',
    ]);
  });

  test('spreads UDP over equal-cost paths, but never ICMP', () => {
    const udp = ask(equal, 'alice> traceroute -q 10 bob', 'traceroute');
    expect(new Set(udp.hops[1]?.probes.map(({ node }) => node))).toEqual(new Set(['r2', 'r3']));
    expect(udp.walks.map(({ steps }) => steps.length).toSorted((a, b) => a - b)).toEqual([4, 5]);
    const icmp = ask(equal, 'alice> traceroute -I -q 10 bob', 'traceroute');
    expect(icmp.walks).toHaveLength(1);
    expect(new Set(icmp.hops[1]?.probes.map(({ node }) => node)).size).toBe(1);
    expect([udp.probe.protocol, icmp.probe.protocol]).toEqual(['udp', 'icmp']);
  });

  test('counts no probe that took another equal-cost way as lost on the first one', () => {
    const { hops, trace } = ask(equal, 'alice> traceroute -q 10 bob', 'traceroute');
    const times = trace.hops[1]?.rttMs ?? [];
    expect(times).not.toContain(null);
    expect(times).toHaveLength(
      hops[1]?.probes.filter(({ node }) => node === trace.hops[1]?.node).length ?? 0,
    );
  });

  test('ends with the row in which the first probe comes to the target', () => {
    const { hops, reached } = ask(equal, 'alice> traceroute -q 10 bob', 'traceroute');
    expect(reached).toBe(true);
    expect(hops.at(-1)?.ttl).toBe(3);
    expect(new Set(hops.at(-1)?.probes.map(({ node }) => node))).toEqual(new Set(['bob', 'r3']));
  });

  test('another first port is another flow', () => {
    const nodes = Array.from({ length: 16 }, (_, at) => secondNode(40_000 + at));
    expect(new Set(nodes)).toEqual(new Set(['r2', 'r3']));
  });

  test('-n prints addresses only, -m stops early', () => {
    expect(timeless(linesOf(lab, 'hub-vm> traceroute -I -n -m 2 -q 2 loc2-vm'))).toEqual([
      'traceroute to loc2-vm (10.1.31.10), 2 hops max, 60 byte packets',
      ' 1  10.10.30.134  T ms  T ms',
      ' 2  * *',
    ]);
  });

  test('marks what is unreachable', () => {
    expect(timeless(linesOf(plain, 'alice> traceroute web'))[1]).toBe(
      ' 1  10.1.0.1 (10.1.0.1)  T ms !N  T ms !N  T ms !N',
    );
    expect(timeless(linesOf(equal, 'alice> traceroute -I 10.3.0.99')).at(-1)).toMatch(
      / \(10\.\d+\.\d+\.2\)  T ms !H  T ms !H  T ms !H$/,
    );
  });

  test('names the reason of a silent hop, and keeps the times of the first way for its picture', () => {
    const { hops, trace } = ask(lab, 'hub-vm> traceroute loc2-vm', 'traceroute');
    expect(hops[1]?.silence?.text).not.toBe('');
    expect(hops[3]?.silence).toBeNull();
    expect(trace.hops.map(({ node }) => node)).toEqual(['msee2-pri', 'ce2a', 'lan2', 'loc2-vm']);
    expect(trace.hops[0]?.rttMs.map((time) => time === null)).toEqual([false, false]);
  });

  test('an answer that comes too late is lost', () => {
    const slow = simulationOf(edited(plainRouters(), 'set r1-r2 latency 700 ms'));
    const { hops } = ask(slow, 'r1> traceroute -w 1 10.0.12.2', 'traceroute');
    expect(hops[0]?.probes.map(({ rttMs }) => rttMs)).toEqual([null, null, null]);
    expect(hops[0]?.silence?.text).toContain('later than the 1000 ms');
  });

  test('prints flags that this model has no source of', () => {
    const result = ask(plain, 'alice> traceroute -q 1 web', 'traceroute');
    const [hop] = result.hops;
    const probe = hop?.probes[0];
    if (hop === undefined || probe === undefined) throw new Error('no hop');
    const forbidden = { ...result, hops: [{ ...hop, probes: [{ ...probe, flag: '!X' as const }] }] };
    expect(tracerouteText(forbidden)).toMatch(/ ms !X$/);
  });

  test('refuses what it cannot do, with the reason', () => {
    expect(ask(plain, 'alice> traceroute nobody', 'failure').message).toBe(
      'nobody: Name or service not known',
    );
    expect(ask(plain, 'alice> traceroute -T bob', 'failure').message).toContain('TCP');
    expect(ask(plain, 'p3> traceroute 10.77.0.1', 'failure').message).toBe('connect: Network is unreachable');
  });
});

test('whatever traces, the same hops are silent for the same reasons', () => {
  const silent = (command: string, kind: 'trace' | 'traceroute' | 'mtr' | 'pathping'): unknown[] =>
    silentHopsOf(ask(lab, `hub-vm> ${command} loc1-vm`, kind)).map(({ ttl, silence }) => [
      ttl,
      silence.reason,
    ]);
  const whole = [
    [2, 'reverse-path-check'],
    [3, 'reverse-path-check'],
  ];
  expect(silent('tracert', 'trace')).toEqual(whole);
  expect(silent('traceroute', 'traceroute')).toEqual(whole);
  expect(silent('mtr', 'mtr')).toEqual(whole);
  // It looks no further than the first.
  expect(silent('pathping', 'pathping')).toEqual(whole.slice(0, 1));
  expect(silentHopsOf(ask(lab, 'hub-vm> reach', 'reach'))).toEqual([]);
});

describe('pathping', () => {
  test('lists the hops, then a row for each link and node', () => {
    const lines = linesOf(plain, 'bob> pathping -q 20 web');
    expect(lines.map((line) => line.replace(/ *\d+ms/, ' Tms'))).toEqual([
      'Tracing route to web [172.16.5.10]',
      'over a maximum of 30 hops:',
      '  0  bob [10.2.0.10]',
      '  1  10.2.0.1',
      '  2  web [172.16.5.10]',
      'Computing statistics for 10 seconds...',
      '            Source to Here   This Node/Link',
      'Hop  RTT    Lost/Sent = Pct  Lost/Sent = Pct  Address',
      '  0                                           bob [10.2.0.10]',
      '                                0/  20 =  0%   |',
      '  1 Tms     0/  20 =  0%     0/  20 =  0%  10.2.0.1',
      '                                0/  20 =  0%   |',
      '  2 Tms     0/  20 =  0%     0/  20 =  0%  web [172.16.5.10]',
      'Trace complete.',
    ]);
  });

  test('ends at the first silent hop, with the reason', () => {
    const { hops, silentTtl, silence, reached, seconds } = ask(lab, 'hub-vm> pathping loc1-vm', 'pathping');
    expect(hops.map(({ address }) => address)).toEqual(['10.10.30.4', '10.10.30.132']);
    expect([silentTtl, silence?.reason, reached, seconds]).toEqual([2, 'reverse-path-check', false, 25]);
    expect(linesOf(lab, 'hub-vm> pathping loc1-vm')).toContain('  2     *        *        *');
  });
});

describe('mtr', () => {
  test('reports in its own columns', () => {
    const lines = linesOf(lab, 'hub-vm> mtr --report -c 5 loc1-vm');
    expect(lines[0]).toBe('HOST: hub-vm                      Loss%   Snt   Last   Avg  Best  Wrst StDev');
    expect(lines.slice(1).map((line) => line.replaceAll(/ \d\.\d(?= |$)/g, ' T'))).toEqual([
      '  1.|-- 10.10.30.132               0.0%     5    T   T   T   T   T',
      '  2.|-- ???                       100.0     5    T   T   T   T   T',
      '  3.|-- ???                       100.0     5    T   T   T   T   T',
      '  4.|-- loc1-vm                    0.0%     5    T   T   T   T   T',
    ]);
  });

  test('parts times too long for their columns', () => {
    const far = simulationOf(edited(azureLab(), 'set er1-hub latency 20 s'));
    const row = linesOf(far, 'hub-vm> mtr --report -c 5 loc1-vm').at(-1) ?? '';
    expect(row.trim().split(/ +/)).toHaveLength(9);
  });

  test('its statistics agree with each other', () => {
    const { hops, reached } = ask(plain, 'bob> mtr -r -c 20 web', 'mtr');
    expect(reached).toBe(true);
    for (const { sent, lost, bestMs, averageMs, worstMs, lastMs, deviationMs } of hops) {
      expect([sent, lost]).toEqual([20, 0]);
      expect(bestMs).toBeLessThanOrEqual(averageMs);
      expect(averageMs).toBeLessThanOrEqual(worstMs);
      expect(lastMs).toBeGreaterThanOrEqual(bestMs);
      expect(deviationMs).toBeLessThanOrEqual(worstMs - bestMs);
    }
  });

  test('shows one silent hop behind the last that answers', () => {
    const { hops, reached } = ask(plain, 'alice> mtr -r bob', 'mtr');
    expect(reached).toBe(false);
    expect(hops.map(({ address }) => address)).toEqual(['10.1.0.1', '10.0.2.1', null]);
    expect(hops[2]?.silence).toMatchObject({ reason: 'no-route-back', at: 'p3' });
  });
});
