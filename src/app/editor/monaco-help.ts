// Monaco's ways to ask for help, joined to the engine: completion, hover, places, outline, folds, format.
import {
  editor,
  type IRange,
  KeyCode,
  KeyMod,
  languages,
  Range,
  type Uri,
} from 'monaco-editor/editor';
import type { Completion, CompletionKind, Completions, Span } from '../../core/index.ts';
import type { Asking } from './asking.ts';
import { asPlainMarkdown } from './plain-markdown.ts';

/** Which file a text is, and the other way round. */
export interface Models {
  fileOf(model: editor.ITextModel): string | undefined;
  modelOf(file: string): editor.ITextModel | undefined;
}

const YAML = 'yaml';
const { CompletionItemKind, CompletionItemInsertTextRule, SymbolKind } = languages;

/** Lines come indented as they are to stand. */
const AS_IT_IS = CompletionItemInsertTextRule.KeepWhitespace;
const AS_SNIPPET = AS_IT_IS | CompletionItemInsertTextRule.InsertAsSnippet;

const ICON: Readonly<Record<CompletionKind, languages.CompletionItemKind>> = {
  object: CompletionItemKind.Snippet,
  field: CompletionItemKind.Field,
  value: CompletionItemKind.EnumMember,
  'label-key': CompletionItemKind.Property,
  'label-value': CompletionItemKind.Value,
  namespace: CompletionItemKind.Module,
  port: CompletionItemKind.Interface,
  service: CompletionItemKind.Class,
};

const ASK_AGAIN = { id: 'editor.action.triggerSuggest', title: 'What follows' };

/**
 * Formatting has one key everywhere: on Linux Monaco takes one that browsers take, too. And Monaco asks for
 * more than that the text has the focus, which fails where the editor came while somebody was typing.
 */
const KEYS: editor.IKeybindingRule[] = [
  {
    keybinding: KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF,
    command: 'editor.action.formatDocument',
    when: 'editorTextFocus',
  },
  {
    keybinding: KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyO,
    command: 'editor.action.quickOutline',
    when: 'editorTextFocus',
  },
];

export function offerHelp(asking: Asking, models: Models): { dispose(): void } {
  const registered = [
    editor.addKeybindingRules(KEYS),
    languages.registerCompletionItemProvider(YAML, {
      triggerCharacters: [' ', ':', '"', '/', '[', '{', '-'],
      async provideCompletionItems(model, position, context) {
        if (isOnlySpace(model, position, context)) return { suggestions: [] };
        const version = model.getVersionId();
        const found = await asking.complete(model.getValue(), model.getOffsetAt(position));
        if (found === null || model.isDisposed() || model.getVersionId() !== version) {
          return { suggestions: [], incomplete: true };
        }
        return { suggestions: suggestionsOf(model, found) };
      },
      async resolveCompletionItem(item) {
        const { field } = item as Suggestion;
        if (field === undefined) return item;
        const more = await asking.documentation(field);
        return { ...item, documentation: [item.documentation, ...more].join('\n\n').trim() };
      },
    }),
    languages.registerHoverProvider(YAML, {
      async provideHover(model, position) {
        const file = models.fileOf(model);
        const found =
          file === undefined ? null : await asking.hover(file, model.getOffsetAt(position));
        if (found === null || model.isDisposed()) return null;
        const { title, paragraphs, span, field } = found;
        const more = field === null ? [] : await asking.documentation(field);
        if (model.isDisposed()) return null;
        return {
          range: rangeIn(model, span),
          contents: [
            { value: `**${asPlainMarkdown(title)}**` },
            ...[...paragraphs, ...more].map((words) => ({ value: asPlainMarkdown(words) })),
          ],
        };
      },
    }),
    languages.registerDefinitionProvider(YAML, {
      async provideDefinition(model, position) {
        const file = models.fileOf(model);
        if (file === undefined) return [];
        const targets = await asking.definition(file, model.getOffsetAt(position));
        return targets.flatMap(({ span, at }): readonly languages.LocationLink[] => {
          const other = models.modelOf(span.file);
          if (other === undefined) return [];
          return [
            {
              uri: other.uri,
              range: rangeIn(other, span),
              targetSelectionRange: rangeIn(other, at),
            },
          ];
        }) as languages.LocationLink[];
      },
    }),
    languages.registerReferenceProvider(YAML, {
      async provideReferences(model, position) {
        const file = models.fileOf(model);
        if (file === undefined) return [];
        const spans = await asking.references(file, model.getOffsetAt(position));
        return spans.flatMap((span) => {
          const other = models.modelOf(span.file);
          return other === undefined ? [] : [{ uri: other.uri, range: firstLine(other, span) }];
        });
      },
    }),
    languages.registerDocumentSymbolProvider(YAML, {
      displayName: 'Objects',
      async provideDocumentSymbols(model) {
        const entries = await ofTextAsItIs(model, (text) => asking.outline(text));
        return entries.map(({ kind, name, range, at }) => ({
          name: `${kind} ${name}`,
          detail: '',
          kind: SymbolKind.Object,
          tags: [],
          range: rangeIn(model, range),
          selectionRange: rangeIn(model, at),
        }));
      },
    }),
    languages.registerFoldingRangeProvider(YAML, {
      async provideFoldingRanges(model) {
        const found = await ofTextAsItIs(model, (text) => asking.folds(text));
        return found.map(({ first, last }) => ({ start: first, end: last }));
      },
    }),
    languages.registerDocumentFormattingEditProvider(YAML, {
      displayName: 'Netpolis',
      async provideDocumentFormattingEdits(model) {
        const changes = await ofTextAsItIs(model, (text) => asking.format(text));
        return changes.map((change) => ({ range: rangeIn(model, change), text: change.text }));
      },
    }),
    editor.registerEditorOpener({
      openCodeEditor(source, resource, where) {
        const model = editor.getModel(resource as Uri);
        const file = model === null ? undefined : models.fileOf(model);
        if (model === null || file === undefined || source.getModel() === model) return false;
        asking.open(spanIn(model, file, where));
        return true;
      },
    }),
  ];
  return {
    dispose() {
      for (const one of registered) one.dispose();
    },
  };
}

