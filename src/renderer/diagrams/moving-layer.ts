/**
 * A picture in SVG that moves at once and is sharp as soon as it rests. To give what is drawn another scale lays all of
 * its text out and paints all of it again, 30 ms for 200 nodes; so a gesture moves and scales the element around it as
 * a layer, for which nothing is laid out or painted. The picture is drawn at its place when the gesture ends, and
 * before that where the layer no longer covers its frame or is scaled too far.
 */
import { round } from './svg';

/** Where the frame's origin stands, px of the frame, and how many times its size what is in it has. */
export interface Placing {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

export interface MovingLayer {
  /** Shows the picture there while a gesture goes on. */
  readonly move: (placing: Placing) => void;
  /** Draws it where it was moved to. */
  readonly settle: () => void;
  /** Where it was drawn, in the frame as large as it is now. */
  readonly placing: () => Placing;
  /** The same in the picture's own coordinates, where the size of the frame means nothing. */
  readonly within: () => Placing;
  readonly remove: () => void;
}

/** On what moves: nothing in it can be pointed at. */
const MOVING = 'diagram-moving';
/** How far the layer reaches beyond each edge of the frame, px: to paint more of it takes longer than to draw anew. */
const BEYOND = 300;
/** How much larger than it was drawn a moving picture may be seen. */
const LARGEST = 3;
/** How much smaller it is drawn when it is zoomed out. */
const AHEAD = 3;

interface Picture {
  /** Around the picture, and as large as the frame. */
  readonly layer: HTMLElement;
  readonly svg: SVGSVGElement;
  /** All of the picture that moves. */
  readonly content: SVGGElement;
  /** In its own coordinates. */
  readonly width: number;
  readonly height: number;
}

/** A point of the picture's coordinates is at `origin + unit * point` in the frame, px. */
interface Fit {
  readonly unit: number;
  readonly x: number;
  readonly y: number;
}

/** @param start where it is, in its own coordinates */
export function movingLayer(picture: Picture, start: Placing): MovingLayer {
  const { layer, svg, content, width, height } = picture;
  let within = start;
  let drawn: Placing = { x: 0, y: 0, k: 1 };
  let moved = drawn;
  let frame = { width: 0, height: 0 };
  let isMoving = false;

  const fit = (): Fit => {
    const [wide, high] = [svg.clientWidth, svg.clientHeight];
    const unit = Math.min(wide / width, high / height) || 1;
    return { unit, x: (wide - unit * width) / 2, y: (high - unit * height) / 2 };
  };

  function draw(at: Placing): Placing {
    const { unit, x, y } = fit();
    const { k } = at;
    drawn = at;
    const own = { x: round((at.x + (k - 1) * x) / unit), y: round((at.y + (k - 1) * y) / unit), k };
    content.setAttribute('transform', `translate(${own.x},${own.y}) scale(${k})`);
    return own;
  }

  function show(): void {
    const scale = moved.k / drawn.k;
    const [x, y] = [moved.x - scale * drawn.x, moved.y - scale * drawn.y];
    layer.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
  }

  function isCovered(): boolean {
    const scale = moved.k / drawn.k;
    return (
      covers(moved.x - scale * drawn.x, scale, frame.width) &&
      covers(moved.y - scale * drawn.y, scale, frame.height)
    );
  }

  /** Smaller than it is seen, so that what comes into view next is drawn too. */
  function ahead(): Placing {
    const k = Math.max(1, moved.k / AHEAD);
    const along = (place: number, length: number): number =>
      length / 2 - ((length / 2 - place) * k) / moved.k;
    return { x: along(moved.x, frame.width), y: along(moved.y, frame.height), k };
  }

  function rest(): void {
    isMoving = false;
    layer.classList.remove(MOVING);
    layer.style.transform = layer.style.overflowClipMargin = '';
  }

  return {
    move(placing) {
      moved = placing;
      if (!isMoving) {
        isMoving = true;
        frame = { width: layer.clientWidth, height: layer.clientHeight };
        layer.style.overflowClipMargin = `${BEYOND}px`;
        layer.classList.add(MOVING);
      }
      if (placing.k > LARGEST * drawn.k) draw(placing);
      else if (!isCovered()) draw(placing.k < drawn.k ? ahead() : placing);
      show();
    },
    settle() {
      within = draw(moved);
      rest();
    },
    placing() {
      const { unit, x, y } = fit();
      const { k } = within;
      return { x: within.x * unit - (k - 1) * x, y: within.y * unit - (k - 1) * y, k };
    },
    within: () => within,
    remove() {
      content.removeAttribute('transform');
      rest();
    },
  };
}

/** Whether a layer moved by `offset` and scaled still covers a frame of this length, px. */
function covers(offset: number, scale: number, length: number): boolean {
  return offset <= scale * BEYOND && offset + scale * (length + BEYOND) >= length;
}
