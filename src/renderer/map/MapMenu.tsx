/** The context menu of a map: what can be changed about a node, a link, or the network. */
import type { JSX } from 'react';
import { closeMenu, type MapForm, type MapTarget, type MenuRequest } from '../app/menus';
import { useServices } from '../app/api';
import { useStore } from '../app/store';
import { words } from '../app/strings';
import { Menu, type MenuItem } from '../ui/Menu';
import { carryOut } from './carry-out';
import type { Gesture } from './gestures';

const text = words.editing.map;
/** What `remove` takes away by name. */
const REMOVABLE = new Set(['host', 'router', 'link', 'lan', 'peering', 'tunnel']);

export function MapMenu({ menu }: { readonly menu: MenuRequest & { readonly kind: 'map' } }): JSX.Element {
  const store = useStore();
  const { target, cellId, network } = menu;
  const { api } = useServices();
  const write = (gesture: Gesture): void => void carryOut(store, api, cellId, gesture, network);
  const ask = (form: MapForm['form']): void =>
    store.update((state) => ({ ...state, mapForm: { form, cellId, network } }));
  return (
    <Menu
      label={text.menu(nameOf(target) ?? text.network)}
      x={menu.x}
      y={menu.y}
      onClose={() => store.update(closeMenu)}
      sections={sectionsOf(target, write, ask)}
    />
  );
}

function nameOf(target: MapTarget): string | null {
  if (target === null) return null;
  return target.kind === 'node' ? target.node.name : target.link.name;
}

function item(id: string, label: string, run: () => void): MenuItem {
  return { id, label, run };
}

function sectionsOf(
  target: MapTarget,
  write: (gesture: Gesture) => void,
  ask: (form: MapForm['form']) => void,
): readonly (readonly MenuItem[])[] {
  const additions = [
    item('host', text.addHost, () => ask({ kind: 'host', lan: null })),
    item('router', text.addRouter, () => ask({ kind: 'router' })),
  ];
  const name = nameOf(target);
  if (target === null || name === null) return [additions];
  const up = target.kind === 'node' ? target.node.up : target.link.up;
  const kind = target.kind === 'node' ? target.node.kind : target.link.kind;
  const { position } = target.kind === 'node' ? target.node : target.link;
  if (kind === 'internet') return [additions];
  return [
    [
      up
        ? item('shutdown', text.shutdown(name), () => write({ kind: 'shutdown', name }))
        : item('no-shutdown', text.noShutdown(name), () => write({ kind: 'no shutdown', name })),
      ...(target.kind === 'link'
        ? [item('latency', text.latency(name), () => ask({ kind: 'latency', link: target.link }))]
        : []),
      ...(position === null
        ? []
        : [item('no-position', text.noPosition(name), () => write({ kind: 'no position', name }))]),
    ],
    [
      ...(kind === 'router'
        ? [item('link', text.addLink(name), () => ask({ kind: 'link', from: name }))]
        : []),
      ...(kind === 'lan'
        ? [item('host-at', text.addHostAt(name), () => ask({ kind: 'host', lan: name }))]
        : []),
      ...additions,
    ],
    REMOVABLE.has(kind) ? [item('remove', text.remove(name), () => write({ kind: 'remove', name }))] : [],
  ];
}
