/** Pasted output: what is read of it, and how it compares with the model. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ObservedComparison } from '../../../shared/results';
import { runCommand } from '../probes/console';
import { renderText } from '../probes/text';
import type { Simulation } from '../simulation';
import { edited, simulationOf } from '../testing/lab';
import { azureLab, plainRouters } from '../testing/networks';
import { compareObserved } from './compare';
import type { Observation } from './observation';
import { LENGTH_LIMIT, LINE_LIMIT, parseObserved } from './parse';
import { observedText } from './text';

const lab = simulationOf(azureLab());
const routers = simulationOf(plainRouters());

/** What the console prints under a prompt, as somebody would copy it. */
function printed(simulation: Simulation, node: string, command: string): string {
  return `${node}> ${command}\n${renderText(runCommand(simulation, node, command))}`;
}

function observationIn(text: string): Observation {
  const { observations } = parseObserved(text);
  if (observations.length !== 1 || observations[0] === undefined)
    throw new Error(JSON.stringify(observations));
  return observations[0];
}

function compared(simulation: Simulation, text: string, source?: string): ObservedComparison {
  const observation = observationIn(text);
  const result = compareObserved(simulation, source === undefined ? observation : { ...observation, source });
  if (result.kind === 'failure') throw new Error(`${result.message}: ${text}`);
  return result;
}

function traceOf(simulation: Simulation, text: string, source?: string) {
  const result = compared(simulation, text, source);
  if (result.kind !== 'observed-trace') throw new Error(result.kind);
  return result;
}

const HOSTS = ['hub-vm', 'spoke-vm', 'branch-vm', 'remote-vm', 'loc1-vm', 'loc2-vm'];
const TOOLS = ['tracert', 'tracert -d', 'traceroute', 'traceroute -n -I', 'mtr -r', 'pathping -n', 'ping'];

