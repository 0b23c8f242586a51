/** What the rules share: the topology, the names, the list of what was found. */
import { strings } from '../../../../shared/strings';
import { writtenPath } from '../contexts';
import type { Issue } from '../issue';
import type { Json, Path } from '../json';
import type { EndPoint, Interface, Topology } from '../model';
import { aKind, type Kind, type Named } from '../names';
import { suggest } from '../nearest';

const said = strings.reasons.topology.references;

export class Context {
  readonly issues: Issue[] = [];

  constructor(
    readonly input: Json,
    readonly topology: Topology,
    private readonly names: ReadonlyMap<string, Named>,
  ) {}

  error(path: Path, message: string, hint?: string, at: 'key' | 'value' = 'value'): void {
    this.add({ severity: 'error', path, at, message, ...(hint === undefined ? {} : { hint }) });
  }

  warn(path: Path, message: string, hint?: string, at: 'key' | 'value' = 'value'): void {
    this.add({ severity: 'warning', path, at, message, ...(hint === undefined ? {} : { hint }) });
  }

  /** What is said of a router's VRFs alike is said once. */
  private add(issue: Issue): void {
    const path = this.ofHub(writtenPath(issue.path));
    if (path === issue.path) this.issues.push(issue);
    else if (!this.issues.some((each) => each.message === issue.message && samePath(each.path, path)))
      this.issues.push({ ...issue, path });
  }

  /** What stands for a virtual hub is said of the hub: it is not in the text. */
  private ofHub(path: Path): Path {
    const [section, name] = path;
    if (section !== 'vnets' && section !== 'peerings') return path;
    const [hub = '', vnet] = String(name).split('/');
    if (this.topology.virtualHubs[hub] === undefined) return path;
    return vnet === undefined ? ['virtualHubs', hub] : ['virtualHubs', hub, 'vnets'];
  }

  /** Whether `name` is one of these kinds; says so where it is not. */
  refers(path: Path, name: string, kinds: readonly Kind[]): boolean {
    const named = this.names.get(name);
    if (named !== undefined && kinds.includes(named.kind)) return true;
    const wanted = said.or(kinds.map(aKind));
    if (named !== undefined) this.error(path, said.isNot(name, aKind(named.kind), wanted));
    else this.error(path, said.none(wanted, name), this.nearest(name, kinds));
    return false;
  }

  private nearest(name: string, kinds: readonly Kind[]): string | undefined {
    const candidates = [...this.names].filter(([, named]) => kinds.includes(named.kind)).map(([key]) => key);
    return suggest(name, candidates);
  }

  /** The interface of a router; null, and said so, where the router has none of that name. */
  interfaceOf(path: Path, end: EndPoint): Interface | null {
    const router = this.topology.routers[end.node];
    // A router with errors of its own is missing here: its interfaces are not known.
    if (router === undefined) return null;
    const found = router.interfaces[end.interface];
    if (found !== undefined) return found;
    const hint = suggest(end.interface, Object.keys(router.interfaces)) ?? said.addInterface(end.node);
    this.error(path, said.noInterface(end.node, end.interface), hint);
    return null;
  }
}

function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}
