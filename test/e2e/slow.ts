/** A notebook with a cell that takes half a minute: what any two failures of a ring of routers cost, asked again and again. */

function fenced(kind: string, lines: readonly string[]): string {
  return `\`\`\`${kind}\n${lines.join('\n')}\n\`\`\`\n`;
}

/** `routers` in a ring with a host each; `questions` commands, no two the same, each of which fails any two links. */
export function slowNotebook(routers: number, questions: number): string {
  const all = Array.from({ length: routers }, (_, index) => index);
  const next = (index: number): number => (index + 1) % routers;
  const topology = [
    'routers:',
    ...all.map(
      (index) =>
        `  r${index}: { interfaces: { eth0: { address: 10.1.${index}.1/24, lan: l${index} }, ` +
        `eth1: 10.2.${index}.1/30, eth2: 10.2.${next(index)}.2/30 }, ospf: {} }`,
    ),
    'lans:',
    ...all.map((index) => `  l${index}: {}`),
    'hosts:',
    ...all.map((index) => `  h${index}: { lan: l${index}, address: 10.1.${index}.10/24 }`),
    'links:',
    ...all.map((index) => `  k${index}: { ends: [r${index}:eth2, r${next(index)}:eth1] }`),
  ];
  const slow = Array.from({ length: questions }, (_, index) => `h${index}> fail each link k=2`);
  return [
    '# Slow',
    fenced('topology', topology),
    fenced('console', ['h0> ping h1']),
    fenced('console', slow),
    fenced('console', ['h1> ping h0']),
  ].join('\n\n');
}
