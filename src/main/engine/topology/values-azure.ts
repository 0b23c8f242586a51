/** The scalars and lists that only Azure's elements have: next hops of user-defined routes, scopes and ports of rules. */
import * as z from 'zod';
import { strings } from '../../../shared/strings';
import { parseAddress, parsePrefix } from '../address';
import { MAX_LIST } from './limits';
import type { PortRange, SecurityScope, UserRouteVia } from './model';
import { nearest } from './nearest';
import { shorthand } from './shorthand';
import { refuse, scalar } from './values';

const said = strings.reasons.topology.values;

const NEXT_HOP_TYPES = ['VirtualNetworkGateway', 'VnetLocal', 'Internet', 'None'] as const;

/** An appliance's address, or one of Azure's other next hop types. */
export const userRouteVia: z.ZodType<UserRouteVia> = scalar((value) => {
  const address = typeof value === 'string' ? parseAddress(value) : null;
  if (address !== null) return { kind: 'appliance', address };
  const type = NEXT_HOP_TYPES.find((each) => each === value);
  if (type !== undefined) return { kind: type };
  const near = typeof value === 'string' ? nearest(value, NEXT_HOP_TYPES) : null;
  return refuse(
    value,
    said.userRoute,
    near === null ? said.userRouteHint(NEXT_HOP_TYPES) : said.didYouMean(near),
  );
});

const TAGS = ['any', 'VirtualNetwork', 'Internet', 'AzureLoadBalancer'] as const;

const securityScope: z.ZodType<SecurityScope> = scalar((value) => {
  const tag = TAGS.find((each) => each === value);
  if (tag !== undefined) return { kind: tag };
  const address = typeof value === 'string' ? parseAddress(value) : null;
  const prefix =
    address !== null ? { address, length: 32 } : typeof value === 'string' ? parsePrefix(value) : null;
  if (prefix !== null) return { kind: 'prefix', prefix };
  return refuse(value, said.scope, said.scopeHint(TAGS));
});

/** One or a list; everybody where nothing is said. */
export const securityScopes = shorthand(z.array(securityScope).min(1).max(MAX_LIST).prefault(['any']), {
  text: (scope) => [scope],
});

const LAST_PORT = 65_535;

const portRange: z.ZodType<PortRange> = scalar((value) => {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(
    typeof value === 'number' || typeof value === 'string' ? String(value) : '',
  );
  const first = Number(match?.[1]);
  const last = Number(match?.[2] ?? match?.[1]);
  if (match !== null && first <= last && last <= LAST_PORT) return [first, last];
  return refuse(value, said.port, said.portHint(LAST_PORT));
});

/** One or a list; null for all. */
export const ports = z
  .preprocess(
    (value) => (value === 'any' ? null : value === null || Array.isArray(value) ? value : [value]),
    z.array(portRange).min(1).max(MAX_LIST).nullable(),
  )
  .prefault(null);