/** Asks again while the text changes under the question; empty when it never rests. */
async function ofTextAsItIs<T>(
  model: editor.ITextModel,
  ask: (text: string) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  for (let tries = 0; tries < 5 && !model.isDisposed(); tries += 1) {
    const version = model.getVersionId();
    const answer = await ask(model.getValue());
    if (!model.isDisposed() && model.getVersionId() === version) return answer;
  }
  return [];
}

type Where = Parameters<editor.ICodeEditorOpener['openCodeEditor']>[2];

function spanIn(model: editor.ITextModel, file: string, where: Where): Span {
  if (where === undefined) return { file, start: 0, end: 0 };
  if ('lineNumber' in where) {
    const at = model.getOffsetAt(where);
    return { file, start: at, end: at };
  }
  const { startLineNumber, startColumn, endLineNumber, endColumn } = where;
  return {
    file,
    start: model.getOffsetAt({ lineNumber: startLineNumber, column: startColumn }),
    end: model.getOffsetAt({ lineNumber: endLineNumber, column: endColumn }),
  };
}

/** Spaces and dashes that only indent ask for nothing. */
function isOnlySpace(
  model: editor.ITextModel,
  { lineNumber, column }: { readonly lineNumber: number; readonly column: number },
  { triggerCharacter }: languages.CompletionContext,
): boolean {
  if (triggerCharacter === undefined) return false;
  const before = model.getLineContent(lineNumber).slice(0, column - 1);
  if (triggerCharacter === '-') return !/^\s*-$/.test(before);
  return triggerCharacter === ' ' && !/[:\-,[{]\s+$/.test(before);
}

/** Monaco hands the item back when it is looked at. */
interface Suggestion extends languages.CompletionItem {
  readonly field?: string;
}

function suggestionsOf(model: editor.ITextModel, { items, replace }: Completions): Suggestion[] {
  const range = rangeIn(model, replace);
  const written = model.getValueInRange(range);
  const quote = /^["']/.exec(written)?.[0] ?? '';
  return items.map((item, at) => suggestionOf(item, at, range, quote));
}

function suggestionOf(
  { kind, label, detail, documentation, field, insert, isSnippet, asksAgain }: Completion,
  at: number,
  range: IRange,
  quote: string,
): Suggestion {
  return {
    label: { label, description: detail },
    kind: ICON[kind],
    documentation,
    insertText: insert,
    insertTextRules: isSnippet ? AS_SNIPPET : AS_IT_IS,
    range,
    filterText: quote + label,
    // In the order they come in.
    sortText: `${at}`.padStart(4, '0'),
    ...(field === undefined ? {} : { field }),
    ...(asksAgain ? { command: ASK_AGAIN } : {}),
  };
}

function rangeIn(
  model: editor.ITextModel,
  { start, end }: { readonly start: number; readonly end: number },
): Range {
  return Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}

/** A list of places shows one line of each. */
function firstLine(model: editor.ITextModel, span: Span): Range {
  const { startLineNumber, startColumn, endLineNumber, endColumn } = rangeIn(model, span);
  const isOneLine = startLineNumber === endLineNumber;
  const last = isOneLine ? endColumn : model.getLineMaxColumn(startLineNumber);
  return new Range(startLineNumber, startColumn, startLineNumber, last);
}
