/** Names of the network in rendered Markdown: a step on its way to HTML, which marks the words that are names. */
import type { NetworkView } from '../../shared/network-view';
import { namesOf, proseNamesOf, wordsOf, type Names } from './names';

/** What this step knows of an HTML syntax tree (hast). */
interface HtmlNode {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: HtmlNode[];
}

/** A link leads elsewhere already; blocks of code are of any language. */
const LEFT_ALONE = new Set(['a', 'pre']);

/** In inline code whatever has a name; elsewhere only what no other word is likely to be. */
export function markNames(view: NetworkView): (tree: HtmlNode) => void {
  const plain = proseNamesOf(view);
  const all = namesOf(view);
  const walk = (node: HtmlNode, names: Names): void => {
    if (node.children === undefined) return;
    node.children = node.children.flatMap((child) => {
      if (child.type === 'text') return marked(child, names);
      if (!LEFT_ALONE.has(child.tagName ?? '')) walk(child, child.tagName === 'code' ? all : names);
      return [child];
    });
  };
  return (tree) => walk(tree, plain);
}

function marked(text: HtmlNode, names: Names): HtmlNode[] {
  const words = wordsOf(text.value ?? '', names, false);
  if (words.every(({ reference }) => reference === null)) return [text];
  return words.map((word) => {
    const own = { type: 'text', value: word.text };
    if (word.reference === null) return own;
    return { type: 'element', tagName: 'span', properties: { dataRefs: word.reference }, children: [own] };
  });
}
