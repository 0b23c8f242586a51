/** What an edit did, in a sentence. */

const kinds = {
  vnet: 'VNet',
  routeTable: 'route table',
  nsg: 'NSG',
  globalReach: 'Global Reach',
  routeServer: 'Route Server',
  virtualHub: 'virtual hub',
  peering: 'peering',
  gateway: 'gateway',
  circuit: 'circuit',
  connection: 'connection',
  site: 'site',
  router: 'router',
  lan: 'LAN',
  host: 'host',
  link: 'link',
  msee: 'MSEE',
  'circuit connection': 'circuit connection',
};

type Kind = keyof typeof kinds;

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

export const editReasons = {
  kinds,
  /** As a member of its kind: `a router`, `an MSEE`. */
  aKind: (kind: Kind) => `${kind === 'msee' || kind === 'nsg' ? 'an' : 'a'} ${kinds[kind]}`,
  element: (kind: string, name: string) => `${kind} "${name}"`,
  interface: (name: string) => `interface ${name}`,

  isDownAlready: (label: string) => `${capital(label)} is shut down already`,
  isUpAlready: (label: string) => `${capital(label)} is up already`,
  shutDown: (label: string) => `Shut down ${label}`,
  broughtUp: (label: string) => `Brought up ${label}`,
  announcesAlready: (name: string, prefix: string) => `"${name}" announces ${prefix} already`,
  announces: (name: string, prefix: string) => `"${name}" announces ${prefix}`,
  withdraws: (name: string, prefix: string) => `"${name}" no longer announces ${prefix}`,
  /** `names` is empty where the element itself is set. */
  set: (names: string, label: string, value: string) =>
    `Set ${names === '' ? label : `${names} of ${label}`} to ${value}`,
  unset: (names: string, label: string) => `Unset ${names} of ${label}`,
  customerEnd: (side: 'primary' | 'secondary', circuit: string) => `the ${side} customer end of "${circuit}"`,
  ofSubnet: (kind: string, subnet: string, vnet: string) => `the ${kind} of subnet ${subnet} of "${vnet}"`,
  ofHost: (kind: string, host: string) => `the ${kind} of "${host}"`,
  ofInterface: (kind: string, name: string) => `the ${kind} of ${name}`,
  plug: (name: string) => `the plug of ${name}`,
  secondaryEnd: (connection: string) => `the secondary tunnel end of "${connection}"`,
  added: (label: string) => `Added ${label}`,
  removed: (label: string, company: readonly string[]) =>
    `Removed ${label}${company.length === 0 ? '' : `, and with it ${company.join(', ')}`}`,
};
