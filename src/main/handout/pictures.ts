/** The application's own pictures, for documents: with the tokens' names for HTML, with colours where they stand alone. */
import { networkMap } from '../../renderer/diagrams/network-map';
import { paletteFrom, THEMED, type Palette } from '../../renderer/diagrams/palette';
import { picturesOf } from '../../renderer/diagrams/pictures';
import { renderSvg } from '../../renderer/diagrams/svg';
import tokens from '../../shared/tokens.css?raw';
import type { Pictures } from './handout';

function picturesIn(palette: Palette): Pictures {
  return {
    ofResult: (result, view) =>
      picturesOf(result, view)
        .slice(0, 1)
        .map(({ draw, opens }) => renderSvg(draw(palette, opens))),
    ofNetwork: (view) => renderSvg(networkMap(view, { palette })),
  };
}

/** Follow the page's light or dark; the page holds the tokens. */
export const THEMED_PICTURES = picturesIn(THEMED);

/** In the light colours, wherever they stand. */
export const PLAIN_PICTURES = picturesIn(
  paletteFrom((token) => new RegExp(`${token}:\\s*(#[0-9a-f]+);`).exec(tokens)?.[1]),
);
