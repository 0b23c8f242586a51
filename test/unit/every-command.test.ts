/**
 * Every console command in a notebook, on the Azure lab and on a plain network: it is carried out, its text says the
 * one thing looked for here, and its result is plain JSON. What each says in detail stands in tests of its own.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createEvaluator, parseNotebook } from '../../src/main/engine';
import type { ConsoleEntry } from '../../src/shared/evaluation';
import { CONSOLE_COMMANDS } from '../../src/shared/console-commands';

type Expected = readonly [line: string, said: string | RegExp];

const LAB: readonly Expected[] = [
  ['hub-vm> tracert loc1-vm', / 1 {5}\d ms .* 10\.10\.30\.132/],
  ['hub-vm> traceroute -I -n loc1-vm', / 4 {2}10\.2\.30\.10 {2}\d/],
  ['hub-vm> ping loc1-vm', 'TTL=124'],
  ['hub-vm> pathping -q 4 branch-vm', '0/   4 =  0%'],
  ['hub-vm> mtr --report -c 4 loc2-vm', '1.|-- 10.10.30.134'],
  ['hub-vm> latency loc1-vm,loc2-vm', 'loc2-vm'],
  ['spoke-vm> paths remote-vm', '2 paths from spoke-vm to remote-vm'],
  ['spoke-vm> paths remote-vm --flow udp:49155:33434', '* spoke-vm > spoke > hub > msee1-pri'],
  ['hub-vm> trace --both loc1-vm', 'what comes from a circuit passes the gateway, here hub-ergw.'],
  ['hub-vm> bottleneck loc1-vm', 'er1             ExpressRoute circuit  unknown'],
  ['hub-vm> reach', '22 of 30 pairs reach each other.'],
  ['hub-vm> matrix', /loc2-vm +5 75 ms/],
  ['hub-vm> matrix --diff cut', '6 lost, 0 gained'],
  ['hub-vm> compare base cut', 'Lost (6):'],
  ['hub-vm> fail each link', /er1 primary +2 +0 +8 +0/],
  ['hub-vm> fail each node', /hub-ergw +8 +0 +4 +0/],
  ['hub-vm> fail each interface', /ce1:ge0\/1 +8/],
  ['hub-vm> check asymmetry', '5 found'],
  ['hub-vm> check blackholes', '8 found'],
  ['hub-vm> check limits', '4 found'],
  ['hub-vm> check loops', 'no packet goes round in circles'],
  ['hub-vm> check multipath', 'Pairs with several equal-cost paths: 11.'],
  ['hub-vm> check stability', 'each comes to rest in one way'],
  ['ce1> show ip route', 'S     10.10.30.254/32'],
  ['ce1> show ip bgp', '*> 10.10.30.0/25      192.168.30.18            0    200      0 12076 65515 i'],
  ['ce1> show ip bgp 10.10.30.0/25', 'lost to msee1-pri by local preference'],
  ['hub-vm> show effective-routes', /Invalid {2}VirtualNetworkGateway {2}10\.2\.30\.0\/25/],
  ['hub-vm> show circuit-routes er1 primary', /10\.2\.30\.0\/25 +192\.168\.30\.17 +0 +65021/],
  ['lan1> show ospf', 'O E2  0.0.0.0/0'],
  ['spoke-vm> next-hop remote-vm --flow tcp:40000:443', /Flow +: tcp:40000:443 takes 10\.10\.30\.13[23]/],
  ['hub-vm> why loc1-vm', 'policy: ce1 lets it out'],
  ['branch-vm> why-not loc2-vm', 'A Route Server with branch-to-branch'],
  ['ce1> announcements 10.2.30.0/25', 'Without it in the end: ce2a'],
  ['branch-vm> perspective', 'branch knows 4 of 6 prefixes'],
  ['hub-vm> why-silent loc1-vm 2', 'announce ce1 192.168.30.16/30'],
  ['hub-vm> help', 'why-silent [SOURCE] TARGET HOP'],
];

const PLAIN: readonly Expected[] = [
  ['alice> tracert bob', '10.0.2.1'],
  ['alice> traceroute -n bob', ' 2  10.0.2.1  10'],
  ['alice> ping bob', '(100% loss)'],
  ['bob> pathping -q 4 web', '0/   4 =  0%'],
  ['alice> mtr --report -c 4 bob', '2.|-- 10.0.2.1'],
  ['alice> latency web,bob', 'web'],
  ['alice> paths bob', '* alice > c1 > p2 > p3 > c2  DENIED_IN'],
  ['bob> trace --both web', 'Both directions take the same way.'],
  ['alice> bottleneck bob', 'c2-p3    link  unknown'],
  ['alice> reach', '2 of 6 pairs reach each other.'],
  ['alice> matrix', /alice +\. +DENIED_IN +NO_ROUTE/],
  ['alice> matrix --diff cut', '0 lost, 2 gained'],
  ['alice> compare base cut', 'Gained (2):'],
  ['alice> fail each link', /c1-p1 +0 +2 +0 +0/],
  ['alice> fail each node', 'Each node failed alone: 5.'],
  ['alice> fail each interface', /c2:lan +2 +0 +0 +0/],
  ['alice> check asymmetry', 'every way back is the way there, read backwards'],
  ['alice> check blackholes', 'c1 has no route to 172.16.5.10.'],
  ['alice> check limits', 'no limit of Azure is met'],
  ['alice> check loops', 'no packet goes round in circles'],
  ['alice> check multipath', 'None of these pairs has several equal-cost paths.'],
  ['alice> check stability', 'each comes to rest in one way'],
  ['p2> show ip route', 'B     10.1.0.0/24   ibgp'],
  ['p2> show ip bgp', '*>i10.1.0.0/24'],
  ['p2> show ip bgp 10.1.0.0/24', 'best by AS-path length (1 against 3)'],
  ['p1> show ospf', '10.9.0.3   p3      0.0.0.0  20'],
  ['p2> next-hop alice --flow udp', 'Flow        : udp:49152:33434 takes 10.9.12.1 (p1) by p1'],
  ['p2> why alice', 'decision: best by AS-path length (1 against 3) (2 candidates)'],
  ['p3> why-not alice', 'what is heard over iBGP is not told over iBGP'],
  ['c1> announcements 10.1.0.0/24', 'Without it in the end: p3, c2'],
  ['alice> perspective', 'c1 knows 2 of 3 prefixes'],
  ['alice> why-silent bob 3', 'set p3 bgp neighbors 10.9.0.1 { asn: 65010, nextHopSelf: true }'],
  ['alice> help', 'fail each link|node|interface'],
];

/** What only Azure has is refused, with what to ask instead. */
const NOT_PLAIN: readonly Expected[] = [
  ['alice> show effective-routes', 'alice is in no VNet'],
  ['alice> show circuit-routes er1 primary', 'there is no circuit named er1'],
];

