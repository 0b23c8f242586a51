/** A path's table: a row for each node, in the order of the way. */
import { strings } from '../strings';
import type { TableView } from '../table';
import { pathName } from './name';
import { medianRtt, pathModels, type PathModel, type PathSource } from './model';
import type { PathNode } from './node';

/** One table for each path of the result. */
export function pathTables(result: PathSource): readonly TableView[] {
  const models = pathModels(result);
  return models.map((model) => ({
    caption:
      model.index === null
        ? pathName(result)
        : `${strings.path.pathOf(model.index + 1, models.length)}, ${model.taken ? strings.path.taken : strings.path.possible}`,
    columns: strings.path.columns,
    rows: tableRows(model),
  }));
}

function tableRows(model: PathModel): string[][] {
  return model.nodes.map((node) => [
    node.ttls === null ? '' : strings.path.ttls(node.ttls[0], node.ttls[1]),
    node.address ??
      (node.role === 'transit' || node.role === 'around' || node.role === 'unprobed' ? '' : '*'),
    node.name ?? '',
    node.area === null ? '' : `${strings.areaKinds[node.area.kind]} ${node.area.name}`,
    roundTrips(node),
    remarks(node),
  ]);
}

function roundTrips(node: PathNode): string {
  return medianRtt(node.rttMs) === null
    ? ''
    : node.rttMs.map((time) => (time === null ? '*' : strings.path.milliseconds(time))).join(', ');
}

function remarks(node: PathNode): string {
  const parts: string[] = [];
  if (node.hop?.silence !== null && node.hop !== null) parts.push(node.hop.silence.text);
  if (node.step !== null) parts.push(node.step.note);
  if (node.report !== null) parts.push(strings.path.answered(strings.replies[node.report]));
  if (node.role === 'unprobed' || node.hop?.rttMs.length === 0) parts.push(strings.path.notProbed);
  if (node.role === 'around') parts.push(strings.path.around);
  if (node.role === 'target') parts.push(strings.path.notReached);
  parts.push(...node.branches.map((branch) => strings.path.branchName(branch)));
  return parts.join(' ');
}
