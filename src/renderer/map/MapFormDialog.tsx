/** What a gesture needs to know before it can be written: a name, an address, a latency. */
import { useId, useState, type JSX, type ReactNode, type SubmitEvent } from 'react';
import { latencyInMs } from '../../shared/latency';
import type { NetworkView } from '../../shared/network-view';
import type { MapForm } from '../app/menus';
import { useServices } from '../app/api';
import { useApp, useStore } from '../app/store';
import { words } from '../app/strings';
import { Dialog } from '../ui/Dialog';
import { endsOf, freeAddress, freeLinkSubnet } from './addresses';
import { carryOut } from './carry-out';
import type { Gesture } from './gestures';

const text = words.editing.map;
const NAME = /^[A-Za-z][\w.-]*$/;

function namesIn({ nodes, links, areas }: NetworkView): ReadonlySet<string> {
  return new Set([...nodes, ...links, ...areas].map(({ name }) => name));
}

/** The first of `prefix1`, `prefix2`, … that nothing has. */
function freeName(network: NetworkView, prefix: string): string {
  const taken = namesIn(network);
  let number = 1;
  while (taken.has(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}

function nameFault(network: NetworkView, name: string): string | null {
  if (!NAME.test(name)) return text.nameInvalid;
  return namesIn(network).has(name) ? text.nameTaken(name) : null;
}

export function MapFormDialog({ open }: { readonly open: MapForm }): JSX.Element {
  const store = useStore();
  const { form, cellId, network } = open;
  const close = (): void => store.update((state) => ({ ...state, mapForm: null }));
  const { api } = useServices();
  const inTopology = useApp(({ notebook }) =>
    notebook.cells.some(({ id, kind }) => id === cellId && kind === 'topology'),
  );
  const write = (gesture: Gesture): void => {
    close();
    void carryOut(store, api, cellId, gesture, network);
  };
  const apply = inTopology ? text.applyTopology : text.applyEdit;
  const props = { network, apply, onWrite: write, onClose: close };
  switch (form.kind) {
    case 'latency':
      return <LatencyForm {...props} name={form.link.name} latencyMs={form.link.latencyMs} />;
    case 'host':
    case 'router':
      return <NodeForm {...props} kind={form.kind} lan={form.kind === 'host' ? form.lan : null} />;
    case 'link':
      return <LinkForm {...props} from={form.from} />;
  }
}

interface FormProps {
  readonly network: NetworkView;
  /** What the button says. */
  readonly apply: string;
  readonly onWrite: (gesture: Gesture) => void;
  readonly onClose: () => void;
}

interface FrameProps {
  readonly title: string;
  readonly apply: string;
  readonly fault: string | null;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function Frame({ title, apply, fault, onSubmit, onClose, children }: FrameProps): JSX.Element {
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (fault === null) onSubmit();
  }
  return (
    <Dialog label={title} titled={{ close: text.cancel }} className="map-form" onClose={onClose}>
      <form onSubmit={submit}>
        <div className="map-form-fields">{children}</div>
        <p className="map-form-fault" role="status">
          {fault}
        </p>
        <footer className="dialog-foot">
          <button type="button" className="button" onClick={onClose}>
            {text.cancel}
          </button>
          <button type="submit" className="button button-main" disabled={fault !== null}>
            {apply}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Without them any text may be written. */
  readonly options?: readonly string[];
  readonly first?: boolean;
}

function Field({ label, value, onChange, options, first = false }: FieldProps): JSX.Element {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      {options === undefined ? (
        <input
          id={id}
          className="field"
          type="text"
          value={value}
          spellCheck={false}
          data-first={first ? true : undefined}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <select
          id={id}
          className="field"
          value={value}
          data-first={first ? true : undefined}
          onChange={(event) => onChange(event.target.value)}
        >
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      )}
    </>
  );
}

function LatencyForm(props: FormProps & { readonly name: string; readonly latencyMs: number }): JSX.Element {
  const { name, latencyMs, apply, onWrite, onClose } = props;
  const [typed, setTyped] = useState(`${latencyMs} ms`);
  // A bare number is ms.
  const latency = /^[\d.]+$/.test(typed.trim()) ? `${typed.trim()} ms` : typed.trim();
  return (
    <Frame
      title={text.titles.latency(name)}
      apply={apply}
      fault={latencyInMs(latency) === null ? text.latencyInvalid : null}
      onSubmit={() => onWrite({ kind: 'latency', name, latency })}
      onClose={onClose}
    >
      <Field label={text.latencyField} value={typed} onChange={setTyped} first />
    </Frame>
  );
}

function NodeForm(
  props: FormProps & { readonly kind: 'host' | 'router'; readonly lan: string | null },
): JSX.Element {
  const { network, apply, kind, onWrite, onClose } = props;
  const lans = network.links.filter((link) => link.kind === 'lan').map(({ name }) => name);
  const [name, setName] = useState(() => freeName(network, kind === 'host' ? 'host' : 'r'));
  const [lan, setLan] = useState(props.lan ?? lans[0] ?? '');
  const [typed, setTyped] = useState<string | null>(null);
  const address = typed ?? freeAddress(network, lan) ?? '';
  const alone = kind === 'router' && lans.length === 0;
  const noLan = kind === 'host' && lans.length === 0 ? text.noLan : null;
  const noAddress = !alone && address.trim() === '' ? text.noFree : null;

  function write(): void {
    const at = { lan, address: address.trim() };
    onWrite(kind === 'host' ? { kind, name, ...at } : { kind, name, at: alone ? null : at });
  }

  return (
    <Frame
      title={text.titles[kind]}
      apply={apply}
      fault={noLan ?? nameFault(network, name) ?? noAddress}
      onSubmit={write}
      onClose={onClose}
    >
      <Field label={text.name} value={name} onChange={(value) => setName(value.trim())} first />
      {lans.length === 0 ? null : (
        <>
          <Field label={text.lan} value={lan} options={lans} onChange={setLan} />
          <Field label={text.address} value={address} onChange={setTyped} />
        </>
      )}
    </Frame>
  );
}

function LinkForm(props: FormProps & { readonly from: string }): JSX.Element {
  const { network, apply, from, onWrite, onClose } = props;
  const others = network.nodes.filter(({ kind, name }) => kind === 'router' && name !== from);
  const names = others.map(({ name }) => name);
  const [to, setTo] = useState(names[0] ?? '');
  const [typed, setTyped] = useState<string | null>(null);
  const [subnet, setSubnet] = useState(() => freeLinkSubnet(network) ?? '');
  const taken = namesIn(network);
  const usual = `${from}-${to}`;
  const name = typed ?? (taken.has(usual) ? freeName(network, `${usual}-`) : usual);
  const wrong = endsOf(subnet) === null ? text.subnetInvalid : null;
  return (
    <Frame
      title={text.titles.link(from)}
      apply={apply}
      fault={names.length === 0 ? text.noRouters : (nameFault(network, name) ?? wrong)}
      onSubmit={() => onWrite({ kind: 'link', name, from, to, subnet })}
      onClose={onClose}
    >
      <Field label={text.to} value={to} options={names} onChange={setTo} first />
      <Field label={text.name} value={name} onChange={(value) => setTyped(value.trim())} />
      <Field label={text.subnet} value={subnet} onChange={setSubnet} />
    </Frame>
  );
}
