/** What is plugged into what: every interface belongs to at most one link, LAN, circuit or connection. */
import { strings } from '../../../../shared/strings';
import type { Path } from '../json';
import type { EndPoint } from '../model';
import type { Context } from './context';

const said = strings.reasons.topology.wires;

/** A host has one interface; it bears this name at the end of a link. */
export const HOST_INTERFACE = 'eth0';

export function checkAttachments(context: Context): void {
  const plugs = new Plugs(context);
  const { topology } = context;
  for (const [name, router] of Object.entries(topology.routers)) {
    if (router.site !== null) context.refers(['routers', name, 'site'], router.site, ['site']);
    for (const [key, { lan, vnet }] of Object.entries(router.interfaces)) {
      if (vnet !== null)
        plugs.plug({ node: name, interface: key }, said.holders.vnet(vnet), [
          'routers',
          name,
          'interfaces',
          key,
          'vnet',
        ]);
      if (lan === null) continue;
      const path = ['routers', name, 'interfaces', key, 'lan'];
      if (context.refers(path, lan, ['lan']))
        plugs.plug({ node: name, interface: key }, said.holders.lan(lan), path);
    }
  }
  for (const [name, lan] of Object.entries(topology.lans))
    if (lan.site !== null) context.refers(['lans', name, 'site'], lan.site, ['site']);
  for (const [name, link] of Object.entries(topology.links))
    for (const [index, end] of link.ends.entries()) checkLinkEnd(context, plugs, name, index, end);
  for (const [name, circuit] of Object.entries(topology.circuits))
    for (const side of ['primary', 'secondary'] as const) {
      const customer = circuit[side]?.customer ?? null;
      const path = ['circuits', name, side, 'customer'];
      if (
        customer !== null &&
        context.refers(path, customer.node, ['router']) &&
        context.interfaceOf(path, customer)
      )
        plugs.plug(customer, said.holders.circuit(name), path);
    }
  for (const [name, connection] of Object.entries(topology.connections))
    for (const [index, end] of connection.ends.entries()) {
      if (end.interface === null || topology.routers[end.node] === undefined) continue;
      const path = ['connections', name, 'ends', index, 'interface'];
      const tunnel = { node: end.node, interface: end.interface };
      if (context.interfaceOf(path, tunnel)) plugs.plug(tunnel, said.holders.connection(name), path);
    }
}

function checkLinkEnd(context: Context, plugs: Plugs, link: string, index: number, end: EndPoint): void {
  const path = ['links', link, 'ends', index];
  if (!context.refers(path, end.node, ['router', 'host'])) return;
  if (context.topology.hosts[end.node] === undefined) {
    if (context.interfaceOf(path, end)) plugs.plug(end, said.holders.link(link), path);
  } else if (end.interface === HOST_INTERFACE) plugs.plug(end, said.holders.link(link), path);
  else
    context.error(
      path,
      said.hostInterface(end.node, HOST_INTERFACE),
      said.write(`${end.node}:${HOST_INTERFACE}`),
    );
}

class Plugs {
  private readonly holders = new Map<string, string>();

  constructor(private readonly context: Context) {}

  plug(end: EndPoint, holder: string, path: Path): void {
    const key = `${end.node}:${end.interface}`;
    const other = this.holders.get(key);
    if (other === undefined) this.holders.set(key, holder);
    else this.context.error(path, said.plugged(key, other), said.oneHolder);
  }
}
