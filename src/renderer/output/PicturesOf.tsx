/** What pictures of a network ask of the page: to be saved, and what more there is to know of a part. */
import { useMemo, type JSX, type ReactNode } from 'react';
import { useServices } from '../app/api';
import { useStore } from '../app/store';
import { inspect } from '../highlight/subject';
import { PictureActions, type PictureActionsValue } from '../diagrams/actions';

interface Props {
  /** Of the network they show; null where nobody can be asked about it. */
  readonly networkKey: string | null;
  readonly children: ReactNode;
}

export function PicturesOf({ networkKey, children }: Props): JSX.Element {
  const store = useStore();
  const { api } = useServices();
  const actions = useMemo(
    (): PictureActionsValue => ({
      savePicture: (name, format, data) => api.savePicture(name, format, data),
      ask:
        networkKey === null
          ? null
          : (node, command) =>
              store.update((state) => ({
                ...state,
                inspected: inspect(state.inspected, {
                  networkKey,
                  reference: null,
                  question: { node, command },
                }),
              })),
    }),
    [api, store, networkKey],
  );
  return <PictureActions value={actions}>{children}</PictureActions>;
}
