/** Networks of routers that speak BGP on every wire between them. */

export interface Wire {
  readonly a: string;
  readonly b: string;
  /** Policies and switches of A's and B's statement, as YAML. */
  readonly atA?: string;
  readonly atB?: string;
}

export interface Options {
  /** AS number by router. */
  readonly asns: Readonly<Record<string, number>>;
  readonly wires: readonly Wire[];
  /** What else stands under `bgp` of a router. */
  readonly bgp?: Readonly<Record<string, string>>;
  /** What else stands under a router. */
  readonly router?: Readonly<Record<string, string>>;
}

function push(map: Map<string, string[]>, name: string, text: string): void {
  map.set(name, [...(map.get(name) ?? []), text]);
}

/** Routers with eBGP or iBGP on every wire between them: wire n is 10.0.n.0/30, A has .1 and B .2. */
export function asGraph({ asns, wires, bgp = {}, router = {} }: Options): string {
  const interfaces = new Map<string, string[]>();
  const neighbors = new Map<string, string[]>();
  wires.forEach(({ a, b, atA = '', atB = '' }, n) => {
    push(interfaces, a, `e${n}: 10.0.${n}.1/30`);
    push(interfaces, b, `e${n}: 10.0.${n}.2/30`);
    push(neighbors, a, `10.0.${n}.2: { asn: ${asns[b]}, ${atA} }`);
    push(neighbors, b, `10.0.${n}.1: { asn: ${asns[a]}, ${atB} }`);
  });
  const routers = Object.entries(asns).map(
    ([name, asn], index) => `  ${name}:
    routerId: 1.0.0.${index + 1}
    interfaces: { lo: 10.255.0.${index + 1}/32, ${(interfaces.get(name) ?? []).join(', ')} }
    ${router[name] ?? ''}
    bgp: { asn: ${asn}, ${bgp[name] ?? ''}, neighbors: { ${(neighbors.get(name) ?? []).join(', ')} } }`,
  );
  const links = wires.map(({ a, b }, n) => `  w${n}: { ends: [${a}:e${n}, ${b}:e${n}] }`);
  return `routers:\n${routers.join('\n')}\nlinks:\n${links.join('\n')}\n`.replaceAll(', , ', ', ');
}

/** The prefix that tests are about. */
export const P = '10.50.0.0/16';
/** Brings P into BGP at a router. */
export const ORIGIN = { static: `static: [{ prefix: ${P}, via: discard }]`, network: `networks: [${P}]` };
