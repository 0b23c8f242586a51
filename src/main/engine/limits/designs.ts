/** Settings that Azure does not use or does not support together: user-defined routes without effect, branch-to-branch. */
import { strings } from '../../../shared/strings';
import { formatPrefix } from '../address';
import type { Simulation } from '../simulation';
import type { LimitFound } from './finding';

const words = strings.reasons.limits;

const AZURE_AS = 65_515;

export function designWarnings(simulation: Simulation): LimitFound[] {
  return [...unusedRoutes(simulation), ...branchToBranch(simulation)];
}

function unusedRoutes({ plane }: Simulation): LimitFound[] {
  const { control, network } = plane;
  return Object.entries(control.topology.vnets).flatMap(([vnet, { subnets }]) => {
    const fabric = network.nodeByName.get(vnet);
    const tables = new Set(Object.values(subnets).map(({ routeTable }) => routeTable));
    return [...tables].flatMap((table): LimitFound[] => {
      if (fabric === undefined || table === null) return [];
      return control.subnetTable(fabric, table).lost.flatMap(({ route, reason }): LimitFound[] => {
        if (route.user === undefined) return [];
        const text = words.unusedRoute(route.user.name, table, formatPrefix(route.prefix), vnet, reason);
        const remedy = words.nameAppliance;
        return [{ rule: 'unused-route', at: table, text, remedy, flow: null }];
      });
    });
  });
}

/** What Azure asks of a VPN gateway that exchanges routes with a Route Server. */
function branchToBranch({ plane }: Simulation): LimitFound[] {
  const { routeServers, gateways } = plane.control.topology;
  return Object.entries(routeServers).flatMap(([server, { vnet, branchToBranch: on }]) =>
    Object.entries(gateways).flatMap(([name, { vnet: own, type, asn, activeActive }]): LimitFound[] => {
      if (!on || own !== vnet || type !== 'vpn' || (activeActive && asn === AZURE_AS)) return [];
      const text = words.branchToBranch(server, name, activeActive, asn === AZURE_AS ? null : asn);
      const remedy = words.makeActiveActive(name, AZURE_AS);
      return [{ rule: 'branch-to-branch', at: name, text, remedy, flow: null }];
    }),
  );
}
