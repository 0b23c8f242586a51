/** Notebooks of large plain networks, made by rule: rings of routers around a backbone, each with its hosts. */

const RING = 25;

/**
 * A network of exactly `size` nodes: a backbone ring of one router for every 25 nodes, chords across it, and on
 * each of its routers a ring of routers with a host on every fourth.
 */
export function networkOf(size: number, isInSites = false): string {
  const interfaces = new Map<string, string[]>();
  const links: string[] = [];
  const hosts: string[] = [];
  const sites = new Set<string>();
  const join = (a: string, b: string): void => {
    const base = links.length * 4;
    const address = (end: number): string => `10.${base >> 16}.${(base >> 8) & 255}.${(base & 255) + end}/30`;
    const port = (name: string, end: number): string => {
      const list = interfaces.get(name) ?? [];
      const own = `e${list.length}`;
      interfaces.set(name, [...list, `${own}: ${address(end)}`]);
      return `${name}:${own}`;
    };
    links.push(`  l${links.length}: { ends: [${port(a, 1)}, ${port(b, 2)}] }`);
  };
  const groups = Math.ceil(size / RING);
  for (let group = 0; group < groups; group += 1) {
    const count = Math.min(RING, size - group * RING);
    const ring: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const name = `n${group}-${index}`;
      const owner = ring.at(-1);
      if (index % 5 === 4 && owner !== undefined) {
        const base = links.length * 4;
        const head = `10.${base >> 16}.${(base >> 8) & 255}.`;
        interfaces.get(owner)?.push(`h${index}: ${head}${(base & 255) + 1}/30`);
        hosts.push(
          `  ${name}: { address: ${head}${(base & 255) + 2}/30${isInSites ? `, site: ${siteOf(name)}` : ''} }`,
        );
        links.push(`  l${links.length}: { ends: [${owner}:h${index}, ${name}:eth0] }`);
        continue;
      }
      interfaces.set(name, []);
      if (owner !== undefined) join(owner, name);
      ring.push(name);
      sites.add(siteOf(name));
    }
    const [first] = ring;
    const last = ring.at(-1);
    if (first !== undefined && last !== undefined && ring.length > 2) join(last, first);
  }
  for (let group = 1; group < groups; group += 1) {
    join(`n${group - 1}-0`, `n${group}-0`);
    if (group % 7 === 0) join(`n${group - 7}-0`, `n${group}-0`);
  }
  return [
    ...(isInSites ? ['sites:', ...[...sites].map((site) => `  ${site}: {}`)] : []),
    'routers:',
    ...[...interfaces].map(
      ([name, ports]) =>
        `  ${name}: { interfaces: { ${ports.join(', ')} }${isInSites ? `, site: ${siteOf(name)}` : ''} }`,
    ),
    'hosts:',
    ...hosts,
    'links:',
    ...links,
    '',
  ].join('\n');
}

function siteOf(name: string): string {
  return `site${name.slice(1).split('-')[0] ?? ''}`;
}

export function notebookOf(topology: string): string {
  return `# Large network\n\n\`\`\`topology\n${topology}\`\`\`\n`;
}
