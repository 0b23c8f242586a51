/** A neighbor's policy as FRR's prefix list and route map. */
import { formatPrefix } from '../address';
import type { Policy, PrefixRule } from '../topology/model';

/** The lines, and the name of the route map; null where the policy lets everything pass unchanged. */
export interface FrrPolicy {
  readonly lines: readonly string[];
  readonly routeMap: string | null;
}

/**
 * @param name of the route map and its prefix list
 * @param asn whose number is put before the path; null where the direction or an iBGP session knows no prepending
 */
export function frrPolicy(name: string, policy: Policy, asn: number | null): FrrPolicy {
  const { prefixList, localPreference, med, weight, prepend } = policy;
  const sets = [
    ...(localPreference === null ? [] : [`set local-preference ${localPreference}`]),
    ...(med === null ? [] : [`set metric ${med}`]),
    ...(weight === null ? [] : [`set weight ${weight}`]),
    ...(asn === null || prepend === 0
      ? []
      : [`set as-path prepend ${Array.from({ length: prepend }, () => asn).join(' ')}`]),
  ];
  if (prefixList === null && sets.length === 0) return { lines: [], routeMap: null };
  const rules = prefixList?.map((rule, index) => prefixListLine(name, index, rule)) ?? [];
  // A prefix list that does not exist matches everything in FRR: an empty one has to be written as a deny.
  const list = prefixList?.length === 0 ? [`ip prefix-list ${name} seq 5 deny 0.0.0.0/0 le 32`] : rules;
  const match = prefixList === null ? [] : [` match ip address prefix-list ${name}`];
  return {
    lines: [...list, `route-map ${name} permit 10`, ...match, ...sets.map((line) => ` ${line}`), 'exit', '!'],
    routeMap: name,
  };
}

function prefixListLine(name: string, index: number, { action, prefix, ge, le }: PrefixRule): string {
  // FRR wants length < ge <= le: bounds that say nothing are left out.
  const low = ge !== null && ge > prefix.length ? ` ge ${ge}` : '';
  const upTo = le ?? (ge === null ? prefix.length : 32);
  const high = upTo > prefix.length ? ` le ${upTo}` : '';
  return `ip prefix-list ${name} seq ${5 * (index + 1)} ${action} ${formatPrefix(prefix)}${low}${high}`;
}
