/** Removing an element: its links go with it; whoever else refers to it must be changed first. */
import { strings } from '../../../shared/strings';
import type { TopologyDocument } from './document';
import type { Edit, EditStep } from './edit-steps';
import { elementNamed } from './edit-target';
import { LineError, type Word } from './edit-words';
import type { Path } from './json';
import type { Topology } from './model';

const told = strings.reasons.edits;
const said = strings.reasons.editProblems;

interface Company {
  /** What goes with the element: steps and their names for the summary. */
  readonly steps: EditStep[];
  readonly names: string[];
  /** Who keeps it from going. */
  readonly holders: string[];
}

export function removal(document: TopologyDocument, word: Word): Edit {
  const { kind, path } = elementNamed(document, word);
  const name = word.text;
  const { topology } = document;
  const company: Company = { steps: [], names: [], holders: [] };
  switch (kind) {
    case 'router':
    case 'host':
    case 'gateway':
      withNode(topology, name, company);
      break;
    case 'vnet':
      withVNet(topology, name, company);
      break;
    case 'lan':
      withLan(topology, name, company);
      break;
    case 'site':
      for (const section of ['routers', 'lans', 'hosts'] as const)
        for (const [other, element] of Object.entries(document.topology[section]))
          // A host takes the site of its LAN; the LAN is named then.
          if (element.site === name && !('lan' in element && element.lan !== null))
            company.holders.push(other);
      break;
    case 'msee':
      withMsee(topology, word, path, company);
      break;
    case 'routeTable':
    case 'nsg':
      withoutMention(topology, name, kind, company);
      break;
    case 'virtualHub':
      for (const [gateway, { vnet }] of Object.entries(topology.gateways))
        if (vnet === name) company.holders.push(gateway);
      break;
    case 'circuit':
      for (const [reach, { circuits }] of Object.entries(topology.globalReach))
        if (circuits.includes(name))
          goes(company, ['globalReach', reach], told.element(told.kinds.globalReach, reach));
      for (const [connection, { underlay }] of Object.entries(topology.connections))
        if (underlay === name) company.holders.push(connection);
      break;
    case 'globalReach':
    case 'routeServer':
    case 'peering':
    case 'connection':
    case 'circuit connection':
    case 'link':
      break;
  }
  if (company.holders.length > 0) {
    const shown = company.holders.slice(0, 8);
    throw new LineError(said.needed(name, shown), word, said.changeFirst);
  }
  return {
    summary: told.removed(told.element(told.kinds[kind], name), company.names),
    steps: [...company.steps, { type: 'delete', path }],
  };
}

function goes(company: Company, path: Path, label: string): void {
  company.steps.push({ type: 'delete', path });
  company.names.push(label);
}

function withNode(topology: Topology, name: string, company: Company): void {
  for (const [link, { ends }] of Object.entries(topology.links))
    if (ends.some(({ node }) => node === name))
      goes(company, ['links', link], told.element(told.kinds.link, link));
  for (const [connection, { ends }] of Object.entries(topology.connections))
    if (ends.some(({ node }) => node === name))
      goes(company, ['connections', connection], told.element(told.kinds.connection, connection));
  for (const [key, circuit] of Object.entries(topology.circuits)) {
    for (const side of ['primary', 'secondary'] as const)
      if (circuit[side]?.customer?.node === name)
        goes(company, ['circuits', key, side, 'customer'], told.customerEnd(side, key));
    for (const [connection, { gateway }] of Object.entries(circuit.connections))
      if (gateway === name)
        goes(
          company,
          ['circuits', key, 'connections', connection],
          told.element(told.kinds['circuit connection'], connection),
        );
  }
}

function withVNet(topology: Topology, name: string, company: Company): void {
  for (const [hub, { vnets }] of Object.entries(topology.virtualHubs))
    if (vnets.includes(name)) company.holders.push(hub);
  for (const section of ['hosts', 'gateways', 'routeServers'] as const)
    for (const [other, element] of Object.entries(topology[section]))
      if (element.vnet === name) company.holders.push(other);
  for (const [router, { interfaces }] of Object.entries(topology.routers))
    if (Object.values(interfaces).some(({ vnet }) => vnet === name)) company.holders.push(router);
  for (const [peering, { ends }] of Object.entries(topology.peerings))
    if (ends.some(({ vnet }) => vnet === name) && !peering.includes('/'))
      goes(company, ['peerings', peering], told.element(told.kinds.peering, peering));
}

/** Subnets and NICs do without a route table or an NSG. */
function withoutMention(topology: Topology, name: string, key: 'routeTable' | 'nsg', company: Company): void {
  const kind = told.kinds[key];
  for (const [vnet, { subnets }] of Object.entries(topology.vnets))
    for (const [subnet, entry] of Object.entries(subnets))
      if (entry[key] === name)
        goes(company, ['vnets', vnet, 'subnets', subnet, key], told.ofSubnet(kind, subnet, vnet));
  if (key === 'routeTable') return;
  for (const [host, { nsg }] of Object.entries(topology.hosts))
    if (nsg === name) goes(company, ['hosts', host, key], told.ofHost(kind, host));
  for (const [router, { interfaces }] of Object.entries(topology.routers))
    for (const [label, { nsg }] of Object.entries(interfaces))
      if (nsg === name)
        goes(
          company,
          ['routers', router, 'interfaces', label, key],
          told.ofInterface(kind, `${router}:${label}`),
        );
}

function withLan(topology: Topology, name: string, company: Company): void {
  for (const [host, { lan }] of Object.entries(topology.hosts)) if (lan === name) company.holders.push(host);
  for (const [router, { interfaces }] of Object.entries(topology.routers))
    for (const [key, { lan }] of Object.entries(interfaces))
      if (lan === name)
        goes(company, ['routers', router, 'interfaces', key, 'lan'], told.plug(`${router}:${key}`));
}

/** A circuit can do without its secondary path, not without its primary. */
function withMsee(topology: Topology, word: Word, path: Path, company: Company): void {
  const circuit = String(path[1]);
  if (path[2] === 'primary')
    throw new LineError(said.primaryMsee(word.text, circuit), word, said.shutOrRemove(circuit));
  for (const [key, { secondary }] of Object.entries(topology.circuits[circuit]?.connections ?? {}))
    if (secondary !== null)
      goes(company, ['circuits', circuit, 'connections', key, 'secondary'], told.secondaryEnd(key));
}
