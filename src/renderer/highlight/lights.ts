/**
 * Lights up whatever bears a reference, everywhere on the page: a rule in a style sheet of its own, so that no
 * component has to know, and what is drawn later is lit too.
 */
import { REFERENCES } from '../diagrams/references';

export interface Lights {
  readonly show: (hovered: string | null, pinned: string | null) => void;
  readonly remove: () => void;
}

export function createLights(page: Document): Lights {
  const sheet = page.createElement('style');
  return {
    show(hovered, pinned) {
      if (!sheet.isConnected) page.head.append(sheet);
      sheet.textContent = [
        ...(pinned === null ? [] : rules(pinned, 'solid')),
        ...(hovered === null || hovered === pinned ? [] : rules(hovered, 'dashed')),
      ].join('\n');
    },
    remove: () => sheet.remove(),
  };
}

/** Parts of pictures get a line round them; lines and areas, which are long and thin or large, glow instead. */
function rules(reference: string, line: 'solid' | 'dashed'): string[] {
  const which = `[${REFERENCES}~="${CSS.escape(reference)}"]`;
  const long = reference.startsWith('link:') || reference.startsWith('area:');
  const glow = 'filter: drop-shadow(0 0 2px var(--color-accent)) drop-shadow(0 0 5px var(--color-accent));';
  const frame = `outline: 2px ${line} var(--color-accent); outline-offset: 3px; border-radius: 4px;`;
  return [
    `svg ${which} { ${long ? glow : frame} }`,
    `:not(svg *)${which}:not(tr) { background: var(--color-selection); border-radius: 3px; box-shadow: 0 0 0 1px var(--color-accent); }`,
    `tr${which} > td { background: var(--color-selection); }`,
  ];
}

/** The first reference of the element or of the nearest one around it: what it stands for. */
export function referenceAt(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  const bearer = target.closest(`[${REFERENCES}]`);
  return bearer?.getAttribute(REFERENCES)?.split(' ')[0] ?? null;
}
