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
