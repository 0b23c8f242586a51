/** The map of a network after edits: where they took hold is marked, and what they did stands above. */
import type { EditEntry } from '../../shared/evaluation';
import type { NetworkView } from '../../shared/network-view';
import { captionedMap } from './captioned-map';
import { mapName } from './map/name';
import { NO_OVERLAY, type MapOverlay, type NodeMark } from './map/overlay';
import type { Palette } from './palette';
import { strings } from './strings';
import type { SvgNode } from './svg';

const texts = strings.map.edited;

/** More are counted. */
const MOST_TOLD = 6;

type Edit = Pick<EditEntry, 'text' | 'summary'>;

/** The nodes that edits name, by themselves, by an interface, or by a link they are the ends of. */
export function editedOverlay(edits: readonly Edit[], { nodes, links }: NetworkView): MapOverlay {
  const isNode = new Set(nodes.map(({ name }) => name));
  const ends = new Map(links.map((link) => [link.name, link.ends.map(({ node }) => node)]));
  const marks = new Map<string, NodeMark>();
  for (const { text, summary } of edits) {
    const named = text
      .split(/\s+/)
      .slice(1)
      .flatMap((word) => {
        const name = word.split(/[:@]/)[0] ?? '';
        return isNode.has(name) ? [name] : (ends.get(word) ?? []);
      });
    for (const name of new Set(named)) {
      marks.set(name, { ring: 'other', lines: [...(marks.get(name)?.lines ?? []), summary] });
    }
  }
  return marks.size === 0 ? NO_OVERLAY : { ...NO_OVERLAY, nodes: marks };
}

export function editedMap(view: NetworkView, edits: readonly Edit[], palette: Palette): SvgNode {
  const overlay = editedOverlay(edits, view);
  const [first] = edits;
  const told = edits.slice(0, MOST_TOLD).map(({ summary }) => texts.sentence(summary));
  const more = edits.length - told.length;
  return captionedMap(
    view,
    overlay,
    {
      name: mapName(view),
      title: edits.length === 1 && first !== undefined ? texts.one(first.text) : texts.many(edits.length),
      lead: strings.sentences([
        ...told,
        ...(more > 0 ? [texts.more(more)] : []),
        ...(overlay.nodes.size === 0 ? [] : [texts.marked([...overlay.nodes.keys()])]),
      ]),
      marks: [],
      notes: [],
    },
    palette,
  );
}
