/** `tracebook trace`: one path, as text or JSON. */
import { engine } from '../main/engine/index';
import { parseAddress } from '../main/engine/address';
import type { PathsResult, TraceHop, TraceResult, Walk } from '../shared/results';
import { parseOptions, required, UsageError } from './arguments';
import type { ExitCode, Io } from './io';
import { isNode, loadNetwork, reportFailure } from './network';
import { transcript } from '../shared/transcript';

const SCHEMA = 'tracebook.trace/1';

export function traceCommand(argv: readonly string[], io: Io): ExitCode {
  const args = parseOptions(argv, {
    topology: 'value',
    from: 'value',
    to: 'value',
    edit: 'values',
    'all-paths': 'flag',
    json: 'flag',
  });
  const file = required(args, 'topology');
  const from = required(args, 'from');
  const to = required(args, 'to');
  const [extra] = args.positionals;
  if (extra !== undefined) throw new UsageError(`"${extra}" does not belong here`);

  const network = loadNetwork(file, args.values('edit'), io);
  if (network === null || !isNode('--from', from, network, io)) return 2;
  if (parseAddress(to) === null && !isNode('--to', to, network, io)) return 2;

  const trace = engine.runCommand(network.simulation, from, `tracert ${to}`);
  if (trace.kind !== 'trace') {
    reportFailure('--from', trace, io);
    return 2;
  }
  const asked = args.flag('all-paths') ? engine.runCommand(network.simulation, from, `paths ${to}`) : null;
  const paths = asked?.kind === 'paths' ? asked : null;
  if (args.flag('json')) {
    io.out(`${JSON.stringify(traceJson(trace, paths), null, 2)}\n`);
    return 0;
  }
  io.out(transcript(from, `tracert ${to}`, engine.renderText(trace), trace));
  if (paths !== null) io.out(transcript(from, `paths ${to}`, engine.renderText(paths), paths));
  return 0;
}

function traceJson(trace: TraceResult, paths: PathsResult | null): unknown {
  const { probe, disposition, reached, hops, forwardWalk, returnWalk } = trace;
  return {
    schema: SCHEMA,
    disposition,
    reached,
    source: { node: probe.source, address: probe.sourceAddress },
    target: { name: probe.targetName, address: probe.targetAddress },
    hops: hops.map(hopJson),
    forward: walkJson(forwardWalk),
    return: returnWalk === null ? null : walkJson(returnWalk),
    ...(paths === null
      ? {}
      : {
          paths: paths.walks.map((walk, index) => ({ taken: index === paths.taken, ...walkJson(walk) })),
          truncated: paths.truncated,
        }),
  };
}

function hopJson({ ttl, address, name, node, interface: port, silence, rttMs }: TraceHop): unknown {
  return {
    ttl,
    address,
    name,
    node,
    interface: port,
    silentReason: silence?.reason ?? null,
    silentAt: silence?.at ?? null,
    silentText: silence?.text ?? null,
    rttMs,
  };
}

function walkJson({ disposition, latencyMs, steps }: Walk): object {
  return {
    disposition,
    latencyMs,
    steps: steps.map(({ node, ingress, egress, link, linkPath, action, note, route }) => ({
      node,
      ingress,
      egress,
      link,
      linkPath,
      action,
      prefix: route?.prefix ?? null,
      note,
    })),
  };
}
