/** VRFs of routers: their names, and whose an interface is. */
import type { Topology } from '../model';
import { suggest } from '../nearest';
import type { Context } from './context';

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
            `"${name}" has no interface "${key}"`,
            suggest(key, Object.keys(interfaces)) ?? `add it under interfaces of ${name}`,
          );
        else if (owner !== undefined)
          context.error(
            [...path, 'interfaces', index],
            owner === vrf
              ? `"${key}" stands here twice`
              : `Interface "${key}" of "${name}" is in VRF "${owner}" already`,
            'an interface belongs to one VRF',
          );
      }
    }
  }
}

function checkName(context: Context, path: readonly string[], vrf: string): void {
  if (!/^[A-Za-z0-9._-]{1,15}$/.test(vrf))
    context.error(
      path,
      `"${vrf}" cannot be the name of a VRF`,
      'use letters, digits, dot, hyphen and underscore, at most 15',
      'key',
    );
  else if (vrf === 'default')
    context.error(path, 'The default VRF is the router itself', 'write its settings outside vrfs', 'key');
}
