/** What a network of the tests has, by name: so that a run can say what its networks were made of. */
import type { Policy, Topology } from '../../src/main/engine/topology/model';

export function featuresOf({ routers, lans }: Topology): string[] {
  const found = new Set<string>();
  for (const { ospf, bgp, interfaces, static: statics } of Object.values(routers)) {
    if (ospf !== null) {
      found.add('OSPF');
      const areas = Object.values(interfaces).map(({ ospfArea }) => ospfArea ?? ospf.area);
      if (areas.some((area) => area !== 0)) found.add('OSPF areas');
      if (ospf.areas.some(({ type }) => type !== 'normal')) found.add('OSPF stub areas');
      if (ospf.areas.some(({ ranges }) => ranges.length > 0)) found.add('OSPF ranges');
      if (Object.values(ospf.distance).some((distance) => distance !== 110)) found.add('OSPF distances');
      if (ospf.redistribute.length > 0) found.add('OSPF redistribution');
      if (ospf.redistribute.some(({ from }) => from === 'bgp')) found.add('BGP into OSPF');
    }
    if (statics.length > 0) found.add('static routes');
    if (bgp === null) continue;
    if (bgp.redistribute.length > 0) found.add('BGP redistribution');
    if (bgp.maximumPaths > 1) found.add('BGP multipath');
    if (bgp.aggregates.length > 0) found.add('BGP aggregates');
    if (bgp.alwaysCompareMed || bgp.multipathRelax || bgp.defaultLocalPreference !== 100)
      found.add('BGP rules of decision');
    for (const neighbor of bgp.neighbors) {
      if (neighbor.routeReflectorClient) found.add('BGP reflectors');
      if (neighbor.in.routeMap !== null || neighbor.out.routeMap !== null) found.add('BGP route maps');
      if (neighbor.defaultOriginate) found.add('BGP default routes');
      if (neighbor.allowAsIn > 0 || neighbor.asOverride || neighbor.removePrivateAs !== null)
        found.add('BGP rewritten AS paths');
      found.add(neighbor.asn === bgp.asn ? 'iBGP' : 'eBGP');
      if (changes(neighbor.in) || changes(neighbor.out)) found.add('BGP policies');
    }
  }
  if (Object.keys(lans).length > 0) found.add('LANs');
  return [...found];
}

function changes({ prefixList, localPreference, med, prepend, weight }: Policy): boolean {
  return prepend > 0 || [prefixList, localPreference, med, weight].some((value) => value !== null);
}
