/** Where the edits of a cell took hold, for the map of the network they made. */
import { useMemo } from 'react';
import type { CellOutput } from '../../shared/evaluation';
import type { NetworkView } from '../../shared/network-view';
import { editedOverlay } from '../diagrams/edited-map';
import { NO_OVERLAY, type MapOverlay } from '../diagrams/map/overlay';

export function useEditMarks(output: CellOutput, view: NetworkView | undefined): MapOverlay {
  const edits = output.kind === 'edit' || output.kind === 'scenario' ? output.edits : null;
  return useMemo(
    () => (edits === null || view === undefined ? NO_OVERLAY : editedOverlay(edits, view)),
    [edits, view],
  );
}
