/** The application's own pictures, for documents: with the tokens' names for HTML, with colours where they stand alone. */
import { editedMap } from '../../renderer/diagrams/edited-map';
import { hasMap } from '../../renderer/diagrams/map/graph';
import { networkMap } from '../../renderer/diagrams/network-map';
import { paletteFrom, THEMED, type Palette } from '../../renderer/diagrams/palette';
import { picturesOf } from '../../renderer/diagrams/pictures';
import { strings } from '../../renderer/diagrams/strings';
import { elements, renderSvg, type SvgNode } from '../../renderer/diagrams/svg';
import tokens from '../../shared/tokens.css?raw';
import type { Drawing, Pictures } from './handout';

/** A picture that is drawn when it is asked for, and then once. */
function drawing(id: string, title: string, draw: () => SvgNode): Drawing {
  let drawn: SvgNode | null = null;
  const tree = (): SvgNode => (drawn ??= draw());
  return {
    id,
    title,
    draw: () => renderSvg(tree()),
    details: () => [...elements(tree())].flatMap(({ detail }) => detail ?? []),
  };
}

function picturesIn(palette: Palette): Pictures {
  return {
    ofResult: (result, view) =>
      picturesOf(result, view).map(({ id, title, draw, opens }) =>
        drawing(id, title, () => draw(palette, opens)),
      ),
    ofNetwork: (view, edits) =>
      hasMap(view)
        ? [
            drawing('map', strings.pictures.titles.map, () =>
              edits.length === 0 ? networkMap(view, { palette }) : editedMap(view, edits, palette),
            ),
          ]
        : [],
  };
}

/** Follow the page's light or dark; the page holds the tokens. */
export const THEMED_PICTURES = picturesIn(THEMED);

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The tokens of a theme stand on either side of this. */
const DARK = '@media (prefers-color-scheme: dark)';

/** In the colours of a theme, wherever they stand. */
export function picturesInTheme(theme: Theme): Pictures {
  const sheet = tokens.slice(...(theme === 'light' ? [0, tokens.indexOf(DARK)] : [tokens.indexOf(DARK)]));
  return picturesIn(paletteFrom((token) => new RegExp(`${token}:\\s*(#[0-9a-f]+);`).exec(sheet)?.[1]));
}

export const PLAIN_PICTURES = picturesInTheme('light');
