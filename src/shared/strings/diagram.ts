/** Texts of the path diagram and the network map. */
import type { Disposition, LinkKind, NodeKind, ReplyKind, RouteSource, SilenceReason } from '../results';

const nodeKinds: Readonly<Record<NodeKind | 'lan', string>> = {
  host: 'Host',
  router: 'Router',
  vnet: 'VNet fabric',
  'vpn-gateway': 'VPN gateway',
  'er-gateway': 'ExpressRoute gateway',
  'route-server': 'Route Server',
  msee: 'Microsoft edge router (MSEE)',
  internet: 'Internet',
  lan: 'LAN',
};

const linkKinds: Readonly<Record<LinkKind, string>> = {
  link: 'Link',
  lan: 'LAN',
  vnet: 'VNet fabric',
  peering: 'VNet peering',
  tunnel: 'VPN tunnel',
  expressroute: 'ExpressRoute',
  'private-peering': 'Private peering',
  'global-reach': 'Global Reach',
};

const areaKinds: Readonly<Record<'vnet' | 'site' | 'circuit', string>> = {
  vnet: 'VNet',
  site: 'Site',
  circuit: 'Circuit',
};

const silences: Readonly<Record<SilenceReason, string>> = {
  'no-route-back': 'no route back',
  'link-down': 'link down',
  'reverse-path-check': 'reply filtered',
  'security-rule': 'stopped by a security rule',
  'does-not-answer': 'never answers',
  'too-late': 'answers too late',
  'ttl-used-up': 'TTL of the answer used up',
  'probe-lost': 'probe lost',
};

const dispositions: Readonly<Record<Disposition, string>> = {
  ACCEPTED: 'accepted',
  DELIVERED_TO_SUBNET: 'sent to a whole subnet, where nobody answers',
  EXITS_NETWORK: 'left the network',
  DENIED_IN: 'refused on the way in',
  DENIED_OUT: 'refused on the way out',
  NO_ROUTE: 'no route',
  NULL_ROUTED: 'discarded by a route',
  NEIGHBOR_UNREACHABLE: 'the next hop cannot be reached',
  LOOP: 'going round in a loop',
  INSUFFICIENT_INFO: 'too little is known',
  TTL_EXCEEDED: 'TTL used up',
  REPLY_FILTERED: 'the reply is lost on its way back',
};

const replies: Readonly<Record<ReplyKind, string>> = {
  'time-exceeded': 'TTL exceeded in transit',
  'echo-reply': 'echo reply',
  'net-unreachable': 'destination net unreachable',
  'host-unreachable': 'destination host unreachable',
};

const sources: Readonly<Record<RouteSource, string>> = {
  connected: 'connected',
  static: 'static',
  ospf: 'OSPF',
  ebgp: 'BGP',
  ibgp: 'internal BGP',
  aggregate: 'BGP aggregate',
  user: 'user-defined route',
  vnet: 'VNet',
  peering: 'VNet peering',
  system: 'system route',
  expressroute: 'ExpressRoute',
  vpn: 'VPN',
  'route-server': 'Route Server',
  'virtual-hub': 'virtual hub',
};

const hops = (count: number): string => (count === 1 ? '1 hop' : `${count} hops`);
const ttls = (from: number, to: number): string => (from === to ? `${from}` : `${from}–${to}`);

