/** What came out of a cell, by its kind. */
import { memo, type JSX } from 'react';
import type { CellOutput } from '../../shared/evaluation';
import { useApp } from '../app/store';
import { words } from '../app/strings';
import { hasMap } from '../diagrams/map/graph';
import { GestureMap } from '../map/GestureMap';
import { NearView } from '../ui/NearView';
import { ConsoleOutput } from './ConsoleOutput';
import { useEditMarks } from './edit-marks';
import { EditOutput } from './EditOutput';
import { ExpectOutput } from './ExpectOutput';
import { PredictOutput } from './PredictOutput';
import { ObservedOutput } from './ObservedOutput';
import { PicturesOf } from './PicturesOf';
import { useSpoken } from '../ui/spoken';

interface Props {
  readonly output: CellOutput;
  readonly position: number;
}

export const CellOutputView = memo(function CellOutputView({ output, position }: Props): JSX.Element | null {
  useSpoken();
  switch (output.kind) {
    case 'markdown':
      return null;
    case 'topology':
      return <CellMap output={output} position={position} />;
    case 'edit':
    case 'scenario':
      return (
        <>
          <EditOutput edits={output.edits} />
          <CellMap output={output} position={position} />
        </>
      );
    case 'console':
      return <CellConsole output={output} />;
    case 'observed':
      return <ObservedOutput entries={output.entries} />;
    case 'expect':
      return <ExpectOutput checks={output.checks} />;
    case 'predict':
      return output.predicted === null ? null : (
        <PredictOutput cellId={output.cellId} predicted={output.predicted} />
      );
  }
});

/** About as high as most maps are, px. */
const MAP_HEIGHT = 480;

function CellConsole({
  output,
}: {
  readonly output: Extract<CellOutput, { readonly kind: 'console' }>;
}): JSX.Element {
  const view = useApp((app) => (output.networkKey === null ? undefined : app.networks[output.networkKey]));
  return (
    <PicturesOf networkKey={output.networkKey}>
      <ConsoleOutput entries={output.entries} view={view ?? null} />
    </PicturesOf>
  );
}

function CellMap({ output, position }: Props): JSX.Element | null {
  const view = useApp((app) => (output.networkKey === null ? undefined : app.networks[output.networkKey]));
  const marks = useEditMarks(output, view);
  if (view === undefined || !hasMap(view)) return null;
  return (
    <figure className="output map" aria-label={words.map.label(output.kind, position)}>
      <NearView of={view} height={MAP_HEIGHT}>
        {() => (
          <PicturesOf networkKey={output.networkKey}>
            <GestureMap cellId={output.cellId} view={view} marks={marks} />
          </PicturesOf>
        )}
      </NearView>
    </figure>
  );
}
