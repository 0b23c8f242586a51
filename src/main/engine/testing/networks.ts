/** The two networks every question is put to in tests: the Azure lab, and a provider with two customers. */
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
