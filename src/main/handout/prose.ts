/** Markdown as HTML that runs nothing and loads nothing: no raw HTML, no addresses but those a reader may follow. */
import { toHtml } from 'hast-util-to-html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { strings } from '../../shared/strings';

type Root = Extract<ReturnType<typeof toHast>, { readonly type: 'root' }>;
type Element = Extract<Root['children'][number], { readonly type: 'element' }>;

/** GitHub's dialect, as the notebook's own view reads it. Raw HTML is left out. */
export function proseHtml(markdown: string): string {
  const tree = toHast(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return toHtml(tree.type === 'root' ? { ...tree, children: tree.children.map(tame) } : tree);
}

const FOLLOWED = /^(?:https?:|mailto:|#)/i;
const DATA_IMAGE = /^data:image\//i;

function tame<Node extends Root['children'][number]>(node: Node): Node | Element {
  return node.type === 'element' ? tameElement({ ...node, children: node.children.map(tame) }) : node;
}

function tameElement(element: Element): Element {
  const { tagName, properties } = element;
  if (tagName === 'img' && !DATA_IMAGE.test(textOf(properties.src)))
    return {
      type: 'element',
      tagName: 'span',
      properties: { className: ['remote-image'] },
      children: [
        {
          type: 'text',
          value: strings.handout.remoteImage(textOf(properties.alt), textOf(properties.src)),
        },
      ],
    };
  if (tagName !== 'a') return element;
  const { href, ...rest } = properties;
  return FOLLOWED.test(textOf(href))
    ? { ...element, properties: { ...properties, rel: ['noopener', 'noreferrer'] } }
    : { ...element, properties: rest };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
