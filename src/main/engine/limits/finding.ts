/** What `check limits` finds: one place that breaks a limit of Azure, or a design that will surprise. */
import type { LimitRule } from '../../../shared/results';

export interface LimitFound {
  readonly rule: LimitRule;
  /** Element that breaks the limit. */
  readonly at: string;
  readonly text: string;
  /** What would mend it, in a sentence. */
  readonly remedy: string;
  /** A flow that shows it; null where the limit is one of numbers. */
  readonly flow: { readonly from: string; readonly to: string; readonly flows: number } | null;
}
