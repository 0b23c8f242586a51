/** Words of the tables that results are shown as. */
import type { CheckResult, HopVerdict, ObservedRouteRow, PairChange } from '../results';

const changes: Readonly<Record<PairChange, string>> = {
  lost: 'lost',
  gained: 'gained',
  longer: 'longer',
  changed: 'another way',
};

const verdicts: Readonly<Record<HopVerdict, string>> = {
  same: 'same',
  time: 'other time',
  'other-path': 'other equal path',
  'other-address': 'other address',
  silent: 'silent, answers in the model',
  answers: 'answers, silent in the model',
  missing: 'missing',
  surplus: 'not in the model',
};

const routeVerdicts: Readonly<Record<ObservedRouteRow['verdict'], string>> = {
  same: 'same',
  'other-next-hop': 'other next hop',
  missing: 'missing',
  surplus: 'not in the model',
};

export const tableStrings = {
  asTable: 'As a table',
  pairs: (n: number) => (n === 1 ? '1 pair' : `${n} pairs`),
  pair: (from: string, to: string) => `${from} to ${to}`,
  none: '–',
  milliseconds: (ms: number) => (ms < 1 ? '<1 ms' : `${Math.floor(ms)} ms`),
  hops: (n: number) => (n === 1 ? '1 hop' : `${n} hops`),

  failures: {
    caption: (each: string) => `Each ${each} failed alone`,
    columns: ['Failed', 'Lost', 'Gained', 'Another way', 'Longer'],
    doubles: 'Two together, and what they lose beyond each alone',
    doubleColumns: ['Failed', 'Lost'],
    both: (one: string, two: string) => `${one} and ${two}`,
  },

  check: {
    caption: (check: CheckResult['check']) => `Findings of check ${check}`,
    columns: ['At', 'Example', 'Flows', 'What'],
    remedy: 'What mends it:',
  },

  compare: {
    caption: (before: string, after: string) => `What differs between ${before} and ${after}`,
    columns: (before: string, after: string) => ['Pair', 'Change', before, after, 'First hop', 'Why'],
    changes,
    back: (hop: number) => `${hop}, on the way back`,
  },

  effective: {
    caption: (node: string) => `Effective routes of ${node}`,
    columns: ['Name', 'State', 'Source', 'Address prefix', 'Next hop type', 'Next hop IP', 'Why'],
  },

  bgp: {
    caption: (node: string) => `BGP table of ${node}`,
    circuit: (circuit: string, path: string) => `Routes of ${circuit}, ${path} path`,
    columns: ['Network', 'Status', 'Next hop', 'MED', 'Local preference', 'Weight', 'AS path', 'From', 'Why'],
    own: 'this node',
  },

  reach: {
    caption: 'All pairs of hosts',
    columns: ['From', 'To', 'Disposition', 'Hops', 'Round trip', 'Lost at'],
  },

  bottleneck: {
    caption: (from: string, to: string) => `Bandwidth on the path from ${from} to ${to}`,
    columns: ['Element', 'What', 'Bandwidth'],
    unknown: 'unknown',
  },

  ospf: {
    neighbors: (node: string) => `OSPF neighbours of ${node}`,
    neighborColumns: ['Router ID', 'Router', 'Address', 'Interface', 'Area'],
    interfaces: (node: string) => `OSPF interfaces of ${node}`,
    interfaceColumns: ['Interface', 'Address', 'Area', 'Cost', 'State'],
    states: { up: 'up', passive: 'passive', down: 'down' },
    routers: (node: string) => `Routers that ${node} reaches by OSPF`,
    routerColumns: ['Router ID', 'Router', 'Area', 'Cost', 'Roles', 'Next hop'],
    border: 'ABR',
    boundary: 'ASBR',
  },

  stability: {
    caption: 'Outcomes of BGP',
    columns: ['Prefix', 'Outcome', 'Router', 'Route from', 'AS path', 'Local preference'],
    own: 'its own',
    noRoute: 'no route',
    sessions: 'sessions',
    never: 'never rests',
  },

  observed: {
    trace: (tool: string, from: string, to: string) => `${tool} from ${from} to ${to}, observed and modelled`,
    ping: (from: string, to: string) => `ping from ${from} to ${to}, observed and modelled`,
    routes: (node: string) => `Effective routes of ${node}, observed and modelled`,
    hopColumns: ['Hop', 'Observed', 'Model', 'Verdict', 'Why'],
    pingColumns: ['Where', 'Answer', 'Round trip', 'TTL'],
    routeColumns: ['Address prefix', 'State', 'Observed', 'Model', 'Verdict', 'Why'],
    same: (same: number, all: number) => `${same} of ${all} as in the model`,
    asModel: 'As in the model',
    silent: '*',
    observed: 'Observed',
    model: 'Model',
    verdicts,
    routeVerdicts,
    onlyObserved: 'The output reaches the target, the model does not.',
    onlyModel: 'The output does not reach the target, the model does.',
  },
} as const;
