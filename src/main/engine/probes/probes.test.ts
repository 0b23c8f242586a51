import { describe, expect, test } from 'vitest';
import { documentOf, edited, hopsOf, ping, simulationOf, tracert } from '../testing/lab';
import { runCommand } from './console';
import { renderText } from './text';

/** pc - r1 - r2 - server; `r1` and `r2` add to the routers, `server` to the server. */
function chain({ r1 = '', r2 = '', server = '', latency = '2 ms' } = {}): string {
  return `
routers:
  r1:
    interfaces: { e0: { address: 10.0.0.1/24, lan: office }, e1: 10.0.12.1/30 }
    static: [{ prefix: 10.9.0.0/24, via: 10.0.12.2 }, { prefix: 10.66.0.0/16, via: discard }, { prefix: 10.5.0.0/16, via: 10.0.12.2 }]
    icmp: { delay: 0 ms }
    ${r1}
  r2:
    interfaces: { e0: 10.0.12.2/30, e1: { address: 10.9.0.1/24, lan: far } }
    static: [{ prefix: 10.0.0.0/24, via: 10.0.12.1 }, { prefix: 10.5.0.0/16, via: 10.0.12.1 }]
    icmp: { delay: 0 ms }
    ${r2}
lans: { office: {}, far: {} }
hosts:
  pc: { lan: office, address: 10.0.0.10/24, icmp: { delay: 0 ms } }
  server: { lan: far, address: 10.9.0.10/24, icmp: { delay: 0 ms, ${server} } }
links: { r1-r2: { ends: [r1:e1, r2:e0], latency: ${latency} } }
`;
}

const simulation = simulationOf(chain());

function screen(yaml: string, line: string, node = 'pc'): string {
  return renderText(runCommand(simulationOf(yaml), node, line));
}

/** TTL behind each node on the way to the server, for a sender with this initial TTL. */
function ttls(initialTtl: number): number[] {
  const yaml = chain().replace('10.0.0.10/24,', `10.0.0.10/24, initialTtl: ${initialTtl},`);
  return tracert(simulationOf(yaml), 'pc', 'server').forwardWalk.steps.map(({ ttlOut }) => ttlOut);
}

describe('tracert as printed', () => {
  test('to an address', () => {
    expect(screen(chain(), 'tracert 10.9.0.10')).toBe(
      [
        '',
        'Tracing route to 10.9.0.10 over a maximum of 30 hops',
        '',
        '  1    <1 ms    <1 ms    <1 ms  10.0.0.1',
        '  2     4 ms     4 ms     4 ms  10.0.12.2',
        '  3     4 ms     4 ms     4 ms  10.9.0.10',
        '',
        'Trace complete.',
      ].join('\n'),
    );
  });

  test('to a name, with and without -d', () => {
    expect(screen(chain(), 'tracert -h 9 server')).toContain(
      '\nTracing route to server [10.9.0.10]\nover a maximum of 9 hops:\n\n  1  ',
    );
    expect(screen(chain(), 'tracert -h 9 server')).toContain('ms  server [10.9.0.10]\n');
    expect(screen(chain(), 'tracert -d server')).toContain(
      'Tracing route to 10.9.0.10 over a maximum of 30 hops',
    );
    expect(screen(chain(), 'tracert -d server')).toContain('ms  10.9.0.10\n');
  });

  test('counts TTL from what the sender sends by itself, where that is enough', () => {
    expect(ttls(64)).toEqual([64, 63, 62, 62]);
    expect(ttls(3)).toEqual([3, 2, 1, 1]);
    expect(ttls(2)).toEqual([255, 254, 253, 253]);
  });

  test('silence', () => {
    expect(
      screen(chain({ server: 'answers: false' }), 'tracert -h 4 10.9.0.10')
        .split('\n')
        .slice(5, 7),
    ).toEqual([
      '  3     *        *        *     Request timed out.',
      '  4     *        *        *     Request timed out.',
    ]);
  });

  test('unreachable ends the trace', () => {
    expect(screen(chain(), 'tracert 10.77.0.1').split('\n').slice(3)).toEqual([
      '  1  10.0.0.1  reports: Destination net unreachable.',
      '',
      'Trace complete.',
    ]);
    expect(screen(chain(), 'tracert 10.9.0.99').split('\n').slice(3)).toEqual([
      '  1    <1 ms    <1 ms    <1 ms  10.0.0.1',
      '  2     4 ms     4 ms     4 ms  10.0.12.2',
      '  3  10.0.12.2  reports: Destination host unreachable.',
      '',
      'Trace complete.',
    ]);
    // What a sender tells itself it tells from where it sends from, not from its first interface.
    expect(screen(chain(), 'tracert -d 10.9.0.99', 'r2').split('\n')[3]).toBe(
      '  1  10.9.0.1  reports: Destination host unreachable.',
    );
  });

  test('an answer later than -w is lost, and probing goes on', () => {
    const trace = tracert(simulation, 'pc', '-h 5 -w 3 server');
    expect(trace.hops.map((hop) => hop.address)).toEqual(['10.0.0.1', null, null, null, null]);
    expect(trace.hops[4]?.silence?.text).toContain('later than the 3 ms');
    expect(trace.reached).toBe(false);
  });

  test('nothing ends in a blank', () => {
    for (const target of ['10.9.0.10', 'server', '10.77.0.1', '10.66.0.1', '127.0.0.1'])
      for (const line of screen(chain(), `tracert ${target}`).split('\n')) expect(line).toBe(line.trimEnd());
  });
});

