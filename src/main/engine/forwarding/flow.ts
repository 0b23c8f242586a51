/** What tells one flow from another, and the hash by which a device picks an ECMP member for it. */
import type { Address } from '../address';
import { mix } from '../random';

export interface Flow {
  readonly source: Address;
  readonly destination: Address;
  readonly protocol: 'icmp' | 'udp' | 'tcp';
  /** Zero for ICMP. */
  readonly sourcePort: number;
  readonly destinationPort: number;
}

const PROTOCOL_NUMBER = { icmp: 1, tcp: 6, udp: 17 } as const;

/** Index of the member a flow takes out of `count`, on a device with this salt. */
export function ecmpMember(flow: Flow, salt: number, count: number): number {
  if (count <= 1) return 0;
  const ports = ((flow.sourcePort << 16) | flow.destinationPort) >>> 0;
  let hash = mix(salt ^ PROTOCOL_NUMBER[flow.protocol]);
  for (const field of [flow.source, flow.destination, ports]) hash = mix(hash ^ field);
  return hash % count;
}

/** The flow of an answer. */
export function reverse(flow: Flow): Flow {
  return {
    ...flow,
    source: flow.destination,
    destination: flow.source,
    sourcePort: flow.destinationPort,
    destinationPort: flow.sourcePort,
  };
}
