/** The sections of a topology: one for each kind of element, in the order of the model. */
import type * as z from 'zod';
import type { Topology } from './model';
import * as schema from './schema';
import * as azureSchema from './schema-azure';

export type SectionName = keyof Topology;

export const SCHEMAS = {
  vnets: azureSchema.vnet,
  routeTables: azureSchema.userRouteTable,
  nsgs: azureSchema.nsg,
  peerings: azureSchema.peering,
  gateways: azureSchema.gateway,
  circuits: azureSchema.circuit,
  globalReach: azureSchema.globalReach,
  routeServers: azureSchema.routeServer,
  virtualHubs: azureSchema.virtualHub,
  connections: azureSchema.connection,
  sites: schema.site,
  routers: schema.router,
  lans: schema.lan,
  hosts: schema.host,
  links: schema.link,
} as const satisfies Readonly<Record<SectionName, z.ZodType>>;

/** Elements as their text alone gives them, before they are seen together. */
export type Drafts = {
  readonly [S in SectionName]: Readonly<Record<string, z.output<(typeof SCHEMAS)[S]>>>;
};

export const SECTION_NAMES = [
  'vnets',
  'routeTables',
  'nsgs',
  'peerings',
  'gateways',
  'circuits',
  'globalReach',
  'routeServers',
  'virtualHubs',
  'connections',
  'sites',
  'routers',
  'lans',
  'hosts',
  'links',
] as const satisfies readonly SectionName[];

/** One element of a section, in words and in `add` commands. */
const SINGULARS = {
  vnets: 'vnet',
  routeTables: 'routeTable',
  nsgs: 'nsg',
  peerings: 'peering',
  gateways: 'gateway',
  circuits: 'circuit',
  globalReach: 'globalReach',
  routeServers: 'routeServer',
  virtualHubs: 'virtualHub',
  connections: 'connection',
  sites: 'site',
  routers: 'router',
  lans: 'lan',
  hosts: 'host',
  links: 'link',
} as const satisfies Readonly<Record<SectionName, string>>;

export type Singular = (typeof SINGULARS)[SectionName];

export function singular(section: SectionName): Singular {
  return SINGULARS[section];
}

export function isSectionName(text: string): text is SectionName {
  return Object.hasOwn(SCHEMAS, text);
}
