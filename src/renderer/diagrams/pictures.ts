/** Which path diagrams a result is drawn as. */
import type { CommandResult } from '../../shared/results';
import type { PathSource } from './path/model';

/** Empty for a result without a path. */
export function picturesOf(result: CommandResult): readonly PathSource[] {
  switch (result.kind) {
    case 'trace':
    case 'ping':
    case 'paths':
      return [result];
    case 'traceroute': {
      const { probe, trace, walks } = result;
      // Probes that took several ways are drawn as those ways; hop by hop only one could be.
      return walks.length < 2 ? [trace] : [{ kind: 'paths', probe, walks, flows: [], taken: 0, truncated: false }];
    }
    case 'trace-both':
      return [result.forward, result.back];
    default:
      return [];
  }
}
