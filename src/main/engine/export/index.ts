/** Exports: the network as machines that run the real thing. */
import { compileNetwork } from '../topology/compile';
import { routingContexts } from '../topology/contexts';
import type { Topology } from '../topology/model';
import { AzureParts } from './azure-parts';
import type { Timers } from './frr-conf';
import { LabBuilder, type Lab } from './lab';
import { configureHosts, configureRouters, plainMachines, type Export } from './plain';

export { containerlabFiles } from './containerlab';
export type { Lab, LabNode } from './lab';

/** The lab of a validated topology. */
export function labOf(written: Topology, timers: Timers = 'usual'): Lab {
  const topology = routingContexts(written);
  const lab = new LabBuilder();
  const context: Export = {
    topology,
    network: compileNetwork(topology),
    lab,
    timers,
    machines: new Map(),
  };
  const azure = new AzureParts(context);
  plainMachines(context);
  azure.build();
  configureRouters(context);
  configureHosts(context);
  azure.configure();
  return lab.finish();
}
