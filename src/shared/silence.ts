/** The silent hops of whatever kind of trace, for all who tell of them. */
import type { CommandResult, Silence } from './results';

export interface SilentHop {
  readonly ttl: number;
  /** Null where the probe was lost before it came to a node. */
  readonly node: string | null;
  readonly silence: Silence;
}

/** By TTL; empty for a result of another kind, or where every probe was answered. */
export function silentHopsOf(result: CommandResult): SilentHop[] {
  switch (result.kind) {
    case 'trace':
    case 'mtr':
      return result.hops.flatMap(({ ttl, node, silence }) =>
        silence === null ? [] : [{ ttl, node, silence }],
      );
    case 'traceroute':
      return result.hops.flatMap(({ ttl, probes, silence }) => {
        const node = probes.find(({ address }) => address === null)?.node ?? null;
        return silence === null ? [] : [{ ttl, node, silence }];
      });
    case 'pathping': {
      const { silentTtl: ttl, silence } = result;
      return ttl === null || silence === null ? [] : [{ ttl, node: null, silence }];
    }
    default:
      return [];
  }
}

/** Neighbouring hops that are silent for one reason, told once: a trace that dies repeats it to the hop limit. */
export interface SilentRun {
  readonly first: number;
  readonly last: number;
  /** Null where several nodes, or none, are silent. */
  readonly node: string | null;
  readonly text: string;
}

/** Hops are numbered by TTL; a ping that no one answers is one run. */
export function silentRuns(result: CommandResult): SilentRun[] {
  if (result.kind === 'ping' && result.silence !== null) {
    return [{ first: 1, last: 1, node: result.silence.at, text: result.silence.text }];
  }
  const runs: SilentRun[] = [];
  for (const { ttl, node, silence } of silentHopsOf(result)) {
    const last = runs.at(-1);
    if (last !== undefined && last.last === ttl - 1 && last.text === silence.text) {
      runs[runs.length - 1] = { ...last, last: ttl, node: last.node === node ? node : null };
    } else {
      runs.push({ first: ttl, last: ttl, node, text: silence.text });
    }
  }
  return runs;
}
