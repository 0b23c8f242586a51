/** Notebooks of many cells, made by rule. */
import type { CellKind } from '../../src/shared/notebook';

const TOPOLOGY = `routers:
  r1: { interfaces: { eth0: { address: 10.1.0.1/24, lan: office }, eth1: 10.0.12.1/30 }, ospf: {} }
  r2: { interfaces: { eth0: 10.0.12.2/30, eth1: { address: 10.2.0.1/24, lan: lab } }, ospf: {} }
lans: { office: {}, lab: {} }
hosts:
  alice: { lan: office, address: 10.1.0.10/24 }
  bob: { lan: lab, address: 10.2.0.10/24 }
links:
  r1-r2: { ends: [r1:eth1, r2:eth0], latency: 2 ms }`;

const fenced = (kind: CellKind, text: string): string => `\`\`\`${kind}\n${text}\n\`\`\``;

/** A notebook of `count` cells: prose, traces with their pictures, pings and checks, in turn below one topology. */
export function manyCells(count: number): string {
  const texts = [
    (index: number): string =>
      `## Question ${index}\n\nHow does **packet ${index}** get there?\n\n- one\n- two`,
    (): string => fenced('console', 'alice> tracert -d 10.2.0.10'),
    (): string => fenced('console', 'bob> ping 10.1.0.10'),
    (): string => fenced('expect', 'alice -> bob reach'),
  ];
  const rest = Array.from({ length: count - 2 }, (_, index) => texts[index % texts.length]?.(index) ?? '');
  return ['# Many cells', fenced('topology', TOPOLOGY), ...rest].join('\n\n').concat('\n');
}
