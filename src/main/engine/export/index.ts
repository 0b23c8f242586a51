/** Exports: the network as machines that run the real thing. */
import { compileNetwork } from '../topology/compile';
import type { Topology } from '../topology/model';
import type { Timers } from './frr-conf';
import { LabBuilder, type Lab } from './lab';
import { configureHosts, configureRouters, plainMachines, type Export } from './plain';

export type { Lab, LabNode } from './lab';

/** The lab of a validated topology. */
export function labOf(topology: Topology, timers: Timers = 'usual'): Lab {
  const lab = new LabBuilder();
  const context: Export = {
    topology,
    network: compileNetwork(topology),
    lab,
    timers,
    machines: new Map(),
  };
  plainMachines(context);
  configureRouters(context);
  configureHosts(context);
  return lab.finish();
}
