/**
 * A notebook as one HTML file that stands alone: it has no script, loads nothing, follows the reader's light or
 * dark and prints. What can be pointed at in a picture keeps its tooltip (SVG 2 section 5.8, `title`).
 */
import { gridRows, gridSource, type GridSource } from '../../renderer/diagrams/grid/rows';
import { gridCell, gridHead, shownColumns } from '../../renderer/diagrams/grid/table';
import type { Detail } from '../../renderer/diagrams/svg';
import type { CellOutput, ConsoleEntry, ExpectCheck } from '../../shared/evaluation';
import type { Problem } from '../../shared/problem';
import type { NetworkView } from '../../shared/network-view';
import type { CommandResult } from '../../shared/results';
import { silentRuns, type SilentRun } from '../../shared/silence';
import { language, strings } from '../../shared/strings';
import tokens from '../../shared/tokens.css?raw';
import { outputText } from '../../shared/transcript';
import { editsOf, type Drawing, type Handout, type HandoutPart, type Pictures } from './handout';
import style from './html.css?raw';
import { proseHtml } from './prose';
import { questionHtml } from './question';
import { escapeHtml, folded, summaryHtml } from './tags';

const words = strings.handout;

/** Where the page may load from: nowhere. Pictures in Markdown that lie in the file itself are shown. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** Longer sources are folded, so that the story can be read. */
const FOLD_FROM = 24;
/** Texts that are folded on a screen; paper shows them, and no other picture than the first. */
const LISTING = 'listing';

/** As a page is printed: nothing can be unfolded on paper. */
export function unfoldedForPaper(html: string): string {
  return html.replaceAll(`<details class="${LISTING}">`, `<details class="${LISTING}" open>`);
}

/** Lines of a text that stays on one page of paper: about a third of it. */
const PAGE_PART = 24;

/** The pictures of one page, and a number for whatever in it takes one of its own. */
interface Page extends Pictures {
  readonly next: () => number;
}

/** @param pictures drawn with the names of the interface's tokens */
export function handoutHtml(handout: Handout, pictures: Pictures): string {
  let groups = 0;
  const page = { ...pictures, next: () => (groups += 1) };
  const body = handout.parts.map((part) => partHtml(part, page)).join('\n');
  return `<!doctype html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Tracebook">
<title>${escapeHtml(handout.title)}</title>
<style>
${tokens}
${style}</style>
</head>
<body>
<main>
${body}
</main>
<footer>${escapeHtml(words.madeWith)}</footer>
</body>
</html>
`;
}

function partHtml({ cell, output, view }: HandoutPart, page: Page): string {
  if (cell.kind === 'markdown') return `<section class="prose">\n${proseHtml(cell.text)}\n</section>`;
  const inner = [
    ...(output?.problems.length === 0 && tellsItsText(output) ? [] : [sourceHtml(cell.kind, cell.text)]),
    ...(output?.problems.map(problemHtml) ?? []),
    ...(output?.status === 'blocked' ? [`<p class="blocked">${escapeHtml(words.blocked)}</p>`] : []),
    ...outputHtml({ cell, output, view }, page),
  ];
  return `<section class="cell cell-${cell.kind}">\n${inner.join('\n')}\n</section>`;
}

/** A terminal shows each command above its answer, a question is asked in words. */
function tellsItsText(output: CellOutput): boolean {
  return output.kind === 'console'
    ? output.entries.length > 0
    : output.kind === 'predict' && output.predicted !== null;
}

function outputHtml({ output, view }: HandoutPart, page: Page): string[] {
  if (output === null || output.status === 'blocked') return [];
  switch (output.kind) {
    case 'markdown':
      return [];
    case 'topology':
      return view === null ? [] : page.ofNetwork(view, []).map((drawn) => figure(drawn, null, page));
    case 'console':
      return output.entries.map((entry) => entryHtml(entry, view, page));
    case 'expect':
      return output.checks.length === 0
        ? []
        : [`<ul class="checks">${output.checks.map(checkHtml).join('')}</ul>`];
    case 'predict':
      return output.predicted === null ? [] : [questionHtml(output.predicted)];
    default: {
      const text = outputText(output, view).trimEnd();
      const changed = output.kind === 'edit' || output.kind === 'scenario';
      return [
        ...(text === '' ? [] : [`<pre class="${terminalClass(text)}">${escapeHtml(text)}</pre>`]),
        ...(changed && output.status === 'fresh' && view !== null
          ? page
              .ofNetwork(view, editsOf(output))
              .map((drawn) => folded(words.mapAfter, figure(drawn, null, page)))
          : []),
      ];
    }
  }
}