const SCENARIO = /^scenario /;

function cell(kind: string, text: string): string {
  return `\n\`\`\`${kind}\n${text}\n\`\`\`\n`;
}

function entriesOf(fixture: string, cut: string, lines: readonly Expected[]): Map<string, ConsoleEntry> {
  const text = [
    cell('topology', readFileSync(`test/fixtures/${fixture}.yaml`, 'utf8').trimEnd()),
    cell('console', `${lines[0]?.[0].split('> ')[0]}> scenario cut from base { ${cut} }`),
    cell('console', lines.map(([line]) => line).join('\n')),
  ].join('');
  const { outputs } = createEvaluator().evaluate(
    parseNotebook(`---\ntracebook: 1\ntitle: x\nseed: 11\n---\n${text}`).notebook,
  );
  const entries = outputs.flatMap((output) => (output.kind === 'console' ? output.entries : []));
  return new Map(entries.map((entry) => [`${entry.node}> ${entry.command}`, entry]));
}

describe.each([
  ['the Azure lab', 'azure-lab', 'shutdown er1', LAB, []],
  ['a plain network', 'two-customers', 'shutdown c1-p1', PLAIN, NOT_PLAIN],
] as const)('on %s', (_, fixture, cut, lines, refused) => {
  const entries = entriesOf(fixture, cut, [...lines, ...refused]);

  test('every command is asked', () => {
    const asked = [...entries.values()].map(({ command }) => command);
    const missing = CONSOLE_COMMANDS.filter(({ name }) => !asked.some((line) => line.startsWith(name)));
    expect(missing).toEqual([]);
    expect(asked.some((line) => SCENARIO.test(line))).toBe(true);
  });

  test.each(lines)('%s', (line, said) => {
    const entry = entries.get(line);
    expect(entry?.result.kind).not.toBe('failure');
    expect(entry?.text).toMatch(said);
    expect(entry?.text).not.toMatch(/undefined|NaN|\[object/);
    expect(JSON.parse(JSON.stringify(entry?.result))).toEqual(entry?.result);
  });

  test.each(refused)('%s', (line, said) => {
    expect(entries.get(line)?.result).toMatchObject({
      kind: 'failure',
      message: expect.stringContaining(String(said)),
    });
  });
});
