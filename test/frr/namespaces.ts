/**
 * A lab in network namespaces: one for each machine, joined by veth pairs, with FRR daemons of its own. Nothing
 * of it touches the machine's own network.
 */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Lab, LabNode } from '../../src/main/engine/export/index';
import { folderStem, removeSpaces, spaceName } from './leftovers';
import { must, run } from './shell';
import { askDaemon } from './vty';

const DAEMONS = '/usr/lib/frr';

export class RunningLab {
  private readonly folder = mkdtempSync(folderStem());
  private readonly spaces = new Map<string, string>();
  private starting: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly lab: Lab,
    seed: number,
  ) {
    lab.nodes.forEach(({ name }, index) => this.spaces.set(name, spaceName(seed, index)));
  }

  start(): Promise<void> {
    this.starting = this.startAll();
    return this.starting;
  }

  private async startAll(): Promise<void> {
    chmodSync(this.folder, 0o755);
    const { nodes, wires } = this.lab;
    const batch = [
      ...nodes.map(({ name }) => `netns add ${this.space(name)}`),
      ...wires.map(
        ([a, b]) =>
          `link add ${a.interface} netns ${this.space(a.node)} type veth peer name ${b.interface} netns ${this.space(b.node)}`,
      ),
    ];
    await must('ip', ['-batch', '-'], `${batch.join('\n')}\n`);
    await Promise.all(nodes.map((node) => this.prepare(node)));
    await Promise.all(nodes.map((node) => this.startFrr(node)));
  }

  /** Runs a program inside a machine. */
  inside(node: string, command: string, ...args: readonly string[]): ReturnType<typeof run> {
    return run('ip', ['netns', 'exec', this.space(node), command, ...args]);
  }

  /** What a daemon answers to a command, parsed. */
  async ask(node: string, daemon: string, command: string): Promise<unknown> {
    const out = await askDaemon(path.join(this.folderOf(node), `${daemon}.vty`), command);
    const parsed: unknown = JSON.parse(out.trim() === '' ? '{}' : out);
    return parsed;
  }

  /** Ends the daemons and removes everything; can be called at any time, and again. */
  async stop(): Promise<void> {
    this.stopped = true;
    // What is being started has to be there before it can be ended.
    await this.starting.catch(() => undefined);
    await removeSpaces([...this.spaces.values()]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** How to look around in a lab that is left running. */
  describe(): string {
    return this.lab.nodes
      .map(
        ({ name }) => `${name}: ip netns exec ${this.space(name)} vtysh --vty_socket ${this.folderOf(name)}`,
      )
      .join('\n');
  }

  private space(node: string): string {
    const space = this.spaces.get(node);
    if (space === undefined) throw new RangeError(`no machine ${node}`);
    return space;
  }

  private folderOf(node: string): string {
    return path.join(this.folder, node);
  }

  private async prepare({ name, sysctls, commands }: LabNode): Promise<void> {
    const settings = { 'net.ipv6.conf.all.disable_ipv6': 1, 'net.ipv6.conf.default.disable_ipv6': 1 };
    const script = [
      'set -e',
      'ip link set dev lo up',
      ...Object.entries({ ...settings, ...sysctls }).map(([key, value]) => `sysctl -qw ${key}=${value}`),
      ...commands,
    ].join('\n');
    await must('ip', ['netns', 'exec', this.space(name), 'sh', '-c', script]);
  }

  private async startFrr(node: LabNode): Promise<void> {
    const { frr: configuration } = node;
    if (configuration === null || this.stopped) return;
    const folder = this.folderOf(node.name);
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'frr.conf'), configuration);
    writeFileSync(path.join(folder, 'vtysh.conf'), '');
    // The daemons give up root for this user, and keep their sockets here.
    await must('chown', ['-R', 'frr:frr', folder]);
    // Debian's older FRR has no mgmtd.
    const daemons = ['mgmtd', 'zebra', 'staticd', ...node.daemons]
      .map((daemon) => path.join(DAEMONS, daemon))
      .filter((program) => existsSync(program));
    const script = ['set -e', ...daemons.map((program) => startLine(program, folder))].join('\n');
    await must('ip', ['netns', 'exec', this.space(node.name), 'sh', '-c', script]);
    const load = ['--vty_socket', folder, '--config_dir', folder, '-b'];
    const { code, out, err } = await this.inside(node.name, 'vtysh', ...load);
    const said = `${out}${err}`.trim();
    if (code !== 0 || /error|unknown|invalid|% /i.test(said)) {
      throw new Error(`${node.name} does not accept its frr.conf: ${said}\n${configuration}`);
    }
  }
}

function startLine(program: string, folder: string): string {
  const daemon = path.basename(program);
  const files = `-i ${folder}/${daemon}.pid --vty_socket ${folder} -z ${folder}/zserv.api`;
  const log = `--log file:${folder}/${daemon}.log`;
  return `${program} -d ${files} -f /dev/null -A 127.0.0.1 -P 0 ${log}${daemon === 'bgpd' ? ' -p 179' : ''}`;
}

/** Why labs cannot be run here; null where they can. */
export async function whyNot(): Promise<string | null> {
  if (process.platform !== 'linux') return 'network namespaces are a Linux feature';
  if (process.getuid?.() !== 0) return 'network namespaces need root';
  const missing = [
    ['ip', '-V'],
    ['traceroute', '--version'],
  ];
  for (const [command = '', option = ''] of missing)
    if ((await run(command, [option])).code !== 0) return `${command} is missing: ${INSTALL}`;
  if (!existsSync(path.join(DAEMONS, 'bgpd'))) return `FRR is missing: ${INSTALL}`;
  const trial = spaceName(0, 0);
  if ((await run('ip', ['netns', 'add', trial])).code !== 0)
    return 'this machine lets nobody make network namespaces';
  await run('ip', ['netns', 'delete', trial]);
  return null;
}

const INSTALL = 'apt-get update && apt-get install -y --no-install-recommends frr iproute2 traceroute';
