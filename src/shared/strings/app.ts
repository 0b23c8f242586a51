/** Every word of the notebook page. Sentences that carry values are functions; a second language fills the same shape. */
import type { CellKind } from '../notebook';
import { editingStrings } from './editing';
import { keepingStrings } from './keeping';
import { ended } from './ended';

/** How a cell stands, as the page tells it: the output's status, or what happens to it now. */
export type CellState = 'empty' | 'fresh' | 'stale' | 'queued' | 'running' | 'failed' | 'error' | 'blocked';

const kinds: Readonly<Record<CellKind, string>> = {
  markdown: 'Markdown',
  topology: 'Topology',
  edit: 'Edit',
  console: 'Console',
  expect: 'Expect',
  scenario: 'Scenario',
  predict: 'Predict',
  observed: 'Observed',
};

const states: Readonly<Record<CellState, string>> = {
  empty: 'Empty',
  fresh: 'Fresh',
  stale: 'Stale',
  queued: 'Queued',
  running: 'Running',
  failed: 'Failed',
  error: 'Error',
  blocked: 'Blocked',
};

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

export const appStrings = {
  kinds,
  states,
  editing: editingStrings,
  keeping: keepingStrings,
  stateHints: {
    empty: 'Nothing to compute here.',
    fresh: 'The results belong to the text above them.',
    stale: 'The text has changed; these are the results from before.',
    queued: 'The results are computed once the cells above are done.',
    running: 'The results are being computed.',
    failed: 'An expectation does not hold, or a prediction is not what happens.',
    error: 'This cell cannot be understood; see the problems below it.',
    blocked: 'A cell above has no usable network; mend that one first.',
  } satisfies Record<CellState, string>,

  page: {
    loading: 'Opening the notebook …',
    label: 'Notebook',
    empty: 'This notebook is empty. Insert a cell to begin.',
    loadFailed: (reason: string) => `The notebook could not be loaded: ${reason}`,
  },

  header: {
    unsaved: 'Unsaved changes',
    saved: 'Saved',
    untitled: 'Not saved yet',
    readOnly: 'Read-only',
    running: 'Computing …',
    cancel: 'Cancel',
    cancelled: 'Computation cancelled',
    crashed: 'Computation stopped',
    allFresh: 'All results fresh',
    nothing: 'Nothing to compute',
    waiting: 'Results stale',
    runAll: 'Run all',
    runAllHint: 'Compute every cell again from nothing',
    failed: (n: number) => count(n, 'cell failed', 'cells failed'),
    errors: (n: number) => count(n, 'cell with errors', 'cells with errors'),
    blocked: (n: number) => count(n, 'cell blocked', 'cells blocked'),
  },

  notice: {
    label: 'Notice',
    dismiss: 'Dismiss',
    applyFailed: (reason: string) =>
      `The last change was not accepted (${reason}). The page shows the notebook as it is kept.`,
    commandFailed: (reason: string) => `That did not work: ${reason}`,
    linkFailed: (reason: string) => `The link was not opened: ${reason}`,
  },

  cell: {
    name: (kind: CellKind, position: number) => `${kinds[kind]} cell ${position}`,
    nameWithState: (kind: CellKind, position: number, state: CellState) =>
      `${kinds[kind]} cell ${position}, ${states[state].toLowerCase()}`,
    blocked: (message: string, hint: string | undefined) =>
      ended(hint === undefined ? message : `${message}: ${hint}`, '.'),
    inRange: (name: string) => `${name}, selected`,
    keys: 'Enter edits this cell, Escape leaves the editor; then Tab moves on. Question mark lists all keys.',
    editor: (kind: CellKind, position: number) =>
      `${kinds[kind]} cell ${position}. Escape leaves the editor, then Tab moves on.`,
    toolbar: (kind: CellKind, position: number) => `Actions on ${kinds[kind].toLowerCase()} cell ${position}`,
    kind: 'Cell type',
    attributes: {
      expect: 'Group',
      scenario: 'Name and start',
      observed: 'Name, source and target',
    },
    attributesHint: {
      expect: 'group, counted by itself',
      scenario: 'NAME from base',
      observed: 'NAME from NODE',
    },
    moveUp: 'Move up',
    moveDown: 'Move down',
    delete: 'Delete cell',
    edit: 'Edit text',
    hints: {
      markdown: '',
      topology: 'The network in YAML: routers, lans, hosts, links …',
      edit: 'One change a line, such as: shutdown r1:eth0',
      console: 'One command a line, such as: alice> tracert bob',
      expect: 'One check a line, such as: alice -> bob reach',
      scenario: 'What is different in this scenario, one change a line, such as: shutdown r1:eth0',
      predict: 'A question to the reader, such as: ask alice -> bob path',
      observed: 'Paste what tracert, traceroute, mtr, ping or an effective route table really said',
    } satisfies Record<CellKind, string>,
    showAllLines: (n: number) => `Show all ${n} lines`,
    emptyText: 'Empty Markdown cell. Press Enter or double-click to write.',
    crashed: 'This cell could not be shown. The notebook itself is unharmed.',
    tryAgain: 'Try again',
    problems: (n: number) => count(n, 'problem', 'problems'),
    moreProblems: (n: number) => `… and ${n} more`,
    position: (line: number, column: number) =>
      line === 0 ? 'In the heading' : `Line ${line}, column ${column}`,
    error: 'Error',
    warning: 'Warning',
  },

  predict: {
    askHops: (source: string, target: string) => `Which hops will a trace from ${source} to ${target} show?`,
    askChoice: (source: string, target: string) => `What becomes of packets from ${source} to ${target}?`,
    hopsHint: 'addresses, * for silence',
    check: 'Check',
    verdicts: { open: 'Not answered yet.', right: 'Right.' },
    wrong: (remark: string) => `Not so: ${remark.toLowerCase()}.`,
    hints: 'Hints',
    hint: (n: number, of: number) => `Hint ${n} of ${of}`,
    reveal: 'Reveal the answer',
    hide: 'Hide the answer',
    solution: 'The answer',
    noneOfThem: 'none of the choices',
  },

  insert: {
    label: (position: number) => `Insert a cell at position ${position}`,
    cell: (kind: CellKind) => `Insert ${kinds[kind].toLowerCase()} cell`,
  },

  markdown: {
    remoteImage: 'Image outside the notebook, not loaded',
    imageAddress: (address: string) => `Address: ${address}`,
    noAlt: 'no description',
    task: (isDone: boolean) => (isDone ? 'Done' : 'To do'),
    showMore: (shown: number, total: number) => `Show more (${Math.floor((100 * shown) / total)} % shown)`,
    deadLink: (address: string) => `Links of this kind are not opened: ${address}`,
  },

  console: {
    terminal: (node: string, command: string) => `Terminal: ${node}> ${command}`,
    copy: 'Copy',
    copyCrlf: 'Copy CRLF',
    copyHint: 'Copy prompt, command and text',
    copyCrlfHint: 'Copy with Windows line ends (CRLF)',
    copied: 'Copied',
    silent: (n: number) => count(n, 'silent hop, and why', 'silent hops, and why'),
    silentHop: (ttl: number, node: string | null) =>
      node === null ? `Hop ${ttl} is silent:` : `Hop ${ttl} (${node}) is silent:`,
    silentHops: (first: number, last: number, node: string | null) =>
      `Hops ${first} to ${last}${node === null ? '' : ` (${node})`} are silent:`,
    unanswered: 'No answer, and why',
    silentEcho: 'No answer:',
    showMore: (step: number, left: number) =>
      left <= step ? `Show the last ${left} results` : `Show ${step} more of ${left} results`,
  },

  inspector: {
    label: (title: string) => `Inspector: ${title}`,
    back: (title: string) => `Back to ${title}`,
    close: 'Close the inspector',
    tables: 'Tables',
    noAnswer: 'No answer: the network has changed since. Click it again.',
    configuration: 'In the topology',
    places: 'In the notebook',
    place: (kind: CellKind, position: number, line: number) =>
      `${kinds[kind]} cell ${position}, line ${line}`,
    in: 'In',
    asn: 'AS',
    state: 'State',
    gone: 'not in this network',
    description: 'Description',
    between: 'Between',
    path: 'Path',
    latency: 'Latency',
    bandwidth: 'Bandwidth',
    region: 'Region',
    prefixes: 'Prefixes',
    members: 'Nodes',
  },

  routes: {
    asTable: 'As a table',
    caption: (node: string) => `Routing table of ${node}`,
    prefix: 'Prefix',
    source: 'Source',
    nextHops: 'Next hops',
    preference: 'Distance / metric',
    bgp: 'BGP',
    learnedFrom: 'From',
    why: 'Why',
    inUse: 'in use',
    lost: 'lost',
    localPreference: (value: number) => `local-pref ${value}`,
    asPath: (path: string) => `path ${path}`,
    actions: {
      forward: 'forward',
      deliver: 'delivered here',
      discard: 'discarded',
      internet: 'to the Internet',
    },
    ospfPaths: {
      'intra-area': 'inside the area',
      'inter-area': 'between areas',
      'external-1': 'external type 1',
      'external-2': 'external type 2',
    },
    sources: {
      connected: 'connected',
      static: 'static',
      ospf: 'OSPF',
      ebgp: 'eBGP',
      ibgp: 'iBGP',
      aggregate: 'BGP aggregate',
      user: 'user-defined',
      vnet: 'VNet',
      peering: 'VNet peering',
      system: 'system',
      expressroute: 'ExpressRoute',
      vpn: 'VPN',
      'route-server': 'Route Server',
      'virtual-hub': 'virtual hub',
    },
  },

  edit: {
    label: 'Edits made',
    line: (line: number) => `Line ${line}`,
  },

  map: {
    label: (kind: CellKind, position: number) =>
      `Map of the network after ${kinds[kind].toLowerCase()} cell ${position}`,
    show: 'Network after these edits',
    scenario: (position: number) => `Map of the network of scenario cell ${position}`,
  },

  expect: {
    label: 'Checks',
    passed: 'Pass',
    failed: 'Fail',
    expected: 'expected',
    actual: 'actual',
    summary: (passed: number, total: number) => `${passed} of ${total} hold`,
  },

  hover: {
    kinds: {
      host: 'host',
      router: 'router',
      vnet: 'virtual network',
      'vpn-gateway': 'VPN gateway',
      'er-gateway': 'ExpressRoute gateway',
      'route-server': 'Route Server',
      msee: 'Microsoft edge router (MSEE)',
      internet: 'Internet',
    },
    areas: { vnet: 'VNet', site: 'site', circuit: 'circuit' },
    links: {
      link: 'link',
      lan: 'LAN',
      vnet: 'VNet fabric',
      peering: 'VNet peering',
      tunnel: 'VPN tunnel',
      expressroute: 'ExpressRoute connection',
      'private-peering': 'private peering',
      'global-reach': 'Global Reach',
    },
    up: 'up',
    down: 'down',
    inferred: 'assumed, not published',
    asn: (asn: number) => `AS ${asn}`,
    interfaceOf: (name: string, node: string) => `Interface ${name} of ${node}`,
    addressOf: (address: string, node: string) => `Address ${address} of ${node}`,
    prefixIn: (address: string, area: string) => `${address} lies in ${area}`,
    oneWay: (ms: number) => `${ms} ms one way`,
    ends: (ends: string) => `between ${ends}`,
    optional: 'option',
    command: 'command',
  },

  announce: {
    cell: (name: string, state: CellState) => `${name}: ${states[state].toLowerCase()}`,
    cells: (n: number) => count(n, 'result updated', 'results updated'),
    attention: (failed: number, errors: number) =>
      [
        failed > 0 ? count(failed, 'cell failed', 'cells failed') : null,
        errors > 0 ? count(errors, 'cell with errors', 'cells with errors') : null,
      ]
        .filter((part) => part !== null)
        .join(', '),
  },
} as const;

export type AppStrings = typeof appStrings;
