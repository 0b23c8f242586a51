/** One picture of a result, with its tools; one made of steps with what plays them. */
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { isCalm } from '../app/look';
import { Diagram } from './Diagram';
import { DiagramFrame } from './DiagramFrame';
import { ExportMenu } from './ExportMenu';
import { THEMED, type Palette } from './palette';
import type { Picture } from './pictures';
import { Player } from './Player';

export interface PictureFrameProps {
  readonly picture: Picture;
  /** The choice among the pictures of a result. */
  readonly head?: ReactNode;
}

export function PictureFrame({ picture, head }: PictureFrameProps): ReactElement {
  const [wanted, setFrame] = useState(picture.opens);
  const frame = Math.min(wanted, picture.frames - 1);
  const drawn = useMemo(() => picture.draw(THEMED, frame), [picture, frame]);
  const draw = useCallback((palette: Palette) => picture.draw(palette, frame), [picture, frame]);
  const place = useRef<HTMLDivElement>(null);
  useMovingPacket(place);
  const shown = (
    <div ref={place}>
      <Diagram picture={drawn} className={picture.wide ? 'diagram-fit' : 'diagram-scroll'} />
    </div>
  );
  return (
    <DiagramFrame
      name={picture.name}
      tables={picture.tables}
      head={head}
      tools={<ExportMenu name={picture.name} draw={draw} />}
    >
      {picture.frames > 1 ? (
        <Player frame={frame} count={picture.frames} onFrame={setFrame}>
          {shown}
        </Player>
      ) : (
        shown
      )}
    </DiagramFrame>
  );
}

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