describe('what the model prints', () => {
  test.each(TOOLS)('%s is read back as it is, between all hosts', (tool) => {
    for (const from of HOSTS) {
      for (const to of HOSTS.filter((host) => host !== from)) {
        const text = printed(lab, from, `${tool} ${to}`);
        const result = compared(lab, text);
        expect(result.source).toBe(from);
        expect([text, result.same]).toEqual([text, true]);
      }
    }
  });

  test.each(HOSTS.slice(0, 4))('the effective routes of %s', (vm) => {
    const result = compared(lab, printed(lab, vm, 'show effective-routes'));
    expect(result).toMatchObject({ kind: 'observed-routes', source: vm, same: true });
    expect(observedText(result).split('\n')[0]).toMatch(
      /^Effective routes of [\w-]+: (\d+) of \1 as in the model\.$/,
    );
  });

  test('is read with other line ends, blank lines, prompts and indents as well', () => {
    const spoil = fc.record({
      indent: fc.constantFrom('', ' ', '    ', '\t'),
      blank: fc.boolean(),
      end: fc.constantFrom('', ' ', '\u00A0'),
      tool: fc.constantFrom(...TOOLS),
      to: fc.constantFrom('loc1-vm', 'remote-vm', '10.11.30.4'),
    });
    fc.assert(
      fc.property(spoil, ({ indent, blank, end, tool, to }) => {
        const text = printed(lab, 'branch-vm', `${tool} ${to}`)
          .split('\n')
          .flatMap((line, at) => [at === 0 ? line : indent + line + end, ...(blank ? [''] : [])])
          .join('\n');
        expect(compared(lab, text).same).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('in one paste is told apart', () => {
    const commands = [
      ['branch-vm', 'tracert loc1-vm'],
      ['branch-vm', 'ping loc1-vm'],
      ['hub-vm', 'show effective-routes'],
      ['loc1-vm', 'mtr -r hub-vm'],
      ['hub-vm', 'traceroute spoke-vm'],
    ] as const;
    const { observations } = parseObserved(
      commands.map(([node, command]) => printed(lab, node, command)).join('\n\n'),
    );
    expect(observations.map(({ kind, source }) => [kind, source])).toEqual([
      ['trace', 'branch-vm'],
      ['ping', 'branch-vm'],
      ['effective-routes', 'hub-vm'],
      ['trace', 'loc1-vm'],
      ['trace', 'hub-vm'],
    ]);
    for (const observation of observations)
      expect(compareObserved(lab, observation)).toMatchObject({ same: true });
  });
});

describe('real output', () => {
  test('of tracert in German, from a Windows prompt', () => {
    const text = [
      String.raw`C:\Users\anna>tracert bob`,
      '',
      'Routenverfolgung zu bob [10.3.0.10]',
      'über maximal 30 Hops:',
      '',
      '  1    <1 ms    <1 ms     1 ms  gw.office.example [10.1.0.1]',
      '  2     *        *        *     Zeitüberschreitung der Anforderung.',
      '  3    42 ms    41 ms    42 ms  bob [10.3.0.10]',
      '',
      'Ablaufverfolgung beendet.',
    ].join('\r\n');
    const observation = observationIn(text.replaceAll('\r\n', '\n'));
    expect(observation).toMatchObject({ kind: 'trace', tool: 'tracert', source: null, target: '10.3.0.10' });
    const { hops, same, reached } = traceOf(routers, text, 'alice');
    expect(hops.map(({ verdict }) => verdict)).toEqual(['same', 'silent', 'time']);
    expect(hops[1]?.text).toBe('Nobody answered. In the model it is 10.0.13.2 of r3 (eth2).');
    expect([same, reached]).toEqual([false, { observed: true, model: true }]);
  });

  test('of tracert in French, numeric, without a prompt, and a second one below', () => {
    const text = `
Détermination de l'itinéraire vers 10.3.0.10 avec un maximum de 30 sauts.

  1     1 ms     1 ms     1 ms  10.1.0.1
  2    20 ms    21 ms    20 ms  10.0.13.2
  3    24 ms    25 ms    24 ms  10.3.0.10

Itinéraire déterminé.

Détermination de l'itinéraire vers 10.1.0.1 avec un maximum de 30 sauts.

  1     1 ms     1 ms     1 ms  10.1.0.1
`;
    const { observations } = parseObserved(text);
    expect(
      observations.map((each) => (each.kind === 'trace' ? [each.target, each.hops.length] : [])),
    ).toEqual([
      ['10.3.0.10', 3],
      ['10.1.0.1', 1],
    ]);
    for (const each of observations)
      expect(compareObserved(routers, { ...each, source: 'alice' })).toMatchObject({ same: true });
  });

  test('of traceroute over several paths, with flags and names', () => {
    const text = `anna@alice:~$ traceroute bob
traceroute to bob (10.3.0.10), 30 hops max, 60 byte packets
 1  _gateway (10.1.0.1)  0.412 ms  0.388 ms  0.377 ms
 2  10.0.13.2 (10.0.13.2)  20.1 ms 10.0.99.9 (10.0.99.9)  20.5 ms *
 3  10.0.13.2 (10.0.13.2)  20.4 ms !H  20.2 ms !H *`;
    const { source, tool, hops } = traceOf(routers, text);
    expect([source, tool]).toEqual(['alice', 'traceroute']);
    expect(hops[1]).toMatchObject({
      observed: { addresses: ['10.0.13.2', '10.0.99.9'] },
      verdict: 'other-address',
    });
    expect(hops[1]?.text).toContain('No node of the model has the address 10.0.99.9');
    expect(hops[2]?.text).toBe('10.0.13.2 is r3:eth2. In the model it is 10.3.0.10 of bob (eth0).');
  });

  test('of mtr names hosts and averages', () => {
    const text = `Start: 2026-05-02T10:00:00+0200
HOST: alice                       Loss%   Snt   Last   Avg  Best  Wrst StDev
  1.|-- 10.1.0.1                   0.0%    10    0.4   0.5   0.3   0.9   0.2
  2.|-- ???                       100.0    10    0.0   0.0   0.0   0.0   0.0
  3.|-- bob                        0.0%    10   90.0  91.0  89.0  95.0   1.0
`;
    const observation = observationIn(text);
    expect(observation).toMatchObject({ tool: 'mtr', source: 'alice', target: null });
    const { hops, notes } = traceOf(routers, text.replace('Start:', 'alice$ mtr -r bob\nStart:'));
    expect(hops.map(({ verdict }) => verdict)).toEqual(['same', 'silent', 'time']);
    expect(notes).toEqual(["Times are the same within 10 ms or 25 % of the model's, whichever is more."]);
  });

  test('of ping: answered, by somebody else, and not at all', () => {
    const linux = `alice$ ping -c 2 bob
PING bob (10.3.0.10) 56(84) bytes of data.
64 bytes from 10.3.0.10: icmp_seq=1 ttl=61 time=24.1 ms
64 bytes from bob (10.3.0.10): icmp_seq=2 ttl=61 time=24.3 ms

--- bob ping statistics ---
2 packets transmitted, 2 received, 0% packet loss, time 1001ms
rtt min/avg/max/mdev = 24.100/24.200/24.300/0.100 ms`;
    expect(compared(routers, linux)).toMatchObject({
      kind: 'observed-ping',
      verdict: 'same',
      observed: { from: '10.3.0.10', reached: true, rttMs: 24.200000000000003, ttl: 61 },
    });
    const unreachable = `
Ping wird ausgeführt für 10.3.0.10 mit 32 Bytes Daten:
Antwort von 10.1.0.1: Zielhost nicht erreichbar.

Ping-Statistik für 10.3.0.10:
    Pakete: Gesendet = 1, Empfangen = 1, Verloren = 0 (0% Verlust),`;
    const other = compared(routers, unreachable, 'alice');
    expect(other).toMatchObject({ verdict: 'other-address', same: false });
    expect(observedText(other)).toContain(
      '10.1.0.1 answered, but not to the echo. In the model 10.3.0.10 does.',
    );
    const lost = `Pinging 10.3.0.10 with 32 bytes of data:
Request timed out.

Ping statistics for 10.3.0.10:
    Packets: Sent = 1, Received = 0, Lost = 1 (100% loss),`;
    expect(compared(routers, lost, 'alice')).toMatchObject({ verdict: 'silent' });
    const island = simulationOf(edited(plainRouters(), 'set bob icmp false'));
    expect(compared(island, linux)).toMatchObject({ verdict: 'answers', same: false });
  });
});

describe('effective routes', () => {
  const TABLE = `Source                 State    Address Prefix    Next Hop Type          Next Hop IP
---------------------  -------  ----------------  ---------------------  -------------
Default                Active   10.10.30.0/24     VnetLocal
VirtualNetworkGateway  Active   10.2.30.0/25      VirtualNetworkGateway  10.10.30.142
User                   Active   10.99.0.0/16      VirtualAppliance       10.10.30.68`;
  const PORTAL =
    'Source\tState\tAddress Prefixes\tNext Hop Type\tNext Hop IP Address\n' +
    'Default\tActive\t10.10.30.0/24\tVirtual network\t-\n' +
    'Virtual network gateway\tActive\t10.2.30.0/25\tVirtual network gateway\t10.10.30.142\n' +
    'User\tActive\t10.99.0.0/16\tVirtual appliance\t10.10.30.68\n';
  const POWERSHELL = `
Name State  Source                AddressPrefix   NextHopType           NextHopIpAddress
---- -----  ------                -------------   -----------           ----------------
     Active Default               {10.10.30.0/24} VnetLocal             {}
     Active VirtualNetworkGateway {10.2.30.0/25}  VirtualNetworkGateway {10.10.30.142}
     Active User                  {10.99.0.0/16}  VirtualAppliance      {10.10.30.68}`;
  const LIST = [
    '10.10.30.0/24 VnetLocal',
    '10.2.30.0/25 VirtualNetworkGateway 10.10.30.142',
    '10.99.0.0/16 VirtualAppliance 10.10.30.68',
  ]
    .map((row) => row.split(' '))
    .map(
      ([prefix, type, address = '']) =>
        `Name             :\nState            : Active\nSource           : Default\nAddressPrefix    : {${prefix}}\nNextHopType      : ${type}\nNextHopIpAddress : {${address}}\n`,
    )
    .join('\n');
  const JSON_TEXT = JSON.stringify({
    nextLink: null,
    value: [
      {
        addressPrefix: ['10.10.30.0/24'],
        nextHopIpAddress: [],
        nextHopType: 'VnetLocal',
        source: 'Default',
        state: 'Active',
      },
      {
        addressPrefix: ['10.2.30.0/25'],
        nextHopIpAddress: ['10.10.30.142'],
        nextHopType: 'VirtualNetworkGateway',
        state: 'Active',
      },
      {
        addressPrefix: ['10.99.0.0/16'],
        nextHopIpAddress: ['10.10.30.68'],
        nextHopType: 'VirtualAppliance',
        state: 'Active',
      },
    ],
  });

  test.each([
    ['a table', TABLE],
    ['the portal', PORTAL],
    ['PowerShell', POWERSHELL],
    ['a list', LIST],
    ['JSON', JSON_TEXT],
    ['JSON under a prompt', `$ az network nic show-effective-route-table\n${JSON_TEXT}\n`],
  ])('of %s are compared prefix by prefix', (_, text) => {
    const result = compared(lab, text, 'hub-vm');
    if (result.kind !== 'observed-routes') throw new Error(result.kind);
    const rows = new Map(result.routes.map((row) => [`${row.prefix} ${row.state}`, row]));
    expect(rows.get('10.10.30.0/24 Active')?.verdict).toBe('same');
    expect(rows.get('10.2.30.0/25 Active')).toMatchObject({
      verdict: 'other-next-hop',
      observed: { nextHopAddresses: ['10.10.30.142'] },
      model: { nextHopAddresses: ['10.10.30.132'] },
    });
    expect(rows.get('10.99.0.0/16 Active')).toMatchObject({ verdict: 'surplus', model: null });
    expect(rows.get('10.17.30.0/27 Active')).toMatchObject({ verdict: 'missing', observed: null });
    expect(result.same).toBe(false);
  });

  test('of a host in no VNet cannot be', () => {
    expect(compareObserved(lab, { ...observationIn(TABLE), source: 'loc1-vm' })).toMatchObject({
      kind: 'failure',
      message: 'loc1-vm is in no VNet: only VMs have effective routes',
    });
  });
});

describe('who sent it to whom', () => {
  const ROW = ' 1  10.1.0.1  1 ms\n 2  10.0.13.2  20 ms\n 3  10.3.0.10  24 ms';
  const bare = observationIn(ROW);
  if (bare.kind !== 'trace') throw new Error(bare.kind);

  test.each([
    [{}, 'nothing says whose output this is'],
    [{ source: 'laptop' }, 'there is no node named laptop'],
    [{ source: 'alice' }, 'nothing says which target was probed'],
    [{ source: 'alice', target: 'bobb' }, 'there is no node named bobb'],
    [{ source: 'alice', target: '10.0.13.255' }, null],
  ])('%j', (ends, message) => {
    const result = compareObserved(routers, { ...bare, ...ends });
    expect(result.kind === 'failure' ? result.message : null).toBe(message);
  });

  test('is found in any case of letters, and by address', () => {
    for (const source of ['ALICE', '10.1.0.10'])
      expect(compareObserved(routers, { ...bare, source, target: 'Bob' })).toMatchObject({
        source: 'alice',
        same: true,
      });
  });

  test('is the prompt of any shell', () => {
    for (const prompt of ['alice>', 'anna@alice:~$', '[root@alice ~]#', 'alice#', 'alice $'])
      expect(observationIn(`${prompt} traceroute -n -m 20 10.3.0.10\n${ROW}`)).toMatchObject({
        source: 'alice',
        target: '10.3.0.10',
      });
    for (const command of ['tracert -d -h 20 bob', 'mtr --report bob', '  ping bob '])
      expect(observationIn(`${command}\n${ROW}`)).toMatchObject({ source: null, target: 'bob' });
    for (const prompt of [String.raw`C:\>`, String.raw`PS C:\Users\anna>`])
      expect(observationIn(`${prompt} tracert bob\n${ROW}`)).toMatchObject({ source: null, target: 'bob' });
  });
});

describe('hostile and garbage pastes', () => {
  test('never crash, and are read in time that grows with their length only', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ' 1 ',
        '*',
        '10.1.0.1',
        'ms',
        '<1 ms',
        '\n',
        '.|--',
        'HOST: a Loss%',
        '[',
        '(',
        '{',
        '"',
        'Active',
        '10.0.0.0/8',
        'None',
        'C:\\',
        '>',
        'alice> tracert ',
        ': a=1 b=2ms TTL=3',
        '999.1.1.1',
        ' 300 ',
      ),
      fc.string({ maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        for (const observation of parseObserved(pieces.join('')).observations) {
          const result = compareObserved(routers, { ...observation, source: 'alice' });
          if (result.kind !== 'failure') expect(observedText(result)).not.toBe('');
        }
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ['digits', '1'.repeat(950)],
    ['blanks', `${' '.repeat(950)}x`],
    ['stars', '1 ' + '* '.repeat(470)],
    ['dots', '1 ' + '1.'.repeat(470)],
    ['brackets', '[({'.repeat(300)],
    ['a prompt', `${'a'.repeat(60)}@${'b'.repeat(60)}${' '.repeat(800)}`],
  ])('%s are read five hundred times over', (_, line) => {
    expect(parseObserved(Array.from({ length: 500 }, () => line).join('\n')).problems).toEqual([]);
  });

  test('beyond the limits are cut, and that is said', () => {
    const long = parseObserved(`${'x'.repeat(LENGTH_LIMIT + 1)}\n 1  10.1.0.1  1 ms`);
    expect(long.problems.map(({ line, severity }) => [line, severity])).toEqual([[1, 'warning']]);
    expect(long.observations).toHaveLength(1);
    const many = parseObserved('\n'.repeat(LINE_LIMIT + 5));
    expect(many.problems.map(({ message }) => message)).toEqual([
      `Only the first ${LINE_LIMIT} lines are read`,
    ]);
  });

  test('that go round in TTLs become several traces, not one with holes', () => {
    const { observations } = parseObserved(
      ' 1  10.1.0.1  1 ms\n 2  *\n 1  10.1.0.1  1 ms\n 300  10.1.0.1  1 ms',
    );
    expect(observations).toHaveLength(2);
  });
});
