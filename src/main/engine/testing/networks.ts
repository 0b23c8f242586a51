/** The networks questions are put to in tests: the Azure lab, a provider with two customers, three routers. */
import { readFileSync } from 'node:fs';
import type { CommandResult } from '../../../shared/results';
import { runCommand } from '../probes/console';
import { renderText } from '../probes/text';
import type { Simulation } from '../simulation';
import type { TopologyDocument } from '../topology/parse';
import { documentOf } from './lab';

export function azureLab(): TopologyDocument {
  return documentOf(readFileSync('test/fixtures/azure-lab.yaml', 'utf8'));
}

export function twoCustomers(): TopologyDocument {
  return documentOf(readFileSync('test/fixtures/two-customers.yaml', 'utf8'));
}

/** alice, r1, r3, bob with a fast detour over r2; all OSPF. */
export function plainRouters(): TopologyDocument {
  return documentOf(readFileSync('test/fixtures/three-routers.yaml', 'utf8'));
}

/** Two ways of equal cost between ann and ben; all OSPF. */
export function square(): TopologyDocument {
  return documentOf(readFileSync('test/fixtures/square.yaml', 'utf8'));
}

type Kind = CommandResult['kind'];

/** The result of a command line such as `ce1> show ip bgp`; throws where it is of another kind. */
export function ask<K extends Kind>(
  simulation: Simulation,
  line: string,
  kind: K,
): Extract<CommandResult, { readonly kind: K }> {
  const [node = '', command = ''] = line.split('> ');
  const result = runCommand(simulation, node, command);
  if (!isKind(result, kind)) throw new Error(`an unexpected answer: ${JSON.stringify(result)}`);
  return result;
}

function isKind<K extends Kind>(
  result: CommandResult,
  kind: K,
): result is Extract<CommandResult, { readonly kind: K }> {
  return result.kind === kind;
}

/** The lines of the terminal, without those that are empty. */
export function linesOf(simulation: Simulation, line: string): string[] {
  const [node = '', command = ''] = line.split('> ');
  return renderText(runCommand(simulation, node, command))
    .split('\n')
    .filter((each) => each !== '');
}
