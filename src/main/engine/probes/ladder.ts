/** Probes of one flow with TTL 1, 2, 3 ...: each is a shorter look at the same walk. */
import type { Flow } from '../forwarding/flow';
import type { ForwardingPlane } from '../forwarding/plane';
import { walkPacket, type PacketWalk } from '../forwarding/walk';
import { answerAt, endAnswer, type Answer } from './answer';
import { latencyTo } from './rtt';

/** The most hops a probe may make: what TTL can say (RFC 791 section 3.1). */
export const MAX_TTL = 255;

/** What becomes of the probe with one TTL. */
export interface Rung {
  /** Null where nobody says anything. */
  readonly answer: Answer | null;
  /** One way to the node that answers, ms. */
  readonly forwardMs: number;
  /** Its TTL runs out; false where the probe comes to the end of the walk. */
  readonly expires: boolean;
}

export class Ladder {
  /** The way of a probe with TTL enough. */
  readonly whole: PacketWalk;
  /** Steps at which a TTL is spent, so the probe with TTL n ends at the n-th. */
  private readonly spending: readonly number[];

  constructor(
    private readonly plane: ForwardingPlane,
    from: number,
    flow: Flow,
  ) {
    this.whole = walkPacket(plane, from, flow, MAX_TTL, false);
    this.spending = this.whole.steps.flatMap((step, index) => (step.spent ? [index] : []));
  }

  /** The TTL a probe needs to come to the end of the walk. */
  get height(): number {
    return this.spending.length + 1;
  }

  /**
   * The whole way with the TTL of packets that this sender sends by itself, which is less than the most; as it is
   * where that TTL would not be enough for it.
   */
  sentWith(initialTtl: number): PacketWalk {
    const spare = MAX_TTL - initialTtl;
    if (this.spending.length >= initialTtl) return this.whole;
    const steps = this.whole.steps.map((step) => ({
      ...step,
      ttlIn: step.ttlIn - spare,
      ttlOut: step.ttlOut - spare,
    }));
    return { ...this.whole, steps };
  }

  rung(ttl: number): Rung {
    const { plane, whole } = this;
    const at = this.spending[ttl - 1] ?? whole.steps.length - 1;
    const expires = ttl <= this.spending.length;
    const kind = expires ? 'time-exceeded' : endAnswer(plane.network, whole);
    const step = whole.steps[at];
    const answer = kind === null || step === undefined ? null : answerAt(plane, whole.flow, step, kind);
    return { answer, forwardMs: latencyTo(whole, at), expires };
  }
}
