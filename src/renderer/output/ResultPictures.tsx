/** The pictures of a result as a figure; where several fit, a switch above them chooses. */
import { useId, useLayoutEffect, useMemo, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import type { NetworkView } from '../../shared/network-view';
import type { CommandResult } from '../../shared/results';
import { gridSource } from '../diagrams/grid/rows';
import { PictureFrame } from '../diagrams/PictureFrame';
import { picturesOf } from '../diagrams/pictures';
import { strings } from '../diagrams/strings';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { NearView } from '../ui/NearView';
import { HopGrid } from './HopGrid';

interface Props {
  readonly result: CommandResult;
  /** The network that was asked; null where it is not here. */
  readonly view: NetworkView | null;
  /** The command with its prompt, for the caption. */
  readonly prompt: string;
  /** On a slide: drawn at once, and what has steps stands at this one; null shows the picture chosen here. */
  readonly slide?: { readonly step: number | null };
  /** Told which hop of the trace is shown; null where none is. */
  readonly onHop?: (hop: number | null) => void;
}

const GRID = 'grid';

/** What was chosen of a result, for when its pictures are drawn anew: in another language, or near the window again. */
const lastChosen = new WeakMap<CommandResult, string>();

/** About as high as a path of a few hops is drawn, px. */
const HEIGHT = 260;

/** Where a result's pictures stand: beside its text, beneath it where they need all the room, or nowhere. */
export function shapeOf(result: CommandResult, view: NetworkView | null): 'none' | 'beside' | 'beneath' {
  const pictures = picturesOf(result, view);
  if (pictures.some(({ wide }) => wide)) return 'beneath';
  return pictures.length > 0 || gridSource(result) !== null ? 'beside' : 'none';
}

export function ResultPictures({ result, view, prompt, slide, onHop }: Props): JSX.Element | null {
  const [chosen, setWanted] = useState(() => lastChosen.get(result) ?? null);
  const step = slide?.step ?? null;
  const panel = useId();
  const [choosing, setChoosing] = useState(false);
  const source = gridSource(result);
  const pictures = useMemo(() => picturesOf(result, view), [result, view]);
  const choices = [
    ...pictures.map(({ id, label, title }) => ({ id, label, title })),
    ...(source === null
      ? []
      : [{ id: GRID, label: strings.pictures.grid, title: strings.pictures.titles.grid }]),
  ];
  const wanted = step === null ? chosen : pictures.find(({ frames }) => frames > 1)?.id;
  const active = choices.find(({ id }) => id === wanted) ?? choices[0];
  const drawing = useMemo(() => ({ pictures, id: active?.id }), [pictures, active?.id]);
  if (active === undefined) return null;
  const picture = pictures.find(({ id }) => id === active.id);
  const tabs =
    choices.length < 2 ? null : (
      <Tabs
        choices={choices}
        active={active.id}
        panel={panel}
        takesFocus={choosing}
        onFocus={() => setChoosing(false)}
        onChoose={(id) => {
          setWanted(id);
          lastChosen.set(result, id);
          setChoosing(true);
        }}
      />
    );
  const caption = strings.pictures.titled(active.title, prompt);
  const shown = (): JSX.Element => (
    <ErrorBoundary resetKey={`${active.id} ${picture?.name ?? ''}`}>
      <div id={panel} {...(tabs === null ? {} : { role: 'tabpanel', 'aria-label': active.label })}>
        {picture === undefined && source !== null ? <HopGrid source={source} head={tabs} /> : null}
        {picture === undefined ? null : (
          <PictureFrame
            key={picture.id}
            picture={picture}
            head={tabs}
            {...(slide === undefined ? {} : { slide })}
            {...(onHop === undefined ? {} : { onHop })}
          />
        )}
      </div>
    </ErrorBoundary>
  );
  return (
    <figure className="entry-picture" aria-label={caption}>
      {slide === undefined ? (
        <NearView of={drawing} height={HEIGHT}>
          {shown}
        </NearView>
      ) : (
        shown()
      )}
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

interface TabsProps {
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly active: string;
  readonly panel: string;
  /** Tabs come anew with each picture: the keyboard goes on with the one that was chosen. */
  readonly takesFocus: boolean;
  readonly onFocus: () => void;
  readonly onChoose: (id: string) => void;
}

/** One stop of the Tab key; arrow keys choose (ARIA APG, tabs with automatic activation). */
function Tabs({ choices, active, panel, takesFocus, onFocus, onChoose }: TabsProps): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (takesFocus) list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, [takesFocus]);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = choices.findIndex(({ id }) => id === active);
    const next = choices[(at + step + choices.length) % choices.length];
    if (next === undefined) return;
    onChoose(next.id);
  }
  return (
    <div
      ref={list}
      className="diagram-tabs"
      role="tablist"
      aria-label={strings.pictures.choose}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      {choices.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          role="tab"
          aria-selected={id === active}
          aria-controls={panel}
          tabIndex={id === active ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
