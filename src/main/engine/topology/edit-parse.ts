/** The line commands of edit cells: text to edits, with the column of whatever is wrong. */
import { EDIT_COMMANDS } from '../../../shared/edit-commands';
import type { Result } from '../../../shared/problem';
import { strings } from '../../../shared/strings';
import { formatPrefix, parsePrefix } from '../address';
import { routingContexts, writtenPath } from './contexts';
import type { TopologyDocument } from './document';
import type { Edit } from './edit-steps';
import { removal } from './edit-remove';
import { elementNamed, ownerNamed, schemaAt, targetNamed } from './edit-target';
import { behind, LineError, withoutComment, wordsOf, type Word } from './edit-words';
import type { Locate } from './issue';
import { isList, valueAt, type Json, type Path } from './json';
import { MAX_EDIT_LINE } from './limits';
import { aKind } from './names';
import { nearest, suggest } from './nearest';
import { SECTION_NAMES, singular } from './sections';
import { inside, shorthandsOf } from './shorthand';
import { readYaml } from './yaml';

const told = strings.reasons.edits;
const said = strings.reasons.editProblems;
const values = strings.reasons.topology.values;

/** An edit and where in its line the values of its paths stand; null for what is not in the line. */
export interface Parsed {
  readonly edit: Edit;
  readonly place: (path: Path, at: 'key' | 'value') => ReturnType<Locate> | null;
  /** The word the edit is about: place of all other problems. */
  readonly subject: Word;
}

/** An empty line or a comment is an edit without steps. Never throws. */
export function parseEdit(line: string, document: TopologyDocument): Result<Edit> {
  const parsed = parseLine(line, document);
  return parsed.ok ? { ...parsed, value: parsed.value.edit } : parsed;
}

/** `parseEdit` with the places of its values. */
export function parseLine(line: string, document: TopologyDocument): Result<Parsed> {
  try {
    if (line.length > MAX_EDIT_LINE)
      throw new LineError(said.tooLong(MAX_EDIT_LINE), { text: '', column: 1 });
    const words = wordsOf(line);
    const [subject = behind(words)] = words;
    if (words.length === 0)
      return { ok: true, value: plain({ summary: '', steps: [] }, subject), problems: [] };
    return { ok: true, value: parseWords(withoutComment(line), words, document), problems: [] };
  } catch (error) {
    if (error instanceof LineError) return { ok: false, problems: [error.problem()] };
    throw error;
  }
}

function plain(edit: Edit, subject: Word): Parsed {
  return { edit, place: () => null, subject };
}

function parseWords(line: string, words: readonly Word[], document: TopologyDocument): Parsed {
  const [verb, ...rest] = words;
  const command = new Command(line, document, rest, behind(words));
  switch (verb!.text.toLowerCase()) {
    case 'shutdown':
    case 'shut':
      return command.shutdown(true);
    case 'no': {
      const what = command.next(said.words.shutdown);
      if (!['shutdown', 'shut'].includes(what.text.toLowerCase()))
        throw new LineError(said.noNo(what.text), what, said.onlyShutdown);
      return command.shutdown(false);
    }
    case 'announce':
      return command.announce(true);
    case 'withdraw':
      return command.announce(false);
    case 'set':
      return command.set();
    case 'unset':
      return command.unset();
    case 'add':
      return command.add();
    case 'remove': {
      const name = command.next(said.words.name);
      command.end();
      return plain(removal(document, name), name);
    }
    default:
      throw new LineError(
        said.noCommand(verb!.text),
        verb!,
        suggest(
          verb!.text,
          EDIT_COMMANDS.map(({ name }) => name),
        ),
      );
  }
}

class Command {
  private used = 0;

  constructor(
    private readonly line: string,
    private readonly document: TopologyDocument,
    private readonly words: readonly Word[],
    private readonly behindAll: Word,
  ) {}

  next(what: string): Word {
    const word = this.words[this.used];
    if (word === undefined) throw new LineError(said.missing(what), this.behindAll, said.addIt);
    this.used++;
    return word;
  }

  end(): void {
    const extra = this.words[this.used];
    if (extra !== undefined) throw new LineError(said.tooMuch(extra.text), extra, said.endBefore);
  }

  shutdown(down: boolean): Parsed {
    const word = this.next(said.words.element);
    this.end();
    const { path, label } = targetNamed(this.document, word);
    const at = [...path, 'shutdown'];
    const isDown = valueAt(this.document.input, at) === true;
    if (isDown === down)
      return plain({ summary: down ? told.isDownAlready(label) : told.isUpAlready(label), steps: [] }, word);
    // Deleted, not set to false: the network is then the one it was before the shutdown.
    return down
      ? plain({ summary: told.shutDown(label), steps: [{ type: 'set', path: at, value: true }] }, word)
      : plain({ summary: told.broughtUp(label), steps: [{ type: 'delete', path: at }] }, word);
  }

