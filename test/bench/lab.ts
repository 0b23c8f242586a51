/** The published Azure lab: from nothing, as a page, and with one failure more. */
import lab from '../../notebooks/azure-interop.tracebook.md?raw';
import { createEvaluator, parseNotebook } from '../../src/main/engine';
import { runCommand } from '../../src/main/engine/probes/console';
import { parseTopology } from '../../src/main/engine/topology/parse';
import type { Bench } from './measure';
import { fresh, simulationOf } from './networks';

export function benchLab(bench: Bench): void {
  const { notebook } = parseNotebook(lab);
  const at = notebook.cells.findIndex((cell) => cell.kind === 'topology');
  const parsed = parseTopology(notebook.cells[at]?.text ?? '');
  if (!parsed.ok) throw new Error('the lab does not parse');
  const { topology } = parsed.value;
  const hosts = Object.keys(topology.hosts);
  const pairs = hosts.flatMap((from) => hosts.filter((to) => to !== from).map((to) => [from, to] as const));
  bench.time('control plane', 31, 10, () => simulationOf(fresh(topology)).plane.network.nodes.length);
  bench.time(`control plane and ${pairs.length} traces`, 31, 10, () => {
    const simulation = simulationOf(fresh(topology));
    return pairs.filter(([from, to]) => {
      const result = runCommand(simulation, from, `tracert ${to}`);
      return result.kind === 'trace' && result.reached;
    }).length;
  });
  bench.time('whole page from nothing', 11, 3, () => createEvaluator().evaluate(notebook).outputs.length);
  const evaluator = createEvaluator();
  const links = Object.keys(topology.links);
  let turn = 0;
  bench.time('one failure more, page recomputed', 21, 5, () => {
    // A latency no run before had: nothing of this network is remembered.
    turn++;
    const link = links[turn % links.length] ?? '';
    const text = `shutdown ${link}\nset ${link} latency ${turn} ms`;
    const edit = { id: 'toggle', kind: 'edit' as const, text, attributes: '', origin: null };
    const cells = notebook.cells.toSpliced(at + 1, 0, edit);
    return evaluator.evaluate({ ...notebook, cells }).outputs.length;
  });
}
