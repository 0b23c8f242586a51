/**
 * A map that takes gestures: a right click or the key for menus on a part of it, Enter on a part with the keyboard, and
 * nodes that are dragged.
 */
import { useCallback, type JSX, type KeyboardEvent, type MouseEvent } from 'react';
import type { NetworkView } from '../../shared/network-view';
import { openMenu, type MapTarget } from '../app/menus';
import { useApp, useStore } from '../app/store';
import { useServices } from '../app/api';
import { NetworkMap } from '../diagrams/NetworkMap';
import type { MapOverlay } from '../diagrams/map/overlay';
import { carryOut } from './carry-out';

interface Props {
  readonly cellId: string;
  readonly view: NetworkView;
  readonly marks: MapOverlay;
}

/** What of the network an element of its picture stands for. */
function targetOf(element: EventTarget, view: NetworkView): MapTarget {
  const part = element instanceof Element ? element.closest('[data-node], [data-link]') : null;
  const node = view.nodes.find(({ name }) => name === part?.getAttribute('data-node'));
  if (node !== undefined) return { kind: 'node', node };
  const link = view.links.find(({ name }) => name === part?.getAttribute('data-link'));
  return link === undefined ? null : { kind: 'link', link };
}

export function GestureMap({ cellId, view, marks }: Props): JSX.Element {
  const store = useStore();
  const { api } = useServices();
  const readOnly = useApp((state) => state.notebook.readOnly);
  const place = useCallback(
    (name: string, position: readonly [number, number]) =>
      void carryOut(store, api, cellId, { kind: 'position', name, position }, view),
    [store, api, cellId, view],
  );
  if (readOnly) return <NetworkMap view={view} marks={marks} />;

  function open(event: MouseEvent | KeyboardEvent, x: number, y: number): void {
    event.preventDefault();
    event.stopPropagation();
    const target = targetOf(event.target, view);
    store.update((state) => openMenu(state, { kind: 'map', x, y, cellId, network: view, target }));
  }

  function onContextMenu(event: MouseEvent): void {
    const { target } = event;
    if (!(target instanceof SVGElement || target instanceof HTMLCanvasElement)) return;
    // The key for menus tells no place: then it opens at the part.
    const box = target.getBoundingClientRect();
    const keyboard = event.button !== 2 && event.detail === 0;
    open(event, keyboard ? box.left + box.width / 2 : event.clientX, keyboard ? box.bottom : event.clientY);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.target instanceof SVGElement)) return;
    const box = event.target.getBoundingClientRect();
    open(event, box.left + box.width / 2, box.bottom);
  }

  return (
    <div onContextMenu={onContextMenu} onKeyDown={onKeyDown}>
      <NetworkMap view={view} place={place} marks={marks} />
    </div>
  );
}
