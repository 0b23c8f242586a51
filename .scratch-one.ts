import { execFileSync } from "node:child_process";
import { labOf } from './src/main/engine/export/index';
import { compare, topologyOf } from './test/frr/compare';
import { RunningLab } from './test/frr/namespaces';
import { simulate } from './src/main/engine/simulation';
export async function main(files: [string,string][]) {
  for (const [name, text] of files) {
    const topology = topologyOf(text);
    const sim = simulate(topology, 0);
    if (!sim.ok) { console.log(name, 'no', sim.problems); continue; }
    const lab = labOf(topology, 'fast');
    if (process.env.SHOW) for (const n of lab.nodes) if (n.frr) console.log('###', n.name, n.commands.join('\n')); 
    const running = new RunningLab(lab);
    try {
      await running.start();
      const r = await compare(topology, sim.value, lab, running, 1);
      console.log(name, r.differences.length, 'differences', r.probes, 'probes', r.otherOutcome ? 'OTHER' : '');
      for (const d of r.differences) console.log('  ' + d);
      if (process.env.Q) for (const q of process.env.Q.split(";")) { const [n,c] = q.split(":"); console.log(execFileSync("vtysh",["--vty_socket",(running as any).folderOf(n),"-c",c!]).toString()); }
    } finally { await running.stop(); }
  }
  return 0;
}
