/** `check limits`: limits of Azure, and designs that work otherwise than one may think. */
import type { CheckResult } from '../../../shared/results';
import { hostNotes } from '../probes/check-findings';
import { CHECK_HOST_LIMIT } from '../probes/checks';
import type { Simulation } from '../simulation';
import { designWarnings } from './designs';
import type { LimitFound } from './finding';
import { preferenceWarnings } from './preference';
import { sizeLimits } from './sizes';
import { missingTransit } from './transit';

export function checkLimits(simulation: Simulation): CheckResult {
  const hosts = simulation.plane.network.nodes.filter(({ kind }) => kind === 'host').length;
  const found: readonly LimitFound[] = [
    ...sizeLimits(simulation),
    ...designWarnings(simulation),
    ...preferenceWarnings(simulation, CHECK_HOST_LIMIT),
    ...missingTransit(simulation, CHECK_HOST_LIMIT),
  ];
  const seen = Math.min(hosts, CHECK_HOST_LIMIT);
  const leftOut = hosts - seen;
  return {
    kind: 'check',
    check: 'limits',
    flows: seen * Math.max(0, seen - 1),
    findings: found.map(({ rule, at, text, remedy, flow }) => ({
      at,
      from: flow?.from ?? null,
      to: flow?.to ?? null,
      flows: flow?.flows ?? 0,
      text,
      rule,
      remedy,
    })),
    notes: hostNotes(leftOut),
  };
}
