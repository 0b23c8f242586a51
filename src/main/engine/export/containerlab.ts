/**
 * A lab as files for containerlab: its topology, and for each machine the files that FRR reads. Every machine
 * runs the same image; commands set kernel switches and addresses once the wires are plugged in.
 */
import { stringify } from 'yaml';
import type { Lab, LabNode } from './lab';

/** The release that the tests against FRR come closest to. */
const IMAGE = 'quay.io/frrouting/frr:8.5.4';
const OPTIONS: Readonly<Record<string, string>> = {
  zebra: '-A 127.0.0.1 -s 90000000',
  staticd: '-A 127.0.0.1',
  ospfd: '-A 127.0.0.1',
  bgpd: '-A 127.0.0.1',
};

/** Contents by path, with forward slashes; names come from the lab and are safe. */
export function containerlabFiles(lab: Lab, labName: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const topology = {
    name: labName,
    topology: {
      defaults: { kind: 'linux', image: IMAGE, 'network-mode': 'none' },
      nodes: Object.fromEntries(lab.nodes.map((node) => [node.name, nodeEntry(node)])),
      links: lab.wires.map((ends) => ({
        endpoints: ends.map((end) => `${end.node}:${end.interface}`),
      })),
    },
  };
  for (const node of lab.nodes) {
    if (node.frr === null) continue;
    files.set(`${node.name}/frr.conf`, node.frr);
    files.set(`${node.name}/daemons`, daemonsFile(node));
    files.set(`${node.name}/vtysh.conf`, `service integrated-vtysh-config\n`);
  }
  files.set('README.md', readme(lab, labName));
  // Last, so that what an export left that was cut off is nothing that starts.
  files.set(`${labName}.clab.yml`, stringify(topology, { lineWidth: 0 }));
  return files;
}

function nodeEntry(node: LabNode): Record<string, unknown> {
  const exec = [
    ...Object.entries(node.sysctls).map(([key, value]) => `sysctl -w ${key}=${value}`),
    ...node.commands,
  ];
  if (node.frr === null) return { entrypoint: '/bin/sleep', cmd: 'infinity', exec };
  const binds = ['frr.conf', 'daemons', 'vtysh.conf'].map((file) => `${node.name}/${file}:/etc/frr/${file}`);
  return { binds, exec };
}

function daemonsFile({ daemons }: LabNode): string {
  const all = ['zebra', 'staticd', ...daemons];
  return [
    ...all.map((daemon) => `${daemon}=yes`),
    'vtysh_enable=yes',
    ...all.map((daemon) => `${daemon}_options="${OPTIONS[daemon] ?? ''}"`),
    '',
  ].join('\n');
}

function readme(lab: Lab, labName: string): string {
  const renamed = lab.nodes.filter(({ name, source }) => name !== source);
  const notes =
    lab.notes.length === 0 ? ['None that is known.'] : [...new Set(lab.notes)].map((note) => `- ${note}`);
  return [
    `# ${labName}`,
    '',
    'A lab for [containerlab](https://containerlab.dev) with FRR routers.',
    '',
    '```sh',
    `sudo containerlab deploy -t ${labName}.clab.yml`,
    `sudo docker exec -it clab-${labName}-${lab.nodes[0]?.name ?? 'NODE'} vtysh`,
    `sudo containerlab destroy -t ${labName}.clab.yml`,
    '```',
    '',
    'Interfaces are eth1, eth2, ... in the order of the links; `show interface description` has their names.',
    ...(renamed.length === 0
      ? []
      : [
          '',
          '| machine | in the topology |',
          '| --- | --- |',
          ...renamed.map((n) => `| ${n.name} | ${n.source} |`),
        ]),
    '',
    '## Where it differs from the model',
    '',
    ...notes,
    '',
  ].join('\n');
}