describe('ping as printed', () => {
  test('answered', () => {
    expect(screen(chain(), 'ping 10.9.0.10')).toBe(
      [
        '',
        'Pinging 10.9.0.10 with 32 bytes of data:',
        ...Array.from({ length: 4 }, () => 'Reply from 10.9.0.10: bytes=32 time=4ms TTL=126'),
        '',
        'Ping statistics for 10.9.0.10:',
        '    Packets: Sent = 4, Received = 4, Lost = 0 (0% loss),',
        'Approximate round trip times in milli-seconds:',
        '    Minimum = 4ms, Maximum = 4ms, Average = 4ms',
      ].join('\n'),
    );
  });

  test('by name, with options, under a millisecond', () => {
    expect(screen(chain({ latency: '0.1 ms' }), 'ping -n 2 -l 100 server')).toBe(
      [
        '',
        'Pinging server [10.9.0.10] with 100 bytes of data:',
        'Reply from 10.9.0.10: bytes=100 time<1ms TTL=126',
        'Reply from 10.9.0.10: bytes=100 time<1ms TTL=126',
        '',
        'Ping statistics for 10.9.0.10:',
        '    Packets: Sent = 2, Received = 2, Lost = 0 (0% loss),',
        'Approximate round trip times in milli-seconds:',
        '    Minimum = 0ms, Maximum = 0ms, Average = 0ms',
      ].join('\n'),
    );
  });

  test('lost', () => {
    expect(screen(chain({ server: 'answers: false' }), 'ping -n 3 10.9.0.10')).toBe(
      [
        '',
        'Pinging 10.9.0.10 with 32 bytes of data:',
        'Request timed out.',
        'Request timed out.',
        'Request timed out.',
        '',
        'Ping statistics for 10.9.0.10:',
        '    Packets: Sent = 3, Received = 0, Lost = 3 (100% loss),',
      ].join('\n'),
    );
  });

  test.each([
    ['-i 1 10.9.0.10', 'Reply from 10.0.0.1: TTL expired in transit.'],
    ['10.77.0.1', 'Reply from 10.0.0.1: Destination net unreachable.'],
    ['10.9.0.99', 'Reply from 10.0.12.2: Destination host unreachable.'],
    ['10.5.0.1', 'Reply from 10.0.12.2: TTL expired in transit.'],
  ])('%s: an error counts as received and brings no times', (options, row) => {
    const lines = screen(chain(), `ping -n 1 ${options}`).split('\n');
    expect(lines[2]).toBe(row);
    expect(lines.slice(5)).toEqual(['    Packets: Sent = 1, Received = 1, Lost = 0 (0% loss),']);
  });

  test('an answer later than -w is lost, with the reason', () => {
    const result = ping(simulation, 'pc', '-w 3 server');
    expect(result.reached).toBe(false);
    expect(result.silence?.text).toContain('later than the 3 ms');
  });
});

