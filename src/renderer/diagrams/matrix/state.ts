/** What became of an echo between two hosts, as few kinds as colours can tell. */
import type { Disposition, PairView } from '../../../shared/results';

export type PairState = 'reached' | 'leaves' | 'refused' | 'lost';

export function pairState({ reached, disposition }: Pick<PairView, 'reached' | 'disposition'>): PairState {
  return reached ? 'reached' : UNREACHED[disposition];
}

const UNREACHED: Readonly<Record<Disposition, PairState>> = {
  ACCEPTED: 'lost',
  DELIVERED_TO_SUBNET: 'leaves',
  EXITS_NETWORK: 'leaves',
  DENIED_IN: 'refused',
  DENIED_OUT: 'refused',
  REPLY_FILTERED: 'refused',
  NO_ROUTE: 'lost',
  NULL_ROUTED: 'lost',
  NEIGHBOR_UNREACHABLE: 'lost',
  LOOP: 'lost',
  INSUFFICIENT_INFO: 'lost',
  TTL_EXCEEDED: 'lost',
};
