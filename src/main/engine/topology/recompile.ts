/**
 * The network after links, LANs or interfaces of routers went up or down, from the network before: only what hangs on
 * them is made again. Everything else a change can be is left to `compileNetwork`.
 */
import type { Interface, Router, Topology } from './model';
import { interfaceKey, isUp, type Network } from './network';

/** Null where something else changed than what is up. */
export function recompile(before: Network, from: Topology, to: Topology): Network | null {
  if (!sameBut(from, to, ['links', 'lans', 'routers'])) return null;
  // What a tunnel is carried by may be more than its own segment.
  if (before.segments.some(({ underlay }) => underlay !== null)) return null;
  const links = toggled(from.links, to.links, isSameWire);
  const lans = toggled(from.lans, to.lans, isSameWire);
  const routers = toggled(from.routers, to.routers, isSameRouter);
  if (links === null || lans === null || routers === null) return null;
  const segments = before.segments.slice();
  const interfaces = before.interfaces.slice();
  const touched = new Set<number>();
  const enable = (kind: 'link' | 'lan', name: string, enabled: boolean): boolean => {
    const index = before.segments.findIndex((segment) => segment.kind === kind && segment.name === name);
    const segment = before.segments[index];
    if (segment === undefined) return false;
    segments[index] = { ...segment, enabled };
    touched.add(index);
    return true;
  };
  for (const name of links) if (!enable('link', name, to.links[name]?.shutdown !== true)) return null;
  for (const name of lans) {
    const { shutdown = false, site = null } = to.lans[name] ?? {};
    const isSiteUp = site === null || to.sites[site]?.shutdown !== true;
    if (!enable('lan', name, !shutdown && isSiteUp)) return null;
  }
  for (const name of routers) {
    for (const [key, entry] of Object.entries(to.routers[name]?.interfaces ?? {})) {
      if (entry.shutdown === from.routers[name]?.interfaces[key]?.shutdown) continue;
      const index = before.interfaceByName.get(interfaceKey(name, key)) ?? -1;
      const old = before.interfaces[index];
      if (old === undefined) return null;
      const enabled = before.nodes[old.node]?.up === true && !entry.shutdown;
      interfaces[index] = { ...old, enabled };
      if (old.segment === -1) interfaces[index] = { ...old, enabled, up: enabled };
      else touched.add(old.segment);
    }
  }
  const after = { ...before, segments, interfaces };
  for (const index of touched) {
    for (const at of segments[index]?.interfaces ?? []) {
      const entry = interfaces[at];
      if (entry !== undefined) interfaces[at] = { ...entry, up: isUp(after, entry) };
    }
  }
  return after;
}

/** Names of elements that differ in what is shut down; null where they differ in anything else. */
function toggled<E>(
  before: Readonly<Record<string, E>>,
  after: Readonly<Record<string, E>>,
  isSame: (a: E, b: E) => boolean,
): string[] | null {
  if (before === after) return [];
  const names = Object.keys(after);
  const old = Object.keys(before);
  if (names.length !== old.length || names.some((name, at) => name !== old[at])) return null;
  const found: string[] = [];
  for (const name of names) {
    const [then, now] = [before[name], after[name]];
    if (then === now) continue;
    if (then === undefined || now === undefined || !isSame(then, now)) return null;
    found.push(name);
  }
  return found;
}

/** A link or a LAN. */
function isSameWire(a: object, b: object): boolean {
  return sameBut(a, b, ['shutdown']);
}

/** The same but for interfaces that are shut. */
function isSameRouter(a: Router, b: Router): boolean {
  if (!sameBut(a, b, ['interfaces'])) return false;
  const isSame = (one: Interface, other: Interface): boolean => sameBut(one, other, ['shutdown']);
  return toggled(a.interfaces, b.interfaces, isSame) !== null;
}

function sameBut(a: object, b: object, except: readonly string[]): boolean {
  const before = new Map<string, unknown>(Object.entries(a));
  const after = Object.entries(b);
  return (
    after.length === before.size &&
    after.every(([key, value]) => except.includes(key) || (before.has(key) && before.get(key) === value))
  );
}
