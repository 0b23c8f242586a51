/** Cells that make a network: topology cells, edit cells, and scenarios, which make one beside it. */
import type { Cell } from '../../../shared/notebook';
import type { Problem } from '../../../shared/problem';
import { hashTexts } from '../hash';
import { carryOut, editLines } from './edits';
import { groupWords } from './ids';
import { define, parseHead } from './scenarios';
import type { Named, Network, State, Step, Tools } from './state';
import { finish, labelOf, type Body } from './step-output';

/** Problems of a cell's fence line stand in the line above its first. */
const FENCE_LINE = 0;

export function makeNetwork<Document, Simulation>(
  cell: Cell,
  tools: Tools<Document, Simulation>,
): Step<Document> {
  const parsed = tools.engine.parseTopology(cell.text);
  if (!parsed.ok) {
    const after = { network: null, blocker: { label: labelOf(cell), fatal: true } };
    return finish(cell, after, { kind: 'topology' }, parsed.problems);
  }
  // Comments and layout are no part of it: typing one asks nothing below anew.
  const key = hashTexts(['topology', String(tools.seed), tools.engine.contentOf(parsed.value)]);
  return settle(cell, parsed.value, key, { kind: 'topology' }, parsed.problems, tools);
}

/** All commands or none: with one that is wrong, the cell changes nothing. */
export function editNetwork<Document, Simulation>(
  cell: Cell,
  network: Network<Document>,
  tools: Tools<Document, Simulation>,
): Step<Document> {
  const { document, edits, problems } = carryOut(tools.engine, network.document, editLines(cell.text));
  if (document === null) {
    const after = { network, blocker: { label: labelOf(cell), fatal: true } };
    return finish(cell, after, { kind: 'edit', edits: [] }, problems);
  }
  const key = hashTexts([network.key, cell.text]);
  return settle(cell, document, key, { kind: 'edit', edits }, problems, tools);
}

/** The step to a new network, with what its tables have to say. */
function settle<Document, Simulation>(
  cell: Cell,
  document: Document,
  key: string,
  body: Body,
  problems: readonly Problem[],
  tools: Tools<Document, Simulation>,
): Step<Document> {
  const network = { key, document, view: tools.engine.networkView(document) };
  const simulation = tools.simulationOf(network);
  const blocker = simulation.ok ? null : { label: labelOf(cell), fatal: false };
  return finish(cell, { network, blocker }, body, [...problems, ...simulation.problems]);
}

/** The cells below keep their network; the scenario's has a name for those that ask for it. */
export function nameScenario<Document, Simulation>(
  cell: Cell,
  before: State<Document>,
  base: Network<Document>,
  { scenarios }: Named<Document>,
  tools: Tools<Document, Simulation>,
): Step<Document> {
  const head = parseHead(groupWords(cell), FENCE_LINE, cell.attributes.length + 1);
  if ('severity' in head) {
    const body = { kind: 'scenario', name: null, from: null, edits: [] } as const;
    return finish(cell, before, body, [head]);
  }
  const { network, edits, problems } = define(head, editLines(cell.text), FENCE_LINE, base, scenarios, tools);
  const name = head.name.text;
  const body = { kind: 'scenario', name, from: head.from.text, edits } as const;
  const named = scenarios.has(name) ? [] : [{ name, network }];
  return finish(cell, before, body, problems, { shown: network, scenarios: named });
}
