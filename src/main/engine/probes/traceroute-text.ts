/** traceroute in the exact format of Linux. */
import type { TracerouteHop, TracerouteProbe, TracerouteResult } from '../../../shared/results';

/** Bytes of a probe with its IP header, which Linux prints and does not depend on the flow. */
const PACKET_BYTES = 60;

export function tracerouteText(result: TracerouteResult): string {
  const { probe, maxHops } = result;
  // The header gives the name even with -n.
  const who = `${probe.targetName ?? probe.targetAddress} (${probe.targetAddress})`;
  const header = `traceroute to ${who}, ${maxHops} hops max, ${PACKET_BYTES} byte packets`;
  return [header, ...result.hops.map((hop) => row(hop, result.resolveNames))].join('\n');
}

/** A responder is printed before its first time, and again where it differs from that of the answer before. */
function row({ ttl, probes }: TracerouteHop, resolveNames: boolean): string {
  let shown: string | null = null;
  const cells = probes.map((probe) => {
    if (probe.address === null) return ' *';
    const who = probe.address === shown ? '' : ` ${responder(probe, probe.address, resolveNames)}`;
    shown = probe.address;
    const flag = probe.flag === null ? '' : ` ${probe.flag}`;
    return `${who}  ${(probe.rttMs ?? 0).toFixed(3)} ms${flag}`;
  });
  return `${String(ttl).padStart(2)} ${cells.join('')}`;
}

/** An address without a name stands for its own name. */
function responder({ name }: TracerouteProbe, address: string, resolveNames: boolean): string {
  return resolveNames ? `${name ?? address} (${address})` : address;
}
