/**
 * BGP's routes by which next hops are reached: those of routes heard by BGP, and of static ones. A round of the
 * control plane leans on what the round before found.
 */
import type { Address } from '../address';
import { RouteTable, type Route } from './route';

export class Leanings {
  private readonly leanedOn = new Map<number, RouteTable>();

  routesOf(node: number): Iterable<Route> {
    return this.leanedOn.get(node)?.values() ?? [];
  }

  /** The route that leads to a next hop; no route is reached by itself (RFC 4271 section 9.1.2.1). */
  towards(node: number, nextHop: Address): Route | undefined {
    return this.leanedOn.get(node)?.match(nextHop, ({ bgp }) => bgp?.nextHop !== nextHop);
  }

  all(): { readonly node: number; readonly route: Route }[] {
    return [...this.leanedOn].flatMap(([node, table]) =>
      [...table.values()].map((route) => ({ node, route })),
    );
  }

  set(node: number, routes: Iterable<Route>): void {
    const table = new RouteTable();
    for (const route of routes) table.set(route);
    this.leanedOn.set(node, table);
  }

  isEmpty(): boolean {
    for (const table of this.leanedOn.values())
      for (const route of table.values()) return route === undefined;
    return true;
  }

  clear(): void {
    this.leanedOn.clear();
  }
}
