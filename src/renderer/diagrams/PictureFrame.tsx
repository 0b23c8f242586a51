/** One picture of a result, with its tools; one made of steps with what plays them. */
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { NetworkView } from '../../shared/network-view';
import { isCalm } from '../app/look';
import { Diagram } from './Diagram';
import { DiagramFrame } from './DiagramFrame';
import { ExportMenu } from './ExportMenu';
import { THEMED, type Palette } from './palette';
import type { Picture, PictureStep } from './pictures';
import { Player } from './Player';
import { shownWidth } from './sizes';
import { useLayout } from './use-layout';

export interface PictureFrameProps {
  readonly picture: Picture;
  /** The choice among the pictures of a result. */
  readonly head?: ReactNode;
  /** On a slide, whose keys go through the steps; null where it opens. Words stand beneath the picture there. */
  readonly slide?: { readonly step: number | null };
  /** Told which hop of a trace is shown; null where none is. */
  readonly onHop?: (hop: number | null) => void;
}

export function PictureFrame(props: PictureFrameProps): ReactElement {
  const { lays } = props.picture;
  return lays === undefined ? <DrawnPicture {...props} /> : <LaidOutPicture {...props} view={lays} />;
}

/** A picture on the map of a large network: the page does not wait for its layout. */
function LaidOutPicture(props: PictureFrameProps & { readonly view: NetworkView }): ReactElement {
  const { picture, head, view } = props;
  const { isPending } = useLayout(view);
  if (!isPending) return <DrawnPicture {...props} />;
  return (
    <DiagramFrame name={picture.name} tables={picture.tables} head={head}>
      <div className="diagram-map" aria-busy>
        <div className="diagram-waiting" />
      </div>
    </DiagramFrame>
  );
}

function DrawnPicture({ picture, head, slide, onHop }: PictureFrameProps): ReactElement {
  const [wanted, setFrame] = useState(picture.opens);
  const frame = Math.min(slide?.step ?? wanted, picture.frames - 1);
  const onSlide = slide !== undefined;
  // All of it at once would be too much to read beneath it.
  const isWhole = onSlide && slide.step === null && picture.opens > 0;
  const { words, hop } = (isWhole ? undefined : picture.step?.(frame)) ?? NO_STEP;
  useEffect(() => {
    onHop?.(hop);
    return () => onHop?.(null);
  }, [hop, onHop]);
  const drawn = useMemo(() => picture.draw(THEMED, frame, onSlide), [picture, frame, onSlide]);
  const [width, height] = [Number(drawn.attributes['width']), Number(drawn.attributes['height'])];
  const draw = useCallback((palette: Palette) => picture.draw(palette, frame), [picture, frame]);
  const place = useRef<HTMLDivElement>(null);
  useMovingPacket(place);
  const shown = (
    <>
      <div
        ref={place}
        className={onSlide && words.length > 0 ? 'diagram-place diagram-stepped' : 'diagram-place'}
        style={picture.wide ? { maxWidth: shownWidth(width, height) } : {}}
      >
        <Diagram picture={drawn} className={picture.wide ? 'diagram-fit' : 'diagram-scroll'} />
      </div>
      {words.length === 0 ? null : (
        <div className={onSlide ? 'step-words' : 'visually-hidden'} role="status">
          {words.map((line, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a line is its place
            <p key={index}>{line}</p>
          ))}
        </div>
      )}
    </>
  );
  return (
    <DiagramFrame
      name={picture.name}
      tables={picture.tables}
      head={head}
      onKeyDown={(event) => {
        const by = STEPS[event.key];
        if (by === undefined || picture.frames < 2 || onSlide || event.defaultPrevented) return;
        if (event.target instanceof Element && event.target.closest('select') !== null) return;
        event.preventDefault();
        setFrame(Math.max(0, Math.min(frame + by, picture.frames - 1)));
      }}
      tools={<ExportMenu name={picture.name} draw={draw} />}
    >
      {picture.frames > 1 && !onSlide ? (
        <Player frame={frame} count={picture.frames} hasStart={picture.hasStart === true} onFrame={setFrame}>
          {shown}
        </Player>
      ) : (
        shown
      )}
    </DiagramFrame>
  );
}

/** Beside the tabs too, whose own arrows are those to the left and right. */
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

const NO_STEP: PictureStep = { words: [], hop: null };

/** How long a packet is on its way between two nodes, ms. */
const MOVE = 450;

/** What travels moves from where it was to where it is, unless people want things to stand still. */
function useMovingPacket(place: { readonly current: HTMLElement | null }): void {
  const before = useRef<DOMRect | null>(null);
  useEffect(() => {
    const packet = place.current?.querySelector<SVGGElement>('.packet') ?? null;
    if (packet === null) return;
    const now = packet.getBoundingClientRect();
    const from = before.current;
    before.current = now;
    if (from === null || isCalm() || (from.x === now.x && from.y === now.y)) return;
    for (const child of packet.children) {
      child.animate(
        [{ transform: `translate(${from.x - now.x}px, ${from.y - now.y}px)` }, { transform: 'none' }],
        { duration: MOVE, easing: 'ease-in-out' },
      );
    }
  });
}
