/** Draws a map's graph with Graphviz, its nodes as large as ours are with their names. */
import { execFileSync } from 'node:child_process';
import type { MapGraph } from '../../src/renderer/diagrams/map/graph';
import type { Drawing, Place } from './judge';

export type Program = 'dot' | 'neato' | 'sfdp';

/** Points to an inch, in which Graphviz measures. */
const INCH = 72;

export function hasGraphviz(): boolean {
  try {
    execFileSync('dot', ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export function drawnBy(program: Program, graph: MapGraph): Drawing {
  const input = dotText(graph);
  const text = execFileSync(program, ['-Tplain'], {
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return parsePlain(text, graph);
}

function dotText(graph: MapGraph): string {
  const indexes = new Map(graph.nodes.map(({ id }, index) => [id, index]));
  const nodes = graph.nodes.map(({ width, above, below }, index) => {
    const size = `width=${width / INCH}, height=${(above + below) / INCH}`;
    return `n${index} [${size}, label="", shape=box, fixedsize=true];`;
  });
  const clusters = [...graph.areas.keys()].map((area, index) => {
    const members = graph.nodes.flatMap((node, at) => (node.area === area ? [`n${at};`] : []));
    return `subgraph cluster_${index} { ${members.join(' ')} }`;
  });
  const edges = graph.edges.map(({ from, to }) => `n${indexes.get(from)} -- n${indexes.get(to)};`);
  return `graph { rankdir=LR; overlap=false;\n${[...nodes, ...clusters, ...edges].join('\n')}\n}`;
}

/** https://graphviz.org/docs/outputs/plain/: nodes with centre and size, edges as B-splines, in inches. */
function parsePlain(text: string, graph: MapGraph): Drawing {
  const idOf = (word: string): string => graph.nodes[Number(word.slice(1))]?.id ?? word;
  const rows = text.split('\n').map((line) => line.split(' '));
  const nodes = rows.flatMap(([kind, name = '', x, y, width, height]) => {
    if (kind !== 'node') return [];
    const [cx, cy, half, rise] = [Number(x), Number(y), Number(width) / 2, Number(height) / 2];
    const box = { left: cx - half, right: cx + half, top: cy - rise, bottom: cy + rise };
    return [{ id: idOf(name), boxes: [box] }];
  });
  const lines = rows.flatMap(([kind, tail = '', head = '', count, ...numbers]) => {
    if (kind !== 'edge') return [];
    const control = Array.from({ length: Number(count) }, (_, index): Place => {
      return { x: Number(numbers[2 * index]), y: Number(numbers[2 * index + 1]) };
    });
    return [{ ends: [idOf(tail), idOf(head)] as const, points: alongSpline(control) }];
  });
  return { nodes, lines };
}

const STEPS = 16;

/** Points along cubic Bézier curves that follow each other. */
function alongSpline(control: readonly Place[]): Place[] {
  const points = control.slice(0, 1);
  for (let at = 0; at + 3 < control.length; at += 3) {
    const [a, b, c, d] = control.slice(at, at + 4);
    if (a === undefined || b === undefined || c === undefined || d === undefined) continue;
    for (let step = 1; step <= STEPS; step += 1) {
      const t = step / STEPS;
      const blend = (p: number, q: number, r: number, s: number): number =>
        (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t * t * r + t ** 3 * s;
      points.push({ x: blend(a.x, b.x, c.x, d.x), y: blend(a.y, b.y, c.y, d.y) });
    }
  }
  return points;
}
