/** What came out of a cell, by its kind. */
import { useMemo, type JSX } from 'react';
import type { CellOutput } from '../../shared/evaluation';
import { useServices } from '../app/api';
import { useApp, useStore } from '../app/store';
import { words } from '../app/strings';
import { GestureMap } from '../map/GestureMap';
import { NearView } from '../ui/NearView';
import { PictureActions, type PictureActionsValue } from '../diagrams/actions';
import { ConsoleOutput } from './ConsoleOutput';
import { EditOutput } from './EditOutput';
import { ExpectOutput } from './ExpectOutput';
import { PredictOutput } from './PredictOutput';
import { ObservedOutput } from './ObservedOutput';

interface Props {
  readonly output: CellOutput;
  readonly position: number;
}

export function CellOutputView({ output, position }: Props): JSX.Element | null {
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
}

/** About as high as most maps are, px. */
const MAP_HEIGHT = 480;

function CellConsole({
  output,
}: {
  readonly output: Extract<CellOutput, { readonly kind: 'console' }>;
}): JSX.Element {
  const view = useApp((app) => (output.networkKey === null ? undefined : app.networks[output.networkKey]));
  const store = useStore();
  const { api } = useServices();
  const { networkKey } = output;
  const actions = useMemo(
    (): PictureActionsValue => ({
      savePicture: (name, format, data) => api.savePicture(name, format, data),
      ask:
        networkKey === null
          ? null
          : (node, command) =>
              store.update((state) => ({
                ...state,
                inspected: { networkKey, reference: null, question: { node, command } },
              })),
    }),
    [api, store, networkKey],
  );
  return (
    <PictureActions value={actions}>
      <ConsoleOutput entries={output.entries} view={view ?? null} />
    </PictureActions>
  );
}

function CellMap({ output, position }: Props): JSX.Element | null {
  const view = useApp((app) => (output.networkKey === null ? undefined : app.networks[output.networkKey]));
  if (view === undefined || view.nodes.length === 0) return null;
  return (
    <figure className="output map" aria-label={words.map.label(output.kind, position)}>
      <NearView of={view} height={MAP_HEIGHT}>
        {() => <GestureMap cellId={output.cellId} view={view} />}
      </NearView>
    </figure>
  );
}
