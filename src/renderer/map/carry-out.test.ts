import { expect, it } from 'vitest';
import { engine } from '../../main/engine';
import { writeEdits } from '../../main/engine/topology/write-edits';
import type { CellKind } from '../../shared/notebook';
import { INITIAL_STATE, perform, undo } from '../app/state';
import { createStore } from '../app/store';
import { carryOut } from './carry-out';

const TOPOLOGY = 'lans: { office: {} } # ours\n';

function network() {
  const parsed = engine.parseTopology(TOPOLOGY);
  if (!parsed.ok) throw new Error('the topology has errors');
  return engine.networkView(parsed.value);
}

function storeWith(kind: CellKind, text: string) {
  const cells = [{ id: 'c', kind, text, attributes: '', origin: null }];
  const store = createStore();
  store.update(() => ({ ...INITIAL_STATE, phase: 'ready', notebook: { ...INITIAL_STATE.notebook, cells } }));
  return { store, text: () => store.get().notebook.cells.map((cell) => cell.text) };
}

const gesture = { kind: 'shutdown', name: 'office' } as const;
const api = { writeEdits: async (text: string, lines: readonly string[]) => writeEdits(text, lines) };

it('writes a gesture into a topology, and takes it back in one step', async () => {
  const { store, text } = storeWith('topology', TOPOLOGY);
  await carryOut(store, api, 'c', gesture, network());
  expect(text()).toEqual(['lans: { office: { shutdown: true } } # ours\n']);
  store.update(undo);
  expect(text()).toEqual([TOPOLOGY]);
});

it('writes on what was typed while it was being written', async () => {
  const { store, text } = storeWith('topology', TOPOLOGY);
  let typed = false;
  const slow = {
    writeEdits: async (topology: string, lines: readonly string[]) => {
      if (!typed)
        store.update((state) =>
          perform(state, [{ type: 'set-text', id: 'c', text: `# new\n${TOPOLOGY}` }], 1),
        );
      typed = true;
      return writeEdits(topology, lines);
    },
  };
  await carryOut(store, slow, 'c', gesture, network());
  expect(text()).toEqual(['# new\nlans: { office: { shutdown: true } } # ours\n']);
});

it('writes into an edit cell without asking anybody', async () => {
  const { store, text } = storeWith('edit', '# mine');
  const nobody = { writeEdits: () => Promise.reject(new Error('not asked')) };
  await carryOut(store, nobody, 'c', gesture, network());
  expect(text()).toEqual(['# mine\nshutdown office']);
});

it('tells why nothing was written', async () => {
  const { store, text } = storeWith('topology', TOPOLOGY);
  await carryOut(store, api, 'c', { ...gesture, name: 'nobody' }, network());
  expect(text()).toEqual([TOPOLOGY]);
  expect(store.get().toast?.text).toContain('nobody');
});
