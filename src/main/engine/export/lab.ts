/**
 * A network as Linux machines that run FRR: nodes with interfaces, commands and configurations, and the wires
 * between them. Containerlab files are written from it, and the tests against FRR start it in network
 * namespaces.
 */
import { formatAddress, type InterfaceAddress } from '../address';

/** A machine of the lab, ready to be started. */
export interface LabNode {
  /** Fit for a folder, a container and a host name; unique regardless of case. */
  readonly name: string;
  /** The name in the topology. */
  readonly source: string;
  readonly role: 'router' | 'host' | 'switch';
  /** Contents of frr.conf; null for a machine without FRR. */
  readonly frr: string | null;
  /** Daemons that frr.conf needs besides zebra and staticd. */
  readonly daemons: readonly ('ospfd' | 'bgpd')[];
  readonly sysctls: Readonly<Record<string, string | number>>;
  /** Shell commands to run in the machine, once its wires are plugged in. */
  readonly commands: readonly string[];
  /** Kernel interface by the name in the topology. */
  readonly interfaces: ReadonlyMap<string, string>;
}

export interface LabEnd {
  readonly node: string;
  readonly interface: string;
}

export interface Lab {
  readonly nodes: readonly LabNode[];
  readonly wires: readonly (readonly [LabEnd, LabEnd])[];
  /** What the lab does not do as the model does, a sentence each. */
  readonly notes: readonly string[];
}

/** What every machine needs to forward, balance and answer as the model does. */
const FORWARDING: Readonly<Record<string, string | number>> = {
  'net.ipv4.ip_forward': 1,
  'net.ipv4.conf.all.rp_filter': 0,
  'net.ipv4.conf.default.rp_filter': 0,
  // Answers come from the interface that the probe came in by.
  'net.ipv4.icmp_errors_use_inbound_ifaddr': 1,
  'net.ipv4.icmp_ratelimit': 0,
  // A packet that comes back in a loop is forwarded like any other.
  'net.ipv4.conf.all.accept_local': 1,
  'net.ipv4.fib_multipath_hash_policy': 1,
  'net.ipv4.conf.all.ignore_routes_with_linkdown': 1,
  'net.ipv4.conf.default.ignore_routes_with_linkdown': 1,
  'net.ipv4.conf.all.send_redirects': 0,
  'net.ipv4.conf.default.send_redirects': 0,
};

/** A machine while it is put together. */
export class Machine {
  readonly interfaces = new Map<string, string>();
  readonly commands: string[] = [];
  readonly sysctls: Record<string, string | number> = { ...FORWARDING };
  readonly daemons: ('ospfd' | 'bgpd')[] = [];
  frr: string | null = null;
  private plugged = 0;

  constructor(
    readonly name: string,
    readonly source: string,
    readonly role: LabNode['role'],
  ) {}

  /** A new interface for a wire; eth0 is left to whoever manages the machine. */
  plug(label: string): string {
    this.plugged += 1;
    const kernelName = `eth${this.plugged}`;
    this.interfaces.set(label, kernelName);
    return kernelName;
  }

  address(kernelName: string, { address, length }: InterfaceAddress): void {
    this.commands.push(`ip address add ${formatAddress(address)}/${length} dev ${kernelName}`);
  }

  switch(kernelName: string, up: boolean): void {
    this.commands.push(`ip link set dev ${kernelName} ${up ? 'up' : 'down'}`);
  }

  finish(): LabNode {
    const { name, source, role, frr, daemons, sysctls, commands, interfaces } = this;
    return { name, source, role, frr, daemons, sysctls, commands, interfaces };
  }
}

export class LabBuilder {
  readonly machines: Machine[] = [];
  readonly wires: (readonly [LabEnd, LabEnd])[] = [];
  readonly notes: string[] = [];
  private readonly taken = new Set<string>();

  machine(source: string, role: LabNode['role']): Machine {
    const made = new Machine(this.freeName(source), source, role);
    this.machines.push(made);
    return made;
  }

  /** Joins two interfaces that `plug` gave. */
  wire(a: Machine, aInterface: string, b: Machine, bInterface: string): void {
    this.wires.push([
      { node: a.name, interface: aInterface },
      { node: b.name, interface: bInterface },
    ]);
  }

  note(text: string): void {
    this.notes.push(text);
  }

  finish(): Lab {
    return { nodes: this.machines.map((machine) => machine.finish()), wires: this.wires, notes: this.notes };
  }

  /** Containers, folders and host names take letters, digits and inner dashes; file systems may ignore case. */
  private freeName(source: string): string {
    const stem =
      source
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-+|-+$/g, '') || 'node';
    let name = stem;
    for (let count = 2; this.taken.has(name); count++) name = `${stem}-${count}`;
    this.taken.add(name);
    return name;
  }
}