describe('commands that cannot be run', () => {
  test.each([
    ['tracert nowhere', 'Unable to resolve target system name nowhere.'],
    ['ping nowhere', 'Ping request could not find host nowhere. Please check the name and try again.'],
    ['tracert -6 server', 'tracert -6 is not simulated: only IPv4 is simulated'],
    ['tracert -h 0 server', 'tracert -h takes a whole number from 1 to 255'],
    ['tracert -h server', 'tracert -h takes a whole number from 1 to 255'],
    ['tracert', 'tracert needs a target: a name or an address'],
    ['tracert -q server', 'tracert has no option -q'],
    ['tracert server pc', 'tracert does not expect pc'],
    ['trcert server', "'trcert' is not a command"],
    ['', "'' is not a command"],
  ])('%s', (line, message) => {
    expect(runCommand(simulation, 'pc', line)).toMatchObject({ kind: 'failure', message });
  });

  test('a command without end is not quoted back', () => {
    const message = 'the command is longer than 2000 characters';
    expect(runCommand(simulation, 'pc', 'x'.repeat(2_000_000))).toMatchObject({ kind: 'failure', message });
  });

  test('a typo in a name or a command is answered with the nearest one', () => {
    expect(screen(chain(), 'tracert sever')).toContain('server');
    expect(screen(chain(), 'trcert server')).toContain('tracert');
  });

  test.each([
    ['check loop', "'check loop' is not a command", 'did you mean "check loops"?'],
    ['show ip rote', "'show ip rote' is not a command", 'did you mean "show ip route"?'],
    ['fail', "'fail' is not a command", 'did you mean "fail each"?'],
    ['why not server', "'why not' is not a command", 'did you mean "why-not"?'],
    ['tracert serv', 'Unable to resolve target system name serv.', 'did you mean "server"?'],
    [
      'ping 10.2.0.300',
      'Ping request could not find host 10.2.0.300. Please check the name and try again.',
      'an address is four numbers from 0 to 255, like 10.1.0.10',
    ],
    [
      'next-hop 10.2.0.0/24',
      'there is no node named 10.2.0.0/24',
      'give an address without a length, like 10.1.0.10, or a name',
    ],
    ['why 10.2.0.9/24', '10.2.0.9/24 is no prefix, address or node', 'the prefix around it is 10.2.0.0/24'],
    ['why-not 10.2/16', '10.2/16 is no prefix, address or node', 'write a prefix like 10.1.0.0/24'],
    ['why serv', 'serv is no prefix, address or node', 'did you mean "server"?'],
    ['show ip route vrf red', 'pc has no VRF red', 'pc has no VRFs'],
  ])('%s is told what was meant', (line, message, hint) => {
    expect(runCommand(simulation, 'pc', line)).toEqual({ kind: 'failure', message, hint });
  });

  test('nothing runs on a node that is not there or is down', () => {
    expect(runCommand(simulation, 'cp', 'help')).toMatchObject({ kind: 'failure' });
    const down = simulationOf(edited(documentOf(chain()), 'shutdown pc'));
    const hint = 'no shutdown pc brings it back';
    expect(runCommand(down, 'pc', 'ping server')).toMatchObject({ message: 'pc is shut down', hint });
    const net =
      'vnets: { net: { addressSpace: [10.0.0.0/24], subnets: { a: 10.0.0.0/25 } } }\nhosts: { vm: { vnet: net, address: 10.0.0.4 } }';
    const dark = simulationOf(edited(documentOf(net), 'shutdown net'));
    expect(runCommand(dark, 'vm', 'ping 10.0.0.5')).toMatchObject({
      hint: 'no shutdown vm (or net, if that is shut down) brings it back',
    });
  });
});

describe('targets that are no ordinary host', () => {
  test.each(['127.0.0.1', '127.9.9.9', '10.0.0.10'])('%s is the prober itself', (target) => {
    expect(hopsOf(simulation, 'pc', target)).toEqual([target]);
    expect(ping(simulation, 'pc', target)).toMatchObject({
      reached: true,
      echoes: [{ ttl: 128 }, {}, {}, {}],
    });
  });

  test.each(['0.0.0.0', '0.1.2.3', '224.0.0.5', '239.1.1.1', '240.0.0.1', '255.255.255.255'])(
    '%s is refused with what it is',
    (target) => {
      const result = runCommand(simulation, 'pc', `ping ${target}`);
      expect(result).toMatchObject({ kind: 'failure', message: expect.stringContaining(`${target} is `) });
    },
  );

  test.each([
    ['10.0.0.255', 'DELIVERED_TO_SUBNET'],
    ['10.0.0.0', 'DELIVERED_TO_SUBNET'],
    ['10.9.0.255', 'DENIED_OUT'],
    ['10.9.0.0', 'DENIED_OUT'],
  ])('%s: nobody answers for a whole subnet', (target, disposition) => {
    expect(ping(simulation, 'pc', target)).toMatchObject({
      reached: false,
      disposition,
      echoes: [{ reply: null }, {}, {}, {}],
    });
    expect(ping(simulation, 'pc', target).silence?.text).toContain(target);
  });
});

