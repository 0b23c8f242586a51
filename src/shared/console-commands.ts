/** The console's commands, for the parser, `help`, completion and hover alike. */
export interface ConsoleOption {
  /** As typed, e.g. `-h`. */
  readonly flag: string;
  /** Name of its value, null for a switch. */
  readonly value: string | null;
  readonly summary: string;
}

/**
 * What stands in the place of an argument. `target`: a node or an address. `prefix`: a prefix, an address or a
 * node's name. `path`: primary or secondary. `hop`: the number of a hop. `element`: link, node or interface.
 * `network`, `other-network`: base or a scenario's name. `definition`: a scenario's name and edits.
 */
export type ConsoleArgumentKind =
  | 'target'
  | 'node'
  | 'vm'
  | 'prefix'
  | 'circuit'
  | 'path'
  | 'hop'
  | 'element'
  | 'network'
  | 'other-network'
  | 'definition';

export interface ConsoleArgument {
  readonly kind: ConsoleArgumentKind;
  /** May be left out; a node that is left out is that of the prompt. */
  readonly optional: boolean;
}

export interface ConsoleCommand {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  /** In order; optional ones that are left out are the first. */
  readonly arguments: readonly ConsoleArgument[];
  readonly options: readonly ConsoleOption[];
}

function needs(kind: ConsoleArgumentKind): ConsoleArgument {
  return { kind, optional: false };
}

function may(kind: ConsoleArgumentKind): ConsoleArgument {
  return { kind, optional: true };
}

const FLOW_OPTION = {
  flag: '--flow',
  value: 'FLOW',
  summary: 'Another flow than the default: PROTOCOL[:SOURCE_PORT[:DESTINATION_PORT]], such as tcp:40000:443.',
} as const satisfies ConsoleOption;

