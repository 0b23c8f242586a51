/** The cell languages as Monaco knows them: tokens, comments, brackets, completion and hover. */
import { CELL_KINDS, type CellKind } from '../../shared/notebook';
import { complete, type CompletionKind, type Surroundings } from './complete';
import { describe, wordAt } from './hover';
import { editor, languages, Range } from './monaco';
import { tokenizeLine } from './tokens';

export function languageOf(kind: CellKind): string {
  return `tracebook-${kind}`;
}

/** What a model's cell sees. */
export type Lookup = (model: editor.ITextModel) => Surroundings;

/** The tokenizers keep nothing from line to line. */
const STATELESS: languages.IState = { clone: () => STATELESS, equals: () => true };

/** A name with its interface is one word: `ce1:ge0/0.1`. */
const NAME_PATTERN = /[A-Za-z0-9_][\w./:-]*/;

const ICONS: Readonly<Record<CompletionKind, languages.CompletionItemKind>> = {
  command: languages.CompletionItemKind.Function,
  option: languages.CompletionItemKind.Property,
  node: languages.CompletionItemKind.Module,
  interface: languages.CompletionItemKind.Interface,
  link: languages.CompletionItemKind.Reference,
  area: languages.CompletionItemKind.Folder,
  address: languages.CompletionItemKind.Value,
  key: languages.CompletionItemKind.Keyword,
};

export function registerLanguages(surroundingsOf: Lookup): void {
  for (const kind of CELL_KINDS) {
    const id = languageOf(kind);
    languages.register({ id });
    languages.setTokensProvider(id, {
      getInitialState: () => STATELESS,
      tokenize: (line) => ({
        tokens: tokenizeLine(kind, line).map((token) => ({ startIndex: token.start, scopes: token.kind })),
        endState: STATELESS,
      }),
    });
    languages.setLanguageConfiguration(id, {
      wordPattern: NAME_PATTERN,
      ...(kind === 'markdown' ? {} : { comments: { lineComment: '#' } }),
      brackets: [
        ['{', '}'],
        ['[', ']'],
      ],
      autoClosingPairs: [
        { open: '{', close: '}' },
        { open: '[', close: ']' },
        { open: '"', close: '"' },
      ],
      ...(kind === 'topology'
        ? { onEnterRules: [{ beforeText: /:\s*$/, action: { indentAction: languages.IndentAction.Indent } }] }
        : {}),
    });
    if (kind !== 'markdown' && kind !== 'observed') registerHelp(id, kind, surroundingsOf);
  }
}

function registerHelp(id: string, kind: CellKind, surroundingsOf: Lookup): void {
  languages.registerCompletionItemProvider(id, {
    triggerCharacters: [' ', '>', '-', ':', '.'],
    provideCompletionItems(model, position) {
      const { lineNumber, column } = position;
      const before = model.getLineContent(lineNumber).slice(0, column - 1);
      const above = model.getLinesContent().slice(0, lineNumber - 1);
      const suggestions = complete(kind, before, above, surroundingsOf(model)).map((item, index) => ({
        label: { label: item.label, description: item.detail },
        kind: ICONS[item.kind],
        insertText: item.insert,
        range: new Range(lineNumber, item.from + 1, lineNumber, column),
        // Items stand in the order given: what is meant most often first.
        sortText: String(index).padStart(6, '0'),
        ...(item.insert.endsWith(' ')
          ? { command: { id: 'editor.action.triggerSuggest', title: item.label } }
          : {}),
      }));
      return { suggestions };
    },
  });
  languages.registerHoverProvider(id, {
    provideHover(model, position) {
      const line = model.getLineContent(position.lineNumber);
      const word = wordAt(line, position.column - 1);
      const lines = word === null ? null : describe(kind, word.text, surroundingsOf(model).network);
      if (word === null || lines === null) return null;
      return {
        range: new Range(
          position.lineNumber,
          word.start + 1,
          position.lineNumber,
          word.start + 1 + word.text.length,
        ),
        contents: lines.map((value) => ({ value })),
      };
    },
  });
}
