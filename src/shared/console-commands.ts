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
 * node's name. `path`: primary or secondary. `hop`: the number of a hop.
 */
export type ConsoleArgumentKind = 'target' | 'node' | 'vm' | 'prefix' | 'circuit' | 'path' | 'hop';

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

export const CONSOLE_COMMANDS: readonly ConsoleCommand[] = [
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
    name: 'show ip route',
    usage: 'show ip route',
    summary: 'Show the routing table of this node, with the routes that lost and why.',
    arguments: [],
    options: [],
  },
  {
    name: 'paths',
    usage: 'paths TARGET',
    summary: 'Show every equal-cost path to a target and the one this flow takes.',
    arguments: [needs('target')],
    options: [],
  },
  {
    name: 'show ip bgp',
    usage: 'show ip bgp [PREFIX]',
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
    usage: 'show ospf',
    summary: 'Show the OSPF interfaces, neighbours and routers of this node, with costs.',
    arguments: [],
    options: [],
  },
  {
    name: 'next-hop',
    usage: 'next-hop [NODE] ADDRESS',
    summary: 'Show where a node sends packets for an address: for a VM as Azure says it.',
    arguments: [may('node'), needs('target')],
    options: [],
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
    name: 'why-silent',
    usage: 'why-silent [SOURCE] TARGET HOP',
    summary: 'Tell why a hop of a trace is silent, and the smallest change that makes it answer.',
    arguments: [may('node'), needs('target'), needs('hop')],
    options: [],
  },
  { name: 'help', usage: 'help', summary: 'List the commands.', arguments: [], options: [] },
];
