/** A Jupyter notebook (nbformat 4) as a notebook: its Markdown, and its code as far as Tracebook can show it. */
import * as z from 'zod';
import { withLineFeeds } from '../../shared/document';
import { CELL_KINDS, type Cell, type CellKind } from '../../shared/notebook';
import type { Problem, Result } from '../../shared/problem';
import { strings } from '../../shared/strings';
import { FORMAT_VERSION, parseNotebook, serializeNotebook } from '../engine/index';

const multiline = z
  .union([z.string(), z.array(z.string())])
  .transform((text) => (typeof text === 'string' ? text : text.join('')));

/** What is odd about a file beside its cells is no reason to refuse them. */
const attachments = z.record(z.string(), z.record(z.string(), multiline)).optional().catch(undefined);

const cell = z.object({
  cell_type: z.string(),
  source: multiline,
  metadata: z
    .object({
      tracebook: z.object({ kind: z.string(), attributes: z.string().default('') }).optional(),
    })
    .optional()
    .catch(undefined),
  attachments,
});

const document = z.object({
  nbformat: z.literal(4),
  metadata: z
    .object({
      title: z.string().optional(),
      kernelspec: z.object({ language: z.string().optional() }).optional(),
      language_info: z.object({ name: z.string().optional() }).optional(),
      tracebook: z.object({ seed: z.number().int().min(0).max(0xff_ff_ff_ff).optional() }).optional(),
    })
    .optional()
    .catch(undefined),
  cells: z.array(cell),
});

const said = strings.dialogs.importing;

/**
 * The text of a notebook file. Markdown cells stay, with attached images inside; code of other languages becomes
 * a block of that language; outputs are left out. Problems have no better place than line 1.
 */
export function importIpynb(text: string): Result<string> {
  const json = parseJson(text) ?? parseJson(withoutPythonNumbers(text));
  if (json === undefined) return refuse(said.notJson);
  const read = document.safeParse(json);
  if (!read.success) return refuse(said.notJupyter(read.error.issues[0]?.path.join('.') ?? ''));
  const { metadata, cells } = read.data;
  const language = metadata?.language_info?.name ?? metadata?.kernelspec?.language ?? '';
  const head = headOf(metadata?.title ?? null, metadata?.tracebook?.seed ?? null);
  const made = cells.map((source, index) => ({
    id: `imported-${index}`,
    ...contentOf(source, language),
    origin: null,
  }));
  return {
    ok: true,
    value: serializeNotebook({ ...parseNotebook(head).notebook, head, cells: made }),
    problems: [],
  };
}

type Content = Pick<Cell, 'kind' | 'text' | 'attributes'>;

function contentOf(source: z.output<typeof cell>, language: string): Content {
  const kind = source.metadata?.tracebook?.kind;
  const ours = CELL_KINDS.find((known): known is CellKind => known === kind);
  const text = withLineFeeds(source.source);
  if (ours !== undefined && source.cell_type === 'code')
    return { kind: ours, text, attributes: attributesOf(source) };
  if (source.cell_type === 'markdown') return markdown(withAttachments(text, source.attachments));
  return markdown(fenced(text, source.cell_type === 'code' ? language : ''));
}

function markdown(text: string): Content {
  return { kind: 'markdown', text, attributes: '' };
}

/** What stands on a fence line is one line, whatever the file says. */
function attributesOf({ metadata }: z.output<typeof cell>): string {
  return (metadata?.tracebook?.attributes ?? '').replaceAll(/[\r\n`]/g, ' ');
}

/** `attachment:NAME` becomes the image itself. */
function withAttachments(text: string, images: z.output<typeof attachments>): string {
  return Object.entries(images ?? {}).reduce((result, [name, byType]) => {
    const [type, data] = Object.entries(byType).find(([mime]) => mime.startsWith('image/')) ?? [];
    if (type === undefined || data === undefined) return result;
    const address = `data:${type};base64,${data.replaceAll(/\s/g, '')}`;
    return result.replaceAll(`(attachment:${name})`, () => `(${address})`);
  }, text);
}

/** Code that Tracebook does not run; a word that is no kind of cell keeps it Markdown. */
function fenced(text: string, language: string): string {
  const runs = (text.match(/`+/g) ?? []).map((run) => run.length);
  const fence = '`'.repeat(Math.max(2, ...runs) + 1);
  const word = /^[\w+.#-]+$/.test(language) && !isKind(language) ? language : 'text';
  return `${fence}${word}\n${text}\n${fence}`;
}

function isKind(word: string): boolean {
  return CELL_KINDS.some((kind) => kind === word.toLowerCase());
}

function headOf(title: string | null, seed: number | null): string {
  const lines = [
    `tracebook: ${FORMAT_VERSION}`,
    ...(title === null ? [] : [`title: ${JSON.stringify(title)}`]),
    ...(seed === null ? [] : [`seed: ${seed}`]),
  ];
  return `---\n${lines.join('\n')}\n---\n\n`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}

/** NaN and infinities, which Python writes in results and JSON does not know (RFC 8259, section 6), as null. */
function withoutPythonNumbers(text: string): string {
  let isInString = false;
  return text.replaceAll(/\\[^]|"|-?\b(?:NaN|Infinity)\b/g, (token) => {
    if (token === '"') isInString = !isInString;
    return isInString || token === '"' || token.startsWith('\\') ? token : 'null';
  });
}

function refuse(message: string): Result<string> {
  const problem: Problem = { severity: 'error', message, line: 1, column: 1 };
  return { ok: false, problems: [problem] };
}
