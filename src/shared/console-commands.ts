/** The console's commands, for the parser, `help`, completion and hover alike. */
export interface ConsoleOption {
  /** As typed, e.g. `-h`. */
  readonly flag: string;
  /** Name of its value, null for a switch. */
  readonly value: string | null;
  readonly summary: string;
}

export interface ConsoleCommand {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  /** What its arguments are, for completion. */
  readonly arguments: readonly ('target' | 'none')[];
  readonly options: readonly ConsoleOption[];
}

export const CONSOLE_COMMANDS: readonly ConsoleCommand[] = [
  {
    name: 'tracert',
    usage: 'tracert [-d] [-h MAXIMUM_HOPS] [-w TIMEOUT] [-4] TARGET',
    summary: 'Trace the path to a target, hop by hop, as Windows does (ICMP echo).',
    arguments: ['target'],
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
    arguments: ['target'],
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
    arguments: ['target'],
    options: [],
  },
  { name: 'help', usage: 'help', summary: 'List the commands.', arguments: [], options: [] },
];