/** Longer texts may go over to another page. */
function terminalClass(text: string): string {
  return text.split('\n').length > PAGE_PART ? 'terminal long' : 'terminal';
}

function sourceHtml(kind: string, text: string): string {
  const code = `<pre class="source long"><code>${escapeHtml(text)}</code></pre>`;
  const lines = text.split('\n').length;
  if (lines < FOLD_FROM) return code;
  return `<details class="${LISTING}">${summaryHtml(words.source(kind, lines))}${code}</details>`;
}

function entryHtml(
  { node, command, text, result }: ConsoleEntry,
  view: NetworkView | null,
  page: Page,
): string {
  const prompt = `<b><span class="prompt">${escapeHtml(node)}&gt;</span> ${escapeHtml(command)}</b>`;
  const terminal = `<pre class="${terminalClass(text)}">${prompt}\n${escapeHtml(text.trimEnd())}</pre>`;
  const silences = silentRuns(result).map(
    (run) => `<li><b>${escapeHtml(silenceTitle(result, run))}</b> ${escapeHtml(run.text)}</li>`,
  );
  const reasons = silences.length === 0 ? '' : `\n<ul class="silences">${silences.join('')}</ul>`;
  const [first, ...others] = page.ofResult(result, view);
  const asked = `${node}> ${command}`;
  const source = gridSource(result);
  const drawn = [
    ...(first === undefined ? [] : [figure(first, asked, page)]),
    ...others.map((each) => folded(each.title, figure(each, asked, page))),
    ...(source === null ? [] : [folded(strings.diagram.pictures.titles.grid, gridHtml(source))]),
  ];
  return `<div class="entry">\n${[`${terminal}${reasons}`, ...drawn].join('\n')}\n</div>`;
}

function silenceTitle({ kind }: CommandResult, { first, last }: SilentRun): string {
  if (kind === 'ping') return words.noAnswer;
  return first === last ? words.silent(first) : words.silentHops(first, last);
}

/** Pictures that are read as a whole, and shrink to the page; a long path is scrolled along. */
const WHOLE: ReadonlySet<string> = new Set([
  'map',
  'perspective',
  'announcements',
  'difference',
  'latency',
  'lengths',
]);

/** @param asked the command with its prompt; null where the cell itself says what is shown */
function figure({ id, title, draw, details }: Drawing, asked: string | null, page: Page): string {
  const caption = asked === null ? title : strings.diagram.pictures.titled(title, asked);
  const opening = WHOLE.has(id) ? '<figure class="whole">' : '<figure>';
  return `${opening}${draw()}${tooltipsHtml(details(), page.next())}<figcaption>${escapeHtml(caption)}</figcaption></figure>`;
}

/** The tooltips again for those who point at nothing: a group of radio buttons is one stop of Tab, and arrow keys go on in it. */
function tooltipsHtml(details: readonly Detail[], group: number): string {
  if (details.length === 0) return '';
  const labels = details.map(({ name: part, lines }) => {
    const told = [`<b>${escapeHtml(part)}</b>`, ...lines.map(escapeHtml)].join('<br>');
    return `<label><input type="radio" name="tooltip-${group}"><span>${told}</span></label>`;
  });
  return `<fieldset class="tooltips"><legend>${escapeHtml(words.tooltips)}</legend>${labels.join('')}</fieldset>`;
}

function gridHtml(source: GridSource): string {
  const rows = gridRows(source);
  const columns = shownColumns(rows);
  const heads = columns.map((column) => `<th scope="col">${escapeHtml(gridHead(column))}</th>`);
  const lines = rows.map((row) => {
    const cells = columns.map((column) => `<td>${escapeHtml(gridCell(row, column))}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div class="grid"><table><thead><tr>${heads.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table></div>`;
}

function checkHtml({ passed, text, expected, actual, difference }: ExpectCheck): string {
  const mark = passed ? `✓ ${words.passed}` : `✗ ${words.failed}`;
  const detail = passed
    ? ''
    : `<dl><dt>${words.expected}</dt><dd>${escapeHtml(expected)}</dd><dt>${words.actual}</dt><dd>${escapeHtml(actual)}</dd></dl>${
        difference === null ? '' : `<p>${escapeHtml(difference)}</p>`
      }`;
  return `<li class="${passed ? 'passed' : 'failed'}"><span class="mark">${mark}</span> <code>${escapeHtml(text)}</code>${detail}</li>`;
}

function problemHtml({ severity, message, hint, line, column }: Problem): string {
  const said = hint === undefined ? message : `${message} (${hint})`;
  return `<p class="problem ${severity}">${line}:${column}: ${severity}: ${escapeHtml(said)}</p>`;
}
