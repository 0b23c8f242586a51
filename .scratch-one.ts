import { execFileSync } from 'node:child_process';
import { labOf } from './src/main/engine/export/index';
import { parseTopology } from './src/main/engine/topology/parse';
import { routingContexts } from './src/main/engine/topology/contexts';
import { runNetwork } from './test/frr/run-network';
import { RunningLab } from './test/frr/namespaces';
import { randomNetwork } from './test/frr/random-network';
import { simulate } from './src/main/engine/simulation';
export async function main(files: [string,string][]) {
  for (const [i, [name, text]] of files.entries()) {
    const parsed = parseTopology(text);
    if (!parsed.ok) { console.log(name, parsed.problems); continue; }
    const topology = routingContexts(parsed.value.topology);
    const sim = simulate(topology, 0);
    if (!sim.ok) { console.log(name, 'no', sim.problems); continue; }
    const lab = labOf(topology, 'fast');
    const running = new RunningLab(lab, 700 + i);
    try {
      const r = await runNetwork({ seed: 700 + i, text, summary: name, topology, simulation: sim.value, lab, key: '' }, running);
      console.log(name, r.verdict, r.routes, 'routes', r.traceroutes, 'traceroutes', r.seconds);
      for (const d of r.details) console.log('  ' + d);
      if (process.env.Q) for (const q of process.env.Q.split(';')) { const [n,c] = q.split(':'); console.log(execFileSync('vtysh',['--vty_socket',(running as any).folderOf(n),'-c',c!]).toString()); }
    } finally { await running.stop(); }
  }
  return 0;
}
export { randomNetwork, parseTopology };
