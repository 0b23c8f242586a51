/** The lines that a link's drawing lays over each other. */
import { elements, type SvgNode } from '../svg';

export interface Stroke {
  readonly color: string;
  readonly width: number;
  readonly dash: readonly number[];
  readonly cap: CanvasLineCap;
}

export function strokesOf(line: SvgNode): Stroke[] {
  return [...elements(line)].flatMap(({ tag, attributes }) =>
    tag !== 'path'
      ? []
      : [
          {
            color: String(attributes['stroke']),
            width: Number(attributes['stroke-width']),
            dash: String(attributes['stroke-dasharray'] ?? '')
              .split(' ')
              .filter((part) => part !== '')
              .map(Number),
            cap: attributes['stroke-linecap'] === 'round' ? 'round' : 'butt',
          },
        ],
  );
}