describe('TTL', () => {
  test('after look-up a router without a route says so at once', () => {
    expect(hopsOf(simulation, 'pc', '10.77.0.1')).toEqual(['10.0.0.1']);
  });

  test('before look-up TTL runs out first, then come unreachable or silence', () => {
    const first = simulationOf(chain({ r1: 'ttlCheck: before-lookup' }));
    const replies = (target: string): unknown[] =>
      tracert(first, 'pc', `-h 3 ${target}`).hops.map((hop) => hop.reply);
    expect(replies('10.77.0.1')).toEqual(['time-exceeded', 'net-unreachable']);
    expect(replies('10.66.0.1')).toEqual(['time-exceeded', null, null]);
  });
});

describe('silence has its reason', () => {
  test.each([
    ['does-not-answer', chain({ r1: '' }).replace('icmp: { delay: 0 ms }', 'icmp: off'), 1],
    ['no-route-back', chain().replace('{ prefix: 10.0.0.0/24, via: 10.0.12.1 }, ', ''), 2],
    [
      'probe-lost',
      chain({ r2: '' }).replace('via: 10.0.12.2 }, { prefix: 10.66', 'via: discard }, { prefix: 10.66'),
      1,
    ],
    [
      'reverse-path-check',
      chain()
        .replace('e1: 10.0.12.1/30', 'e1: { address: 10.0.12.1/30, reversePathCheck: true }')
        .replace('{ prefix: 10.9.0.0/24, via: 10.0.12.2 }', '{ prefix: 0.0.0.0/0, via: 10.0.12.2 }'),
      3,
    ],
  ] as const)('%s', (reason, yaml, ttl) => {
    const hop = tracert(simulationOf(yaml), 'pc', '-h 3 10.9.0.10').hops[ttl - 1];
    expect(hop).toMatchObject({ address: null, silence: { reason } });
  });
});

describe('from other nodes', () => {
  test('a router sends from the interface it leaves by', () => {
    expect(tracert(simulation, 'r1', 'server').probe.sourceAddress).toBe('10.0.12.1');
    expect(hopsOf(simulation, 'r1', 'server')).toEqual(['10.0.12.2', '10.9.0.10']);
  });

  test('a host whose gateway is down tells so itself', () => {
    const alone = simulationOf(edited(documentOf(chain()), 'shutdown r1'));
    expect(tracert(alone, 'pc', '10.9.0.10').hops).toMatchObject([
      { address: '10.0.0.10', reply: 'host-unreachable' },
    ]);
  });

  test('a host without a gateway, or unplugged, tells so itself', () => {
    const yaml =
      'hosts: { a: { lan: l, address: 10.0.0.1/24 }, b: { lan: l, address: 10.0.0.2/24 } }\nlans: { l: {} }';
    expect(hopsOf(simulationOf(yaml), 'a', 'b')).toEqual(['10.0.0.2']);
    for (const changed of [simulationOf(yaml), simulationOf(edited(documentOf(yaml), 'shutdown l'))])
      expect(tracert(changed, 'a', '10.9.0.1').hops).toMatchObject([
        { address: '10.0.0.1', reply: 'host-unreachable' },
      ]);
  });
});

test('a router without any address forwards, but cannot answer', () => {
  const yaml = `
routers:
  r1: { interfaces: { e0: { address: 10.0.0.1/24, lan: office }, e1: }, static: [{ prefix: 10.9.0.0/24, via: e1 }] }
  r2: { interfaces: { e0: , e1: }, static: [{ prefix: 10.9.0.0/24, via: e1 }, { prefix: 10.0.0.0/24, via: e0 }] }
  r3: { interfaces: { e0: , e1: { address: 10.9.0.1/24, lan: far } }, static: [{ prefix: 10.0.0.0/24, via: e0 }] }
lans: { office: {}, far: {} }
hosts: { pc: { lan: office, address: 10.0.0.10/24 }, server: { lan: far, address: 10.9.0.10/24 } }
links: { l1: { ends: [r1:e1, r2:e0] }, l2: { ends: [r2:e1, r3:e0] } }
`;
  const trace = tracert(simulationOf(yaml), 'pc', 'server');
  expect(trace.hops.map((hop) => hop.address)).toEqual(['10.0.0.1', null, '10.9.0.1', '10.9.0.10']);
  expect(trace.hops[1]?.silence?.text).toBe('r2 has no address to answer from.');
});
