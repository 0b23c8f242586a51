/** Console cells: lines that ask the network, or name a scenario of it. */
import type { ConsoleEntry } from '../../../shared/evaluation';
import type { Problem } from '../../../shared/problem';
import type { CommandResult, ScenarioResult } from '../../../shared/results';
import { parseConsole, type ConsoleLine } from './console';
import { define, isScenarioLine, parseScenarioLine, scenarioNetworks } from './scenarios';
import type { NamedScenario, Network, Question, Scenarios, Step, Tools } from './state';
import { finish, firstLine, inLineOrder, nodeNames } from './step-output';
import { errorAt } from './words';

export function askConsole<Document, Simulation>(question: Question<Document, Simulation>): Step<Document> {
  const { cell, before, network, simulation, named, tools } = question;
  const { lines, problems } = parseConsole(cell.text, nodeNames(network));
  const failures: Problem[] = [];
  let known = named.scenarios;
  const scenarios: NamedScenario<Document>[] = [];
  const answer = (line: ConsoleLine): CommandResult => {
    if (!isScenarioLine(line.command.text)) {
      const result = tools.engine.runCommand(
        simulation,
        line.node.text,
        line.command.text,
        scenarioNetworks(known, tools),
      );
      if (result.kind === 'failure')
        failures.push(errorAt(line.line, line.command, firstLine(result.message), result.hint));
      return result;
    }
    const made = nameInLine(line, network, known, tools);
    failures.push(...made.problems);
    if (made.scenario !== null && !known.has(made.scenario.name)) {
      known = new Map([...known, [made.scenario.name, made.scenario.network]]);
      scenarios.push(made.scenario);
    }
    return made.result;
  };
  const entries = lines.map((line): ConsoleEntry => {
    const result = answer(line);
    const { node, command } = line;
    const text = tools.engine.renderText(result);
    return { line: line.line, node: node.text, command: command.text, result, text };
  });
  const all = inLineOrder([...problems, ...failures]);
  return finish(cell, before, { kind: 'console', entries }, all, { scenarios });
}

interface NamedInLine<Document> {
  readonly result: CommandResult;
  readonly scenario: NamedScenario<Document> | null;
  readonly problems: readonly Problem[];
}

/** Carries `scenario NAME from OTHER { ... }` out. */
export function nameInLine<Document, Simulation>(
  { line, command }: Pick<ConsoleLine, 'line' | 'command'>,
  base: Network<Document>,
  known: Scenarios<Document>,
  tools: Tools<Document, Simulation>,
): NamedInLine<Document> {
  const parsed = parseScenarioLine(command, line);
  if ('severity' in parsed) return { result: failed([parsed]), scenario: null, problems: [parsed] };
  const name = parsed.name.text;
  const { network, edits, problems } = define(parsed, parsed.edits, line, base, known, tools);
  const scenario = { name, network };
  if (network === null) return { result: failed(problems), scenario, problems };
  const result: ScenarioResult = {
    kind: 'scenario',
    name,
    from: parsed.from.text,
    edits: edits.map(({ text, summary }) => ({ text, summary })),
  };
  return { result, scenario, problems };
}

function failed(problems: readonly Problem[]): CommandResult {
  const worst = problems.find(({ severity }) => severity === 'error') ?? problems[0];
  const hint = worst?.hint;
  return {
    kind: 'failure',
    message: worst?.message ?? 'The scenario is wrong',
    ...(hint === undefined ? {} : { hint }),
  };
}
