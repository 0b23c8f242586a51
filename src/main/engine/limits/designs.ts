/** Settings that Azure does not use or does not support together: user-defined routes without effect, branch-to-branch. */
import { formatPrefix } from '../address';
import type { Simulation } from '../simulation';
import type { LimitFound } from './finding';

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
        const text = `Route ${route.user.name} of ${table} (${formatPrefix(route.prefix)}) is Invalid in ${vnet}: ${reason}.`;
        const remedy = 'Name an appliance as the next hop, or take the route out.';
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
      const wrong = [
        ...(activeActive ? [] : ['is not active-active']),
        ...(asn === AZURE_AS ? [] : [`has AS ${asn}`]),
      ];
      const text = `Route Server ${server} exchanges routes between branches, but ${name} ${wrong.join(' and ')}.`;
      const remedy = `Make ${name} active-active, with AS ${AZURE_AS}.`;
      return [{ rule: 'branch-to-branch', at: name, text, remedy, flow: null }];
    }),
  );
}
