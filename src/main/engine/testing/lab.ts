/** What engine tests share: networks from short texts, edits by their line commands, results narrowed by kind. */
import type { CommandResult, PingResult, RouteView, TraceResult } from '../../../shared/results';
import { runCommand } from '../probes/console';
import { simulate, type Simulation } from '../simulation';
import { editLine } from '../topology/edit';
import { parseTopology, type TopologyDocument } from '../topology/parse';

/** The document of a topology text; throws with its problems where it has errors. */
export function documentOf(yaml: string): TopologyDocument {
  const parsed = parseTopology(yaml);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1));
  return parsed.value;
}

/** The document after these edit lines; throws where one cannot be applied. */
export function edited(document: TopologyDocument, ...lines: readonly string[]): TopologyDocument {
  return lines.reduce((current, line) => {
    const result = editLine(line, current);
    if (!result.ok) throw new Error(`${line}: ${JSON.stringify(result.problems)}`);
    return result.value.document;
  }, document);
}

/** The simulation of a document or of a topology text; throws where it does not converge. */
export function simulationOf(source: TopologyDocument | string, seed = 29): Simulation {
  const { topology } = typeof source === 'string' ? documentOf(source) : source;
  const result = simulate(topology, seed);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function unexpected(result: CommandResult): Error {
  return new Error(`an unexpected answer: ${JSON.stringify(result)}`);
}

/** @param command target and options of the command, e.g. `-h 5 10.0.0.1` */
export function tracert(simulation: Simulation, from: string, command: string): TraceResult {
  const result = runCommand(simulation, from, `tracert ${command}`);
  if (result.kind !== 'trace') throw unexpected(result);
  return result;
}

export function ping(simulation: Simulation, from: string, command: string): PingResult {
  const result = runCommand(simulation, from, `ping ${command}`);
  if (result.kind !== 'ping') throw unexpected(result);
  return result;
}

/** The hops of a trace as printed: addresses, `*` for silence. */
export function hopsOf(simulation: Simulation, from: string, command: string): string[] {
  return tracert(simulation, from, command).hops.map((hop) => hop.address ?? '*');
}

export function routesOf(simulation: Simulation, node: string): readonly RouteView[] {
  const result = runCommand(simulation, node, 'show ip route');
  if (result.kind !== 'routes') throw unexpected(result);
  return result.routes;
}

/** The active route of a node for exactly this prefix. */
export function routeOf(simulation: Simulation, node: string, prefix: string): RouteView | undefined {
  return routesOf(simulation, node).find((route) => route.active && route.prefix === prefix);
}

/** Names of the next nodes of the active route for exactly this prefix; empty where there is none. */
export function nextNodes(simulation: Simulation, node: string, prefix: string): string[] {
  return (routeOf(simulation, node, prefix)?.nextHops ?? []).map((hop) => hop.node ?? hop.action);
}
