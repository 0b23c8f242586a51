/** Paints a picture's tree on a canvas: the parts of SVG that glyphs, crosses and legends are made of. */
import type { SvgNode } from '../svg';

interface Style {
  readonly fill: string;
  readonly stroke: string;
  readonly width: number;
  readonly dash: readonly number[];
}

const START: Style = { fill: '#000', stroke: 'none', width: 1, dash: [] };

export function paint(
  context: OffscreenCanvasRenderingContext2D,
  node: SvgNode,
  inherited: Style = START,
): void {
  const { attributes } = node;
  const style: Style = {
    fill: String(attributes['fill'] ?? inherited.fill),
    stroke: String(attributes['stroke'] ?? inherited.stroke),
    width: Number(attributes['stroke-width'] ?? inherited.width),
    dash:
      attributes['stroke-dasharray'] === undefined ? inherited.dash : numbers(attributes['stroke-dasharray']),
  };
  context.save();
  transform(context, String(attributes['transform'] ?? ''));
  const shape = shapeOf(node);
  if (shape !== null) {
    context.lineCap = context.lineJoin = 'round';
    context.setLineDash([...style.dash]);
    if (style.fill !== 'none') {
      context.fillStyle = style.fill;
      context.fill(shape);
    }
    if (style.stroke !== 'none') {
      context.strokeStyle = style.stroke;
      context.lineWidth = style.width;
      context.stroke(shape);
    }
  }
  for (const child of node.children) paint(context, child, style);
  context.restore();
}

function numbers(value: string | number): number[] {
  return String(value)
    .split(/[\s,]+/)
    .map(Number)
    .filter((each) => !Number.isNaN(each));
}

function transform(context: OffscreenCanvasRenderingContext2D, text: string): void {
  for (const [, name, values = ''] of text.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a = 0, b] = numbers(values);
    if (name === 'translate') context.translate(a, b ?? 0);
    else context.scale(a, b ?? a);
  }
}

function shapeOf({ tag, attributes }: SvgNode): Path2D | null {
  const at = (name: string): number => Number(attributes[name] ?? 0);
  const path = new Path2D();
  switch (tag) {
    case 'path':
      return new Path2D(String(attributes['d']));
    case 'circle':
      path.arc(at('cx'), at('cy'), at('r'), 0, 2 * Math.PI);
      return path;
    case 'rect':
      path.roundRect(at('x'), at('y'), at('width'), at('height'), at('rx'));
      return path;
    case 'polygon': {
      const points = numbers(attributes['points'] ?? '');
      for (let i = 0; i + 1 < points.length; i += 2) path.lineTo(points[i] ?? 0, points[i + 1] ?? 0);
      path.closePath();
      return path;
    }
    default:
      return null;
  }
}
