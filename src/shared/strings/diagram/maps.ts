/** Words of the map and of what is told on it. */

export const mapTexts = {
  name: (nodes: number, links: number): string =>
    `Network map, ${nodes === 1 ? '1 node' : `${nodes} nodes`}, ${links === 1 ? '1 link' : `${links} links`}`,
  links: 'Links',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit the whole network',
  fitShort: 'Fit',
  search: 'Search the map',
  found: (count: number): string => (count === 1 ? '1 found' : `${count} found`),
  focusOn: (name: string): string => `Show only around ${name}`,
  showAll: 'Show all',
  areas: 'Areas',
  empty: 'No nodes in this network yet.',
  tooLarge: (nodes: number, most: number): string =>
    `The map is not drawn: the network has ${nodes} nodes, and more than ${most} could not be told apart here. The table has everything.`,
  down: 'down',
  up: 'up',
  inferred: 'Assumed, not published',
  asn: (asn: number): string => `AS ${asn}`,
  nodeName: (node: string, kind: string, down: boolean): string => `${node}, ${kind}${down ? ', down' : ''}`,
  interface: (name: string, address: string | null, up: boolean): string =>
    `${name}${address === null ? '' : ` ${address}`}${up ? '' : ' (down)'}`,
  linkName: (kind: string, name: string, path: string | null, down: boolean): string =>
    `${kind} ${name}${path === null ? '' : `, ${path}`}${down ? ', down' : ''}`,
  between: (ends: readonly string[]): string => ends.join(' – '),
  latency: (ms: number): string => `One way ${ms} ms`,
  bandwidth: (bits: number): string =>
    bits >= 1e9 ? `${bits / 1e9} Gbit/s` : bits >= 1e6 ? `${bits / 1e6} Mbit/s` : `${bits} bit/s`,
  pathShort: { primary: 'primary', secondary: 'secondary' },
  path: { primary: 'Primary path', secondary: 'Secondary path' },
  areaName: (kind: string, name: string): string => `${kind} ${name}`,
  folded: 'folded',
  inside: (count: number): string => (count === 1 ? '1 node' : `${count} nodes`),
  more: (count: number): string => `and ${count} more`,
  edited: {
    one: (edit: string): string => `The network after ${edit}`,
    many: (count: number): string => `The network after ${count} edits`,
    sentence: (summary: string): string => `${summary}.`,
    more: (count: number): string => `And ${count} more.`,
    marked: (nodes: readonly string[]): string => `Ringed: ${nodes.join(', ')}.`,
  },
  subnet: (name: string, prefix: string): string => `${name} ${prefix}`,
  legend: {
    link: 'link',
    lan: 'LAN',
    vnet: 'VNet',
    peering: 'VNet peering',
    tunnel: 'VPN tunnel',
    expressroute: 'ExpressRoute',
    secondary: 'ExpressRoute, secondary',
    down: 'down',
  },
  columns: ['Name', 'Kind', 'In', 'State', 'Addresses'],
  linkColumns: ['Link', 'Kind', 'Between', 'State'],
};

export const perspectiveTexts = {
  name: (table: string): string => `The network as ${table} knows it`,
  title: (table: string): string => `The network as ${table} knows it`,
  count: (known: number, all: number, unknown: readonly string[]): string =>
    all === 0
      ? 'There is no prefix to know: no host has a subnet here, and BGP carries nothing.'
      : `It knows ${known} of ${all} prefixes${unknown.length === 0 ? '' : `, but not ${unknown.join(', ')}`}.`,
  way: 'the way an announcement came',
  notChosen: 'came this way too, not chosen',
  chosenHead: (prefix: string, area: string | null): string =>
    area === null ? `${prefix}:` : `${prefix} (${area}):`,
  chosen: (from: string, left: readonly string[], reason: string): string =>
    `Taken from ${from}, though ${left.join(', ')} announced it too: ${reason}.`,
  notTaken: (from: string, left: readonly string[], reason: string): string =>
    `Taken from ${from}; the route from ${left.join(', ')} is ${reason}.`,
  unknown: 'not known',
  unknownHead: (prefix: string, area: string | null): string =>
    area === null ? `${prefix} is not known:` : `${prefix} (${area}) is not known:`,
  unknownPrefix: (prefix: string): string => `${prefix} not known`,
  knownPath: (prefix: string, path: readonly number[]): string => `${prefix} by AS ${path.join(' ')}`,
  knownBy: (prefix: string, source: string): string => `${prefix} by ${source}`,
  notSeen: (address: string): string => `No route to ${address}`,
  seenBy: (prefix: string): string => `Known by ${prefix}`,
  columns: ['Prefix', 'In', 'By', 'AS path', 'Way of the announcement', 'Reason'],
};

export const announcementsTexts = {
  fullStop: '.',
  name: (prefix: string): string => `How ${prefix} spreads`,
  title: (prefix: string): string => `How ${prefix} spreads`,
  step: (at: number, last: number): string => {
    if (at > 0) return `Step ${at} of ${last}.`;
    if (last === 0) return 'Where it comes from; it goes no further.';
    return `Where it comes from (then ${last} ${last === 1 ? 'step' : 'steps'}).`;
  },
  without: (nodes: readonly string[]): string => `Without it in the end: ${nodes.join(', ')}.`,
  tones: { good: 'chosen', lost: 'heard, not chosen', bad: 'refused' },
  earlier: 'in an earlier step',
  outcomes: {
    origin: 'its origin',
    best: 'chosen',
    multipath: 'chosen too',
    lost: 'not chosen',
    refused: 'refused',
    'not-told': 'not told',
  },
  protocols: { own: 'own', bgp: 'BGP', ospf: 'OSPF', azure: 'Azure' },
  path: (path: readonly number[]): string => `AS path ${path.join(' ')};`,
  columns: ['Step', 'From', 'To', 'Protocol', 'Outcome', 'AS path', 'Reason and policies'],
};

export const differenceTexts = {
  name: (before: string, after: string): string => `What changes from ${before} to ${after}`,
  title: (from: string, to: string, change: string, at: number, count: number): string =>
    `${from} → ${to}: ${change} (${at} of ${count})`,
  none: (before: string, after: string): string => `Nothing changes from ${before} to ${after}`,
  reaching: (before: string, a: number, after: string, b: number, pairs: number): string =>
    `Of ${pairs} pairs of hosts ${a} reach each other in ${before} and ${b} in ${after}.`,
  changes: { lost: 'lost', gained: 'gained', longer: 'longer', changed: 'another way' },
  arrives: (nodes: string, hops: number, time: string): string =>
    `${nodes}, ${hops === 1 ? '1 hop' : `${hops} hops`}, ${time}`,
  lost: (nodes: string, why: string, at: string | null): string =>
    `${nodes}, ${why}${at === null ? '' : ` at ${at}`}`,
  lostHere: 'Lost here',
  partsHere: 'The ways part here',
  columns: ['From', 'To', 'Change', 'Before', 'After', 'Why'],
};
