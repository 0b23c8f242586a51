/** Names and addresses of a network, as completion and hover look them up. */
import type { InterfaceView, LinkView, NetworkView, NodeView } from '../../shared/network-view';

/** `10.1.0.1` of `10.1.0.1/24`. */
export function bareAddress(address: string): string {
  return address.split('/')[0] ?? address;
}

export interface AddressOwner {
  readonly node: NodeView;
  readonly interface: InterfaceView;
}

export function ownerOf(network: NetworkView, address: string): AddressOwner | null {
  for (const node of network.nodes) {
    for (const each of node.interfaces) {
      if (each.address !== null && bareAddress(each.address) === address) return { node, interface: each };
    }
  }
  return null;
}

/** The address of a node that a command would name: its first. */
export function addressOf(node: NodeView): string | null {
  const first = node.interfaces.find((each) => each.address !== null)?.address ?? null;
  return first === null ? null : bareAddress(first);
}

export function findNode(network: NetworkView, name: string): NodeView | null {
  return network.nodes.find((node) => node.name === name) ?? null;
}

export function findLink(network: NetworkView, name: string): LinkView | null {
  return network.links.find((link) => link.name === name) ?? null;
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** True if the dotted decimal address lies in the prefix `a.b.c.d/n`. */
export function inPrefix(address: string, prefix: string): boolean {
  const [base = '', length = '32'] = prefix.split('/');
  const size = 2 ** (32 - Number(length));
  return Math.floor(numberOf(address) / size) === Math.floor(numberOf(base) / size);
}