const commands = [
  {
    name: 'tracert',
    usage: 'tracert [-d] [-h MAXIMUM_HOPS] [-w TIMEOUT] [-4] TARGET',
    summary: 'Trace the path to a target, hop by hop, as Windows does (ICMP echo).',
    arguments: [needs('target')],
    options: [
      { flag: '-d', value: null, summary: 'Do not resolve addresses to names.' },
      { flag: '-h', value: 'MAXIMUM_HOPS', summary: 'Maximum number of hops, 1 to 255 (30).' },
      { flag: '-w', value: 'TIMEOUT', summary: 'Wait this many ms for each reply (4000).' },
      { flag: '-4', value: null, summary: 'Use IPv4 (always so).' },
    ],
  },
  {
    name: 'ping',
    usage: 'ping [-n COUNT] [-l SIZE] [-i TTL] [-w TIMEOUT] [-4] TARGET',
    summary: 'Send ICMP echo requests to a target and show the answers, as Windows does.',
    arguments: [needs('target')],
    options: [
      { flag: '-n', value: 'COUNT', summary: 'Number of echo requests, 1 to 100 (4).' },
      { flag: '-l', value: 'SIZE', summary: 'Bytes of data, 0 to 65500 (32).' },
      { flag: '-i', value: 'TTL', summary: 'Time to live, 1 to 255 (128).' },
      { flag: '-w', value: 'TIMEOUT', summary: 'Wait this many ms for each reply (4000).' },
      { flag: '-4', value: null, summary: 'Use IPv4 (always so).' },
    ],
  },
  {
    name: 'traceroute',
    usage: 'traceroute [-I] [-n] [-q QUERIES] [-m MAX_TTL] [-w SECONDS] [-p PORT] [-4] TARGET',
    summary: 'Trace the path as Linux does: UDP, each probe a flow of its own over equal-cost paths.',
    arguments: [needs('target')],
    options: [
      { flag: '-I', value: null, summary: 'Use ICMP echo: all probes are one flow.' },
      { flag: '-n', value: null, summary: 'Do not resolve addresses to names.' },
      { flag: '-q', value: 'QUERIES', summary: 'Probes for each hop, 1 to 10 (3).' },
      { flag: '-m', value: 'MAX_TTL', summary: 'Maximum number of hops, 1 to 255 (30).' },
      { flag: '-w', value: 'SECONDS', summary: 'Wait this many seconds for each reply (5).' },
      { flag: '-p', value: 'PORT', summary: 'Port of the first probe; each has the next one (33434).' },
      { flag: '-4', value: null, summary: 'Use IPv4 (always so).' },
    ],
  },
  {
    name: 'pathping',
    usage: 'pathping [-n] [-h MAXIMUM_HOPS] [-q QUERIES] [-p PERIOD] [-w TIMEOUT] [-4] TARGET',
    summary: 'Trace the path, then measure the loss at each hop, as Windows does.',
    arguments: [needs('target')],
    options: [
      { flag: '-n', value: null, summary: 'Do not resolve addresses to names.' },
      { flag: '-h', value: 'MAXIMUM_HOPS', summary: 'Maximum number of hops, 1 to 255 (30).' },
      { flag: '-q', value: 'QUERIES', summary: 'Echoes to each hop, 1 to 100 (100).' },
      { flag: '-p', value: 'PERIOD', summary: 'Wait this many ms between echoes (250).' },
      { flag: '-w', value: 'TIMEOUT', summary: 'Wait this many ms for each reply (3000).' },
      { flag: '-4', value: null, summary: 'Use IPv4 (always so).' },
    ],
  },
  {
    name: 'mtr',
    usage: 'mtr [-r|--report] [-n] [-c COUNT] [-m MAX_TTL] [-4] TARGET',
    summary: "Report loss and times of each hop in mtr's columns.",
    arguments: [needs('target')],
    options: [
      { flag: '-r', value: null, summary: 'Print a report (always so).' },
      { flag: '--report', value: null, summary: 'Print a report (always so).' },
      { flag: '-n', value: null, summary: 'Do not resolve addresses to names.' },
      { flag: '-c', value: 'COUNT', summary: 'Probes for each hop, 1 to 100 (10).' },
      { flag: '-m', value: 'MAX_TTL', summary: 'Maximum number of hops, 1 to 255 (30).' },
      { flag: '-4', value: null, summary: 'Use IPv4 (always so).' },
    ],
  },
  {
    name: 'latency',
    usage: 'latency [--in NETWORK,...] [-c COUNT] TARGET,...',
    summary: 'Lay the round trips by hop to several targets, or in several networks, over each other.',
    arguments: [needs('target')],
    options: [
      {
        flag: '--in',
        value: 'NETWORK,...',
        summary: 'Networks to ask: base (always so), scenarios, or both.',
      },
      { flag: '-c', value: 'COUNT', summary: 'Probes for each hop, 1 to 100 (10).' },
    ],
  },
  {
    name: 'trace',
    usage: 'trace --both [--flow FLOW] [SOURCE] TARGET',
    summary: 'Trace there and back, side by side, and tell where the two ways part and why.',
    arguments: [may('node'), needs('target')],
    options: [{ flag: '--both', value: null, summary: 'Trace both directions (always so).' }, FLOW_OPTION],
  },
  {
    name: 'bottleneck',
    usage: 'bottleneck [--flow FLOW] [SOURCE] TARGET',
    summary: 'Show the smallest bandwidth on the path to a target and what sets it.',
    arguments: [may('node'), needs('target')],
    options: [FLOW_OPTION],
  },
  {
    name: 'reach',
    usage: 'reach',
    summary: 'List all pairs of hosts: disposition, hops, round-trip time.',
    arguments: [],
    options: [],
  },
  {
    name: 'matrix',
    usage: 'matrix [--diff SCENARIO]',
    summary: 'Show all pairs of hosts as a table, sources as rows and targets as columns.',
    arguments: [],
    options: [{ flag: '--diff', value: 'SCENARIO', summary: 'Show what a scenario changes instead.' }],
  },
  {
    name: 'scenario',
    usage: 'scenario NAME from base { EDIT; EDIT }',
    summary: 'Give a name to the network after some edits, to compare with; the network itself stays.',
    arguments: [needs('definition')],
    options: [],
  },
  {
    name: 'compare',
    usage: 'compare A B',
    summary: 'Tell which pairs of hosts differ between two networks (base, scenarios), where and why.',
    arguments: [needs('network'), needs('other-network')],
    options: [],
  },
  {
    name: 'fail each',
    usage: 'fail each link|node|interface [--pairs] [k=2]',
    summary:
      'Fail each element alone and tell which pairs of hosts are lost, gained, changed or take longer.',
    arguments: [needs('element')],
    options: [
      { flag: '--pairs', value: null, summary: 'List the pairs of hosts that each failure touches.' },
      { flag: 'k=1', value: null, summary: 'Fail one element at a time (always so, without k=2).' },
      { flag: 'k=2', value: null, summary: 'Fail every two elements together as well, of the first 32.' },
    ],
  },
  {
    name: 'check asymmetry',
    usage: 'check asymmetry',
    summary: 'Find pairs of hosts whose answers come back another way, and the routes that part them.',
    arguments: [],
    options: [],
  },
  {
    name: 'check blackholes',
    usage: 'check blackholes',
    summary: 'Find where packets between hosts are lost, and by which rule.',
    arguments: [],
    options: [],
  },
  {
    name: 'check limits',
    usage: 'check limits',
    summary: 'Find limits of Azure that are met, and designs that surprise: transit, preference, overlaps.',
    arguments: [],
    options: [],
  },
  {
    name: 'check loops',
    usage: 'check loops',
    summary: 'Find packets that go round in circles.',
    arguments: [],
    options: [],
  },
  {
    name: 'check multipath',
    usage: 'check multipath',
    summary:
      'Find flows between the same hosts that equal-cost paths treat differently, with an example flow.',
    arguments: [],
    options: [],
  },
  {
    name: 'check stability',
    usage: 'check stability',
    summary: 'Find prefixes for which BGP has several stable outcomes, or none, and show them.',
    arguments: [],
    options: [],
  },
  {
    name: 'show ip route',
    usage: 'show ip route [vrf NAME]',
    summary: 'Show the routing table of this node or of a VRF of it, with the routes that lost and why.',
    arguments: [],
    options: [],
  },
  {
    name: 'paths',
    usage: 'paths [--flow FLOW] [SOURCE] TARGET',
    summary: 'Show every equal-cost path to a target and the one this flow takes.',
    arguments: [may('node'), needs('target')],
    options: [FLOW_OPTION],
  },
  {
    name: 'show ip bgp',
    usage: 'show ip bgp [vrf NAME] [PREFIX]',
    summary: 'Show what BGP knows here, or all it knows of one prefix and why it chose.',
    arguments: [may('prefix')],
    options: [],
  },
  {
    name: 'show effective-routes',
    usage: 'show effective-routes [VM]',
    summary: 'Show the effective routes of a VM as Azure lists them.',
    arguments: [may('vm')],
    options: [],
  },
  {
    name: 'show circuit-routes',
    usage: 'show circuit-routes CIRCUIT primary|secondary',
    summary: 'Show the route table of one path of an ExpressRoute circuit.',
    arguments: [needs('circuit'), needs('path')],
    options: [],
  },
  {
    name: 'show ospf',
    usage: 'show ospf [vrf NAME]',
    summary:
      'Show the OSPF areas, interfaces, neighbours and routers of this node, and its routes from afar.',
    arguments: [],
    options: [],
  },
  {
    name: 'next-hop',
    usage: 'next-hop [--flow FLOW] [NODE] ADDRESS',
    summary: 'Show where a node sends packets for an address: for a VM as Azure says it.',
    arguments: [may('node'), needs('target')],
    options: [FLOW_OPTION],
  },
  {
    name: 'why',
    usage: 'why [NODE] PREFIX',
    summary: 'Tell how a route came to a node: its announcements, policies and the decision.',
    arguments: [may('node'), needs('prefix')],
    options: [],
  },
  {
    name: 'why-not',
    usage: 'why-not [NODE] PREFIX',
    summary: 'Tell where a prefix was refused or not announced further, and by which rule.',
    arguments: [may('node'), needs('prefix')],
    options: [],
  },
  {
    name: 'announcements',
    usage: 'announcements PREFIX',
    summary: 'Show a prefix spreading, session by session, with policies, losing routes and refusals.',
    arguments: [needs('prefix')],
    options: [],
  },
  {
    name: 'perspective',
    usage: 'perspective [NODE]',
    summary: 'Show the network as a node sees it: what it knows by which path, and why not the rest.',
    arguments: [may('node')],
    options: [],
  },
  {
    name: 'why-silent',
    usage: 'why-silent [SOURCE] TARGET HOP',
    summary: 'Tell why a hop of a trace is silent, and the smallest change that makes it answer.',
    arguments: [may('node'), needs('target'), needs('hop')],
    options: [],
  },
  { name: 'help', usage: 'help', summary: 'List the commands.', arguments: [], options: [] },
] as const satisfies readonly ConsoleCommand[];

export type ConsoleCommandName = (typeof commands)[number]['name'];

/** What each command and option does, by name and flag: the part of the table that a language has its own of. */
export type ConsoleHelp = {
  readonly [Each in (typeof commands)[number] as Each['name']]: {
    readonly summary: string;
    readonly options: { readonly [Flag in Each['options'][number]['flag']]: string };
  };
};

export const CONSOLE_COMMANDS: readonly (ConsoleCommand & { readonly name: ConsoleCommandName })[] = commands;
