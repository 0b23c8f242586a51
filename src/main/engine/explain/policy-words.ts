/** Policies of a BGP session in words: what they did to a route that passed, and which rule of a list decided. */
import { formatPrefix, type Prefix } from '../address';
import { matchingRule } from '../routing/bgp';
import type { Session } from '../routing/bgp-sessions';
import type { BgpAttributes } from '../routing/route';
import type { Policy, PrefixRule } from '../topology/model';

export function ruleWords({ action, prefix, ge, le }: PrefixRule): string {
  const longer = `${ge === null ? '' : ` ge ${ge}`}${le === null ? '' : ` le ${le}`}`;
  return `${action} ${formatPrefix(prefix)}${longer}`;
}

/** Which line of a prefix list decided on a prefix. */
export function verdictWords(policy: Policy, prefix: Prefix): string {
  const rule = matchingRule(policy, prefix);
  if (rule !== null) return `line "${ruleWords(rule)}" decides`;
  const lines = (policy.prefixList ?? []).map((entry) => `"${ruleWords(entry)}"`).join(', ');
  return `it has ${lines === '' ? 'no lines' : `only ${lines}`}, and what no line matches is denied`;
}

/** What a session's policies did to a route on its way from sender to receiver, each in a few words. */
export function policiesMet(
  session: Session,
  heard: BgpAttributes,
  sender: string,
  receiver: string,
): string[] {
  const { in: inbound, out } = session;
  const met: string[] = [];
  if (out.prefixList !== null) met.push(`${sender} lets it out: ${verdictWords(out, heard.prefix)}`);
  if (out.prepend > 0 && session.type === 'ebgp')
    met.push(`${sender} prepends its AS number ${out.prepend} more times`);
  if (out.med !== null && inbound.med === null) met.push(`${sender} sets MED ${out.med}`);
  if (out.localPreference !== null && session.type === 'ibgp' && inbound.localPreference === null)
    met.push(`${sender} sets local preference ${out.localPreference}`);
  if (session.nextHopSelf) met.push(`${sender} makes itself the next hop`);
  if (inbound.prefixList !== null) met.push(`${receiver} lets it in: ${verdictWords(inbound, heard.prefix)}`);
  if (inbound.localPreference !== null)
    met.push(`${receiver} sets local preference ${inbound.localPreference}`);
  if (inbound.med !== null) met.push(`${receiver} sets MED ${inbound.med}`);
  if (inbound.weight !== null && inbound.weight !== 0) met.push(`${receiver} sets weight ${inbound.weight}`);
  return met;
}
