/** OSPF areas: they fit on both ends of a wire, and hang together by the backbone. */
import { strings } from '../../../../shared/strings';
import { formatAddress } from '../../address';
import { writtenPath } from '../contexts';
import { isObject, own, type Json } from '../json';
import type { Ospf, Router } from '../model';
import type { Context } from './context';
import { domainsOf } from './domains';

const said = strings.reasons.topology.ospf;

const BACKBONE = 0;

export function checkOspf(context: Context): void {
  for (const [name, router] of Object.entries(context.topology.routers))
    if (router.ospf !== null) checkAreas(context, name, router, router.ospf);
  const wires = wiresOf(context);
  for (const [first, ...others] of wires)
    if (first !== undefined) for (const other of others) checkWire(context, first, other);
  checkBackbone(context, wires);
}

/** An OSPF interface on a wire. */
interface End {
  readonly router: string;
  readonly interface: string;
  readonly area: number;
  readonly stub: boolean;
}

function areaOf(router: Router, ospf: Ospf, name: string): number {
  return router.interfaces[name]?.ospfArea ?? ospf.area;
}

function isStub(ospf: Ospf, area: number): boolean {
  const type = ospf.areas.find((settings) => settings.area === area)?.type ?? 'normal';
  return type !== 'normal';
}

function checkAreas(context: Context, name: string, router: Router, ospf: Ospf): void {
  const own = new Set(Object.keys(router.interfaces).map((key) => areaOf(router, ospf, key)));
  for (const { area, type } of ospf.areas) {
    const path = ['routers', name, 'ospf', 'areas', keyOf(context, name, area)];
    if (area === BACKBONE && type !== 'normal')
      context.error(path, said.backboneStub, said.onlyOthers, 'key');
    else if (!own.has(area))
      context.warn(path, said.noInterface(name, formatAddress(area)), said.putOne, 'key');
  }
}

/** The area as it is written there: `1` or `0.0.0.1`. */
function keyOf({ input }: Context, name: string, area: number): string {
  const written = writtenPath(['routers', name, 'ospf', 'areas']).reduce<Json>(
    (value, step) => (isObject(value) ? (own(value, String(step)) ?? null) : null),
    input,
  );
  const dotted = formatAddress(area);
  return isObject(written) && Object.hasOwn(written, dotted) ? dotted : String(area);
}

/** OSPF interfaces that hear each other, wire by wire. */
function wiresOf({ topology }: Context): (readonly End[])[] {
  return domainsOf(topology).map(({ members }) =>
    members.flatMap(({ node, path }): End[] => {
      const router = topology.routers[node];
      const name = String(path[3]);
      if (path[0] !== 'routers' || router === undefined || router.ospf === null) return [];
      const { ospf } = router;
      const takesPart = ospf.interfaces === null || ospf.interfaces.includes(name);
      if (!takesPart || router.interfaces[name]?.ospfPassive === true) return [];
      const area = areaOf(router, ospf, name);
      return [{ router: node, interface: name, area, stub: isStub(ospf, area) }];
    }),
  );
}

/** RFC 2328 section 8.2: hellos of another area are dropped; section 10.5: so are those with another E-bit. */
function checkWire(context: Context, a: End, b: End): void {
  const path = ['routers', b.router, 'interfaces', b.interface];
  const [here, there] = [`${b.router}:${b.interface}`, `${a.router}:${a.interface}`];
  if (a.area !== b.area)
    context.warn(
      path,
      said.otherAreas(here, formatAddress(b.area), there, formatAddress(a.area)),
      said.sameArea,
      'key',
    );
  else if (a.stub !== b.stub)
    context.warn(
      path,
      said.stubOnOne(a.stub ? a.router : b.router, formatAddress(a.area), a.stub ? b.router : a.router),
      said.stubOnBoth,
      'key',
    );
}

/** Routes between areas pass the backbone only (RFC 2328 section 3.1): it has to be one piece that all areas touch. */
function checkBackbone(context: Context, wires: readonly (readonly End[])[]): void {
  const members = membersOf(context);
  const domains = new Groups();
  const pieces = new Groups();
  for (const ends of wires)
    for (const end of ends) {
      const first = ends.find(({ area, stub }) => area === end.area && stub === end.stub) ?? end;
      domains.join(first.router, end.router);
      pieces.join(pieceOf(first), pieceOf(end));
    }
  const inBackbone = new Set(members.filter(({ area }) => area === BACKBONE).map(({ router }) => router));
  const attached = new Set(
    members.filter(({ router }) => inBackbone.has(router)).map((member) => pieces.of(pieceOf(member))),
  );
  const areasOf = new Map<string, Set<number>>();
  for (const { router, area } of members) {
    const domain = domains.of(router);
    areasOf.set(domain, (areasOf.get(domain) ?? new Set()).add(area));
  }
  const told = new Set<string>();
  const backbones = new Map<string, Member>();
  for (const member of members) {
    const { router, area } = member;
    const domain = domains.of(router);
    const piece = pieces.of(pieceOf(member));
    if (told.has(piece)) continue;
    if (area === BACKBONE) {
      const first = backbones.get(domain) ?? member;
      backbones.set(domain, first);
      if (pieces.of(pieceOf(first)) === piece) continue;
      told.add(piece);
      context.warn(
        ['routers', router, 'ospf'],
        said.brokenBackbone(first.router, router),
        said.joinPieces,
        'key',
      );
    } else if ((areasOf.get(domain)?.size ?? 0) > 1 && !attached.has(piece)) {
      told.add(piece);
      context.warn(
        ['routers', router, 'ospf'],
        said.noBorder(formatAddress(area), router),
        said.intoBackbone,
        'key',
      );
    }
  }
}

interface Member {
  readonly router: string;
  readonly area: number;
}

function pieceOf({ router, area }: Member): string {
  return `${area} ${router}`;
}

/** Every router in each of its areas. */
function membersOf({ topology }: Context): Member[] {
  return Object.entries(topology.routers).flatMap(([name, router]) => {
    const { ospf } = router;
    if (ospf === null) return [];
    const names = ospf.interfaces ?? Object.keys(router.interfaces);
    const areas = names
      .filter((key) => router.interfaces[key]?.address != null)
      .map((key) => areaOf(router, ospf, key));
    return [...new Set(areas)].map((area) => ({ router: name, area }));
  });
}

/** Which things are joined, directly or by others; each group is named by its first member. */
class Groups {
  private readonly parent = new Map<string, string>();

  of(member: string): string {
    let root = member;
    for (let next = this.parent.get(root); next !== undefined; next = this.parent.get(root)) root = next;
    if (root !== member) this.parent.set(member, root);
    return root;
  }

  join(a: string, b: string): void {
    const [first, second] = [this.of(a), this.of(b)];
    if (first !== second) this.parent.set(second, first);
  }
}
