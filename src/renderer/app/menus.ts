/** Context menus: where one opens and on what. Its items are made of the table of commands when it is shown. */
import type { LinkView, NetworkView, NodeView } from '../../shared/network-view';
import type { AppState } from './state';

/** What of a map a gesture is meant for; null: the network as a whole. */
export type MapTarget =
  | { readonly kind: 'node'; readonly node: NodeView }
  | { readonly kind: 'link'; readonly link: LinkView }
  | null;

export type MenuRequest = {
  /** Of the window, px. */
  readonly x: number;
  readonly y: number;
} & (
  | { readonly kind: 'cell' }
  | {
      readonly kind: 'map';
      readonly cellId: string;
      readonly network: NetworkView;
      readonly target: MapTarget;
    }
);

/** A gesture on a map that needs to know more before it can be written. */
export interface MapForm {
  readonly cellId: string;
  readonly network: NetworkView;
  readonly form:
    | { readonly kind: 'latency'; readonly link: LinkView }
    | { readonly kind: 'host'; readonly lan: string | null }
    | { readonly kind: 'router' }
    | { readonly kind: 'link'; readonly from: string };
}

export function openMenu(state: AppState, menu: MenuRequest): AppState {
  return { ...state, menu };
}

export function closeMenu(state: AppState): AppState {
  return state.menu === null ? state : { ...state, menu: null };
}