export const diagramStrings = {
  /** One after the other in one line. */
  sentences: (all: readonly string[]) => all.join(' '),
  nodeKinds,
  linkKinds,
  areaKinds,
  silences,
  dispositions,
  replies,
  sources,

  showAsTable: 'Show as table',
  showMoreRows: (step: number, left: number): string =>
    left <= step ? `Show the last ${left} rows` : `Show ${step} more of ${left} rows`,

  path: {
    name: (from: string, to: string): string => `Path from ${from} to ${to}`,
    title: (from: string, to: string): string => `${from} → ${to}`,
    target: (address: string, name: string | null): string =>
      name === null || name === address ? address : `${name} (${address})`,
    reached: (count: number): string => `Reached in ${hops(count)}`,
    reachedSilently: 'The probe arrives, but no answer comes back',
    reachedTooLate: 'The probe arrives, but its answer comes too late',
    lost: (where: string, why: string): string => `Lost at ${where}: ${why}`,
    notForwarded: 'not passed on',
    stopped: (count: number): string => `Stopped after ${hops(count)}`,
    stoppedShort: (target: string, away: number, most: number): string =>
      `${target} is ${hops(away)} away, and this trace goes no further than ${most}.`,
    travels: (way: string): string => `By ${way}.`,
    travelsBoth: (way: string): string => `There and back by ${way}.`,
    travelsApart: (there: string, back: string): string => `There by ${there}; back by ${back}.`,
    crosses: (all: readonly string[]): string => all.join(', then '),
    circuitSide: (circuit: string, side: string | null): string =>
      side === null ? circuit : `${circuit} (${side})`,
    crossesNothing: 'links alone',
    roundTrip: (time: string): string => `round trip ${time}`,
    pathOf: (index: number, count: number): string => `Path ${index} of ${count}`,
    silentAt: (first: number, last: number, node: string | null): string =>
      `${first === last ? `Hop ${first}` : `Hops ${first} to ${last}`}${node === null ? '' : `, ${node}`}:`,
    passed: (nodes: readonly string[]): string => `${nodes.join(', ')}:`,
    passedWhy: (count: number): string =>
      count === 1
        ? 'Passes the packet on without spending TTL, and so is no hop.'
        : 'Pass the packet on without spending TTL, and so are no hops.',
    taken: 'taken by this flow',
    possible: 'possible, not taken by this flow',
    truncated: 'More paths exist; the list was cut.',
    onPaths: (own: number, all: number): string => `On ${own} of ${all} ${all === 1 ? 'path' : 'paths'}`,
    onDrawnPaths: (own: number, all: number): string => `On ${own} of the ${all} paths drawn`,
    silent: (why: string): string => `* ${why}`,
    lostHere: (what: string): string => `${what}: lost here`,
    directions: { there: 'On the way there', back: 'On the way back' },
    bothDirections: 'On the way there and back',
    countPaths: (count: number): string => (count === 1 ? 'One path' : `${count} equal-cost paths`),
    drawnPaths: (count: number): string => `${count} of them are drawn here.`,
    bothTitle: (from: string, to: string): string => `${from} ⇄ ${to}`,
    bothName: (from: string, to: string): string => `Both ways between ${from} and ${to}`,
    waysName: (from: string, to: string): string => `All paths from ${from} to ${to}`,
    waysPart: (there: string, back: string): string =>
      there === back
        ? `The two directions part at ${there}`
        : `The two directions part: at ${there} on the way there, at ${back} on the way back`,
    sameWay: 'Both directions take the same way.',
    legend: {
      taken: 'taken by this flow',
      possible: 'possible',
      there: 'the way there',
      back: 'the way back',
    },
    source: 'source',
    noAnswer: 'no answer',
    notReached: 'not reached',
    notProbed: 'not probed',
    around: 'round the loop again',
    linkDown: 'down',
    hops: (from: number, to: number): string => (from === to ? `hop ${from}` : `hops ${from}–${to}`),
    ttls,
    milliseconds: (ms: number): string => (ms < 1 ? '<1 ms' : `${Math.round(ms)} ms`),
    orBranch: (node: string): string => `or ${node}`,
    moreBranches: (count: number): string => `or ${count} more`,
    scaleTick: (ms: number): string => `${ms} ms`,
    returnOver: (nodes: readonly string[]): string => `The replies come back over ${nodes.join(', ')}.`,
    returnLost: (at: string): string => `The replies are lost on their way back, at ${at}.`,
    scale: (ms: number): string => `${ms} ms: the longer a link takes, the longer it is drawn`,
    returnPath: 'the replies come back this way',
    hopName: (ttl: string, what: string): string => `Hop ${ttl}: ${what}`,
    silentName: (ttl: string, why: string): string => `Hop ${ttl}, silent: ${why}`,
    silentRun: (ttl: string): string => `Hops ${ttl}: no answer`,
    unprobedName: (ttl: string): string => `Hops ${ttl}: not probed`,
    aroundAgain: 'Round the loop again and again',
    aroundName: (ttl: string): string => `Hops ${ttl}: round the loop again`,
    sourceName: (node: string, address: string): string => `Source: ${node}, ${address}`,
    transitName: (node: string, kind: string): string => `${node}: ${kind}, spends no TTL`,
    targetName: (address: string): string => `Target ${address}: not reached`,
    branchName: (node: string): string => `Equal-cost branch not taken: ${node}`,
    returnName: (node: string): string => `On the way back: ${node}`,
    linkName: (kind: string, name: string | null): string => (name === null ? kind : `${kind} ${name}`),
    onSide: (name: string, side: string): string => `${name}, ${side}`,
    downName: (link: string): string => `${link}: failed, the probe is lost here`,
    kindIn: (kind: string, area: string | null): string => (area === null ? kind : `${kind} in ${area}`),
    interface: (name: string): string => `Interface ${name}`,
    hidden: (address: string): string => `Would answer from ${address}`,
    times: (times: string): string => `Round trips: ${times}`,
    answered: (reply: string): string => `Answer: ${reply}`,
    route: (prefix: string, source: string): string => `Route ${prefix} (${source})`,
    ttl: (before: number, after: number): string => `TTL ${before} in, ${after} out`,
    noAnswerTo: 'No probe with this many hops was answered.',
    latency: (ms: string): string => `One way ${ms}`,
    columns: ['Hop', 'Address', 'Device', 'In', 'Round trip', 'Remarks'],
  },

  grid: {
    caption: (from: string, to: string): string => `Hops from ${from} to ${to}`,
    columns: {
      hop: 'Hop',
      name: 'Name',
      type: 'Type',
      address: 'Address',
      nextHop: 'Next hop',
      min: 'Min',
      avg: 'Avg',
      max: 'Max',
      loss: 'Loss',
      status: 'Status',
      issues: 'Issues',
    },
    statuses: {
      source: 'Source',
      reached: 'Reached',
      answers: 'Answers',
      passes: 'No hop',
      unprobed: 'Not probed',
      silent: 'Silent',
      lost: 'Lost',
    },
    time: (ms: number): string => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`,
    percent: (share: number): string => `${Math.round(share * 100)} %`,
    branches: (nodes: readonly string[]): string => `Equal-cost branches not taken: ${nodes.join(', ')}.`,
    sortBy: (column: string): string => `Sort by ${column}`,
    copy: 'Copy table',
    copied: 'Copied',
  },

  latency: {
    name: (from: string, to: string): string => `Round trip by hop from ${from} to ${to}`,
    runName: (network: string, target: string): string => `${target} in ${network}`,
    manyName: (count: number): string => `Round trip by hop of ${count} runs`,
    title: 'Round trip by hop',
    titleFrom: (source: string): string => `Round trip by hop from ${source}`,
    echoTitle: 'Round trip by echo',
    axis: 'ms',
    hop: 'hop',
    echo: 'echo',
    pointName: (run: string, hop: string, time: string): string => `${run}, hop ${hop}: ${time}`,
    range: (min: string, avg: string, max: string): string => `${min} least, ${avg} mean, ${max} greatest`,
    silentPoint: (run: string, hop: string): string => `${run}, hop ${hop}: no answer`,
    loss: (share: string): string => `${share} lost`,
    silentHops: 'no answer at',
    noAnswer: 'no answer',
    columns: ['Run', 'Hop', 'Name', 'Address', 'Min', 'Avg', 'Max', 'Loss'],
  },

  pictures: {
    choose: 'Pictures',
    titles: {
      map: 'Map of the network',
      path: 'Path diagram',
      lengths: 'Path diagram to scale',
      allPaths: 'Diagram of all paths',
      bothWays: 'Diagram of both ways',
      grid: 'Grid of hops',
      latency: 'Latency chart',
      packet: 'Walk of a packet',
      matrix: 'Matrix of all pairs',
      changes: 'Matrix of changes',
      difference: 'Differences on the map',
      perspective: 'Perspective',
      announcements: 'Announcements on the map',
    },
    titled: (title: string, prompt: string): string => `${title}: ${prompt}`,
    path: 'Path',
    lengths: 'Path to scale',
    allPaths: 'All paths',
    somePaths: (drawn: number, all: number): string => `${drawn} of ${all} paths`,
    eachPath: 'Each path',
    bothWays: 'Both ways',
    there: 'There',
    back: 'Back',
    grid: 'Grid',
    latency: 'Latency',
    packet: 'Packet',
    changes: 'Matrix',
    difference: 'Pair by pair',
    perspective: 'Map',
    announcements: 'Spreading',
    scales: { state: 'Outcome', hops: 'Hops', time: 'Round trip' },
    export: 'Export',
    exportAs: { svg: 'SVG', png: 'PNG', pdf: 'PDF' },
    play: 'Play',
    pause: 'Pause',
    first: 'To the first step',
    back1: 'One step back',
    forward: 'One step forward',
    last: 'To the last step',
    slider: 'Step',
    speed: 'Speed',
    withKey: (what: string, key: string): string => `${what} (${key})`,
    speeds: (factor: number): string => `${factor}×`,
    position: (at: number, count: number): string => `${at} of ${count}`,
    opened: (node: string, command: string): string => `${node}> ${command}`,
    close: 'Close',
  },

  matrix: {
    name: 'All pairs of hosts',
    changeName: (before: string, after: string): string =>
      `All pairs of hosts, changes from ${before} to ${after}`,
    title: 'From each host (rows) to each other (columns)',
    changeTitle: (before: string, after: string): string =>
      `From ${before} to ${after}: what changes for each pair`,
    count: (reached: number, all: number): string => `${reached} of ${all} pairs reach each other.`,
    leftOut: (count: number): string => `${count} more hosts are left out.`,
    pairName: (from: string, to: string, what: string): string => `${from} to ${to}: ${what}`,
    hops: (hops: number): string => (hops === 1 ? '1 hop' : `${hops} hops`),
    same: '=',
    unchanged: 'no change',
    lostAt: (node: string): string => `at ${node}`,
    open: 'Opens the path',
    least: (text: string): string => `least: ${text}`,
    most: (text: string): string => `most: ${text}`,
    states: { reached: 'reached', leaves: 'leaves the network', refused: 'refused', lost: 'lost' },
    short: {
      ACCEPTED: 'no answer',
      DELIVERED_TO_SUBNET: 'nobody',
      EXITS_NETWORK: 'leaves',
      DENIED_IN: 'denied',
      DENIED_OUT: 'denied',
      NO_ROUTE: 'no route',
      NULL_ROUTED: 'dropped',
      NEIGHBOR_UNREACHABLE: 'unreachable',
      LOOP: 'loop',
      INSUFFICIENT_INFO: 'unknown',
      TTL_EXCEEDED: 'TTL',
      REPLY_FILTERED: 'reply lost',
    } satisfies Record<Disposition, string>,
    columns: ['From', 'To', 'Outcome', 'Hops', 'Round trip', 'Lost at'],
  },

  packet: {
    stopped: (most: number): string => `The trace goes no further than ${hops(most)}.`,
    name: (from: string, to: string, isAnswered: boolean): string =>
      `One packet from ${from} to ${to}${isAnswered ? ', and its answer' : ''}`,
    ttl: (ttl: number): string => `TTL ${ttl}`,
    at: (direction: string, node: string, kind: string): string => `${direction}, at ${node} (${kind})`,
    ttlSent: (ttl: number): string => `Sent with TTL ${ttl}.`,
    ttlKept: (ttl: number): string => `TTL stays ${ttl}.`,
    ttlSpent: (before: number, after: number): string => `TTL ${before} comes in, ${after} goes on.`,
    noTable: 'No table is asked.',
    table: (prefix: string, source: string, to: string, count: number): string =>
      `${prefix}  ${source}${to === '' ? '' : `  via ${to}`}${count > 1 ? `  (1 of ${count} equal next hops)` : ''}`,
    columns: ['Step', 'Direction', 'At', 'TTL', 'Route', 'What happens'],
  },

  perspective: {
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
  },

  announcements: {
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
  },

  difference: {
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
  },

  map: {
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
    nodeName: (node: string, kind: string, down: boolean): string =>
      `${node}, ${kind}${down ? ', down' : ''}`,
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
  },
};