  announce(on: boolean): Parsed {
    const word = this.next(said.words.announcer);
    const { vnets, routers } = routingContexts(this.document.topology);
    const vnet = vnets[word.text];
    const bgp = routers[word.text]?.bgp ?? null;
    const named =
      routers[word.text] === undefined
        ? elementNamed(this.document, word)
        : ({ kind: 'router', path: ['routers', word.text] } as const);
    if (named.kind === 'router' && bgp === null)
      throw new LineError(said.noBgp(word.text), word, `set ${word.text} bgp { asn: 65000 }`);
    const current = vnet?.advertise ?? bgp?.networks.map(({ prefix }) => prefix);
    if (current === undefined)
      throw new LineError(said.is(word.text, aKind(named.kind)), word, said.announcers);
    const prefixWord = this.next(said.words.prefix);
    this.end();
    const prefix = parsePrefix(prefixWord.text);
    if (prefix === null)
      throw new LineError(values.isNot(`"${prefixWord.text}"`, values.prefix), prefixWord, values.prefixHint);
    const texts = current.map(formatPrefix);
    const text = formatPrefix(prefix);
    const known = texts.includes(text);
    if (!on && !known)
      throw new LineError(said.notAnnounced(word.text, text), prefixWord, suggest(text, texts));
    if (on && known) return plain({ summary: told.announcesAlready(word.text, text), steps: [] }, prefixWord);
    const path =
      vnet === undefined ? writtenPath([...named.path, 'bgp', 'networks']) : [...named.path, 'advertise'];
    const value = on
      ? [...this.listAt(path, texts), text]
      : this.listAt(path, texts).filter((_, at) => texts[at] !== text);
    const summary = on ? told.announces(word.text, text) : told.withdraws(word.text, text);
    return plain({ summary, steps: [{ type: 'set', path, value }] }, prefixWord);
  }

  /** The list as it stands; `inherited` where it says nothing of its own. */
  private listAt(path: Path, inherited: readonly string[]): readonly Json[] {
    const written = valueAt(this.document.input, path);
    return isList(written) ? written : inherited;
  }

  set(): Parsed {
    const target = this.next(said.words.element);
    const { path: start, label } = ownerNamed(this.document, target, this.words[this.used]?.text);
    const path = [...start, ...this.propertyPath(start)];
    const names = path.slice(start.length).join(' ');
    const { value, place, word } = this.value(path);
    const summary = told.set(names, label, this.line.slice(word.column - 1).trim());
    return { edit: { summary, steps: [{ type: 'set', path, value }] }, place, subject: target };
  }

  /** Takes words as long as they name properties; what is left is the value. */
  private propertyPath(start: Path): string[] {
    const path: string[] = [];
    for (;;) {
      const schema = schemaAt([...start, ...path]);
      const parts = schema === null ? null : inside(schema);
      const word = this.words[this.used];
      if (schema === null || parts === null || word === undefined || /^[[{]/.test(word.text)) return path;
      const left = this.words.length - this.used;
      if (parts.kind === 'list' && (left < 2 || !/^\d+$/.test(word.text))) return path;
      if (parts.keys !== null && !Object.hasOwn(parts.keys, word.text)) {
        const known = Object.keys(parts.keys);
        if (left === 1 && shorthandsOf(schema) !== null && nearest(word.text, known) === null) return path;
        throw new LineError(
          strings.reasons.topology.elements.noProperty(word.text),
          word,
          suggest(word.text, known),
        );
      }
      path.push(word.text);
      this.used++;
    }
  }

  /** The rest of the line as one YAML value. */
  private value(path: Path): Pick<Parsed, 'place'> & { value: Json; word: Word } {
    const word = this.next(said.words.value(String(path.at(-1))));
    const offset = word.column - 1;
    const read = readYaml(this.line.slice(offset));
    if (!read.ok) {
      const [first] = read.problems;
      const column = (first?.column ?? 1) + offset;
      throw new LineError(first?.message ?? said.noValue, { text: '', column }, first?.hint);
    }
    const { value, locate } = read.value;
    return {
      value,
      word,
      place: (issuePath, at) => {
        if (!path.every((step, index) => issuePath[index] === step)) return null;
        const span = locate(issuePath.slice(path.length), at);
        const endColumn = span.endColumn === undefined ? {} : { endColumn: span.endColumn + offset };
        return { ...span, column: span.column + offset, ...endColumn };
      },
    };
  }

  unset(): Parsed {
    const target = this.next(said.words.element);
    const { path: start, label } = ownerNamed(this.document, target, this.words[this.used]?.text);
    const path: string[] = [];
    let word = this.next(said.words.property);
    for (;;) {
      const holder = valueAt(this.document.input, [...start, ...path]);
      const found = valueAt(this.document.input, [...start, ...path, word.text]);
      if (found === undefined) {
        const keys = typeof holder === 'object' && holder !== null ? Object.keys(holder) : [];
        throw new LineError(said.notSet(word.text), word, suggest(word.text, keys));
      }
      path.push(word.text);
      if (this.used === this.words.length) break;
      word = this.next(said.words.property);
    }
    const summary = told.unset(path.join(' '), label);
    const holderPath = [...start, ...path.slice(0, -1)];
    const holder = valueAt(this.document.input, holderPath);
    const steps = isList(holder)
      ? [{ type: 'set', path: holderPath, value: holder.toSpliced(Number(path.at(-1)), 1) } as const]
      : [{ type: 'delete', path: [...start, ...path] } as const];
    return plain({ summary, steps }, word);
  }

  add(): Parsed {
    const kind = this.next(said.words.kind);
    const section = SECTION_NAMES.find((each) => singular(each).toLowerCase() === kind.text.toLowerCase());
    if (section === undefined) {
      const hint = suggest(kind.text, SECTION_NAMES.map(singular));
      throw new LineError(said.noKind(kind.text), kind, hint);
    }
    const name = this.next(said.words.name);
    const path = [section, name.text];
    // Names of every kind are taken, so that adding can never replace.
    if (valueAt(this.document.input, path) !== undefined)
      throw new LineError(said.taken(name.text), name, said.anotherName);
    const summary = told.added(told.element(told.kinds[singular(section)], name.text));
    const rest = this.used === this.words.length ? null : this.value(path);
    const edit: Edit = { summary, steps: [{ type: 'set', path, value: rest?.value ?? {} }] };
    const place: Parsed['place'] = (issuePath, at) =>
      at === 'key' && issuePath.length === path.length ? null : (rest?.place(issuePath, at) ?? null);
    return { edit, place, subject: name };
  }
}
