/** VRFs of routers: their names, and whose an interface is. */
import { strings } from '../../../../shared/strings';
import type { Topology } from '../model';
import { suggest } from '../nearest';
import type { Context } from './context';

const said = strings.reasons.topology.vrfs;

/** @param topology as it is written: in the context's, VRFs are routers already */
export function checkVrfs(context: Context, topology: Topology): void {
  for (const [name, { interfaces, vrfs }] of Object.entries(topology.routers)) {
    const owners = new Map<string, string>();
    for (const [vrf, { interfaces: own }] of Object.entries(vrfs)) {
      const path = ['routers', name, 'vrfs', vrf];
      checkName(context, path, vrf);
      for (const [index, key] of own.entries()) {
        const owner = owners.get(key);
        owners.set(key, owner ?? vrf);
        if (!Object.hasOwn(interfaces, key))
          context.error(
            [...path, 'interfaces', index],
            strings.reasons.topology.references.noInterface(name, key),
            suggest(key, Object.keys(interfaces)) ?? strings.reasons.topology.references.addInterface(name),
          );
        else if (owner !== undefined)
          context.error(
            [...path, 'interfaces', index],
            owner === vrf ? said.twice(key) : said.inVrf(key, name, owner),
            said.oneVrf,
          );
      }
    }
  }
}

function checkName(context: Context, path: readonly string[], vrf: string): void {
  if (!/^[A-Za-z0-9._-]{1,15}$/.test(vrf)) context.error(path, said.badName(vrf), said.letters, 'key');
  else if (vrf === 'default') context.error(path, said.isDefault, said.outside, 'key');
}
