/** `--flow PROTOCOL[:SOURCE_PORT[:DESTINATION_PORT]]`: which flow a question is about. */
import type { CommandFailure } from '../../../shared/results';
import { strings } from '../../../shared/strings';
import type { Flow } from '../forwarding/flow';
import type { Arguments } from './arguments';
import { failure } from './failure';
import type { Prober } from './prober';

const said = strings.reasons.commands.flow;

export const FLOW = '--flow';

/** What tells one flow between two addresses from another. */
export type FlowChoice = Pick<Flow, 'protocol' | 'sourcePort' | 'destinationPort'>;

/** The first of the ports that systems give to programs that ask for any (RFC 6335 section 6). */
export const FIRST_SOURCE_PORT = 49_152;

/** Where a flow that names no port goes: HTTPS, and the first port of a traceroute. */
const DESTINATION_PORTS = { tcp: 443, udp: 33_434 } as const;

export function parseFlow(text: string): FlowChoice | CommandFailure {
  const [protocol = '', ...ports] = text.toLowerCase().split(':');
  if (protocol === 'icmp') {
    if (ports.length > 0) return failure(said.icmpPorts, said.example);
    return { protocol, sourcePort: 0, destinationPort: 0 };
  }
  if (protocol !== 'tcp' && protocol !== 'udp') return failure(said.protocol(text), said.example);
  if (ports.length > 2) return failure(said.ports(text), said.example);
  const [source = FIRST_SOURCE_PORT, destination = DESTINATION_PORTS[protocol]] = ports.map(portOf);
  if (source === null || destination === null) return failure(said.port(text), said.example);
  return { protocol, sourcePort: source, destinationPort: destination };
}

function portOf(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : null;
}

/** A flow as `--flow` takes it. */
export function flowText({ protocol, sourcePort, destinationPort }: FlowChoice): string {
  return protocol === 'icmp' ? protocol : `${protocol}:${sourcePort}:${destinationPort}`;
}

/** The flow that `--flow` names; null where it is left out. */
export function flowChoice({ texts }: Arguments): FlowChoice | CommandFailure | null {
  const text = texts.get(FLOW);
  return text === undefined ? null : parseFlow(text);
}

/** The prober of a command with the flow that its `--flow` names, if it has one. */
export function withFlow(prober: Prober, args: Arguments): Prober | CommandFailure {
  const choice = flowChoice(args);
  if (choice === null) return prober;
  if ('kind' in choice) return choice;
  const { protocol, sourcePort, destinationPort } = choice;
  const ports = protocol === 'icmp' ? {} : { ports: { source: sourcePort, destination: destinationPort } };
  return {
    ...prober,
    flow: { ...prober.flow, ...choice },
    view: { ...prober.view, protocol, ...ports },
  };
}
