// The text in Monaco; a chunk of its own, loaded after the first picture.
import './monaco-parts.ts';
import {
  editor,
  type IPosition,
  KeyCode,
  KeyMod,
  MarkerSeverity,
  Range,
  Uri,
} from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import type { Level, Part } from '../../core/index.ts';
import type { Deciding } from '../store.ts';
import type { Asking } from './asking.ts';
import { changeBetween } from './change.ts';
import { type Note, notesByFile } from './effect-notes.ts';
import { FILE_NAMES } from './file-names.ts';
import { type Mark, type MarkSource, marksByFile } from './marks.ts';
import { LINE_HEIGHT, PADDING_TOP, textSize } from './metrics.ts';
import { offerHelp } from './monaco-help.ts';
import { asPlainMarkdown } from './plain-markdown.ts';
import { offerFixes } from './quick-fixes.ts';
import type { OnEdit, Surface, SurfaceEvents, TextCommand } from './surface.ts';
import { editorTheme } from './theme.ts';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

const THEME = 'netpolis';
const REVEAL_MS = 2_000;

/** The linter's notes are hints, which leave the overview to what is wrong. */
const LINT_NOTE = MarkerSeverity.Hint;

const SEVERITY: Readonly<Record<Level, MarkerSeverity>> = {
  error: MarkerSeverity.Error,
  warning: MarkerSeverity.Warning,
  info: MarkerSeverity.Info,
};

interface Sheet {
  readonly model: editor.ITextModel;
  /** Scroll and cursors of a file that is not shown. */
  view: editor.ICodeEditorViewState | null;
  readonly marks: Map<MarkSource, Marked>;
  notes: string[];
  /** What each note is about, by its decoration. */
  readonly parts: Map<string, Part>;
  deciding: string[];
}

/** The marks of one source in one text. */
interface Marked {
  readonly glyphs: string[];
  readonly fixable: readonly Mark[];
  /** Monaco's number of the text they are of; null when they are of an older one. */
  readonly version: number | null;
}

export function createMonacoSurface(
  host: HTMLElement,
  onEdit: OnEdit,
  events: SurfaceEvents,
  asking: Asking,
): Surface {
  const sheets = new Map<string, Sheet>();
  let shown: string | null = null;
  let made = 0;
  /** Set while a text is changed from outside, which is no edit of the person's. */
  let replacing = false;

  // The context menu hangs beside the editor and finds the theme's variables only under this class.
  host.classList.add('monaco-component');
  // Before anything else is asked of Monaco, which makes its services then.
  const code = editor.create(
    host,
    { ...OPTIONS, ...textSize(), fontFamily: monoFont() },
    FILE_NAMES.services,
  );
  editor.defineTheme(THEME, editorTheme());
  editor.setTheme(THEME);
  const highlight = code.createDecorationsCollection();
  let highlightEnd: ReturnType<typeof setTimeout> | undefined;

  const themeWatch = new MutationObserver(() => {
    editor.defineTheme(THEME, editorTheme());
    editor.setTheme(THEME);
    code.updateOptions(textSize());
  });
  themeWatch.observe(document.documentElement, {
    attributeFilter: ['data-theme', 'data-projector'],
  });

  function nameOf(model: editor.ITextModel): string | undefined {
    for (const [name, sheet] of sheets) if (sheet.model === model) return name;
    return undefined;
  }

  function open(file: string, text: string): void {
    made += 1;
    const uri = Uri.from({ scheme: 'inmemory', path: `/${made}/${file}` });
    FILE_NAMES.set(uri, file);
    // JSON is YAML, and Monaco's JSON would bring a second worker.
    const model = editor.createModel(text, 'yaml', uri);
    const read = () => model.getValue();
    sheets.set(file, {
      model,
      view: null,
      marks: new Map(),
      notes: [],
      parts: new Map(),
      deciding: [],
    });
    model.onDidChangeContent(() => {
      const name = nameOf(model);
      if (!replacing && name !== undefined) onEdit(name, read);
    });
    if (isRewrittenByMonaco(text)) onEdit(file, read);
  }

  const offset = (position: IPosition) => code.getModel()?.getOffsetAt(position) ?? 0;
  code.onDidChangeCursorPosition(({ position, reason, source }) => {
    if (shown === null || replacing || source === 'api') return;
    events.cursor(shown, offset(position), reason !== editor.CursorChangeReason.Explicit);
  });
  pointByMouse(code, (line, which) => {
    const sheet = shown === null ? undefined : sheets.get(shown);
    const part = sheet === undefined ? undefined : notesOnLine(sheet, line)[which];
    if (part !== undefined) events.ask(part);
  });
  code.addAction({
    id: 'netpolis.selects-and-opens',
    label: 'Show what this selects and opens',
    keybindings: [KeyMod.Alt | KeyCode.Enter],
    contextMenuGroupId: 'navigation',
    run: () => {
      const position = code.getPosition();
      if (shown !== null && position !== null) events.askHere(shown, offset(position));
    },
  });

  const fixes = offerFixes((model) => {
    const file = nameOf(model);
    const sheet = file === undefined ? undefined : sheets.get(file);
    return file === undefined || sheet === undefined ? null : { file, marks: sheet.marks.values() };
  });

  const help = offerHelp(asking, {
    fileOf: nameOf,
    modelOf: (file) => sheets.get(file)?.model,
  });

  return {
    open,
    replace(file, text) {
      const model = sheets.get(file)?.model;
      if (model === undefined || model.getValue() === text) return;
      const change = changeBetween(model.getValue(), text);
      replacing = true;
      model.pushStackElement();
      const range = rangeOf(model, change.start, change.end);
      model.pushEditOperations(null, [{ range, text: change.text }], () => null);
      model.pushStackElement();
      replacing = false;
      if (isRewrittenByMonaco(text)) onEdit(file, () => model.getValue());
    },
    rename(from, to) {
      const sheet = sheets.get(from);
      if (sheet === undefined) return;
      sheets.delete(from);
      sheets.set(to, sheet);
      FILE_NAMES.set(sheet.model.uri, to);
      if (shown === from) {
        shown = to;
        code.updateOptions({ ariaLabel: labelOf(to) });
      }
    },
    close(file) {
      const sheet = sheets.get(file);
      sheets.delete(file);
      if (shown === file) {
        shown = null;
        code.setModel(null);
      }
      sheet?.model.dispose();
    },
    show(file) {
      const next = sheets.get(file);
      if (next === undefined || shown === file) return;
      const before = shown === null ? undefined : sheets.get(shown);
      if (before !== undefined) before.view = code.saveViewState();
      highlight.clear();
      shown = file;
      code.setModel(next.model);
      if (next.view !== null) code.restoreViewState(next.view);
      code.updateOptions({ ariaLabel: labelOf(file) });
    },
    mark(source, findings, fresh) {
      const marks = marksByFile(findings);
      for (const [file, sheet] of sheets) setMarks(sheet, source, marks.get(file) ?? [], fresh);
    },
    annotate(effects) {
      const notes = notesByFile(effects);
      for (const [file, sheet] of sheets) setNotes(sheet, notes.get(file) ?? []);
    },
    pointOut(deciding) {
      for (const [file, sheet] of sheets) {
        setDeciding(
          sheet,
          deciding.filter(({ span }) => span.file === file),
        );
      }
    },
    reveal({ start, end }) {
      const model = code.getModel();
      if (model === null) return;
      const range = rangeOf(model, start, end);
      whenVisible(code, () => {
        code.setPosition({ lineNumber: range.startLineNumber, column: range.startColumn });
        code.revealRangeInCenterIfOutsideViewport(range);
        highlight.set([{ range, options: { className: 'editor-revealed', isWholeLine: true } }]);
        clearTimeout(highlightEnd);
        highlightEnd = setTimeout(() => highlight.clear(), REVEAL_MS);
      });
    },
    setReadOnly: (readOnly) => code.updateOptions({ readOnly, domReadOnly: readOnly }),
    focus: () => code.focus(),
    run(command) {
      code.focus();
      code.trigger('menu', ACTIONS[command], null);
    },
    place() {
      const model = code.getModel();
      const selection = code.getSelection();
      const offset = (line: number, column: number) =>
        model?.getOffsetAt({ lineNumber: line, column }) ?? 0;
      return {
        start: selection ? offset(selection.startLineNumber, selection.startColumn) : 0,
        end: selection ? offset(selection.endLineNumber, selection.endColumn) : 0,
        scrollTop: code.getScrollTop(),
        focused: code.hasTextFocus(),
      };
    },
    restore({ start, end, scrollTop, focused }) {
      const model = code.getModel();
      if (model !== null) code.setSelection(rangeOf(model, start, end));
      code.setScrollTop(scrollTop);
      if (focused) code.focus();
    },
    dispose() {
      themeWatch.disconnect();
      fixes.dispose();
      help.dispose();
      clearTimeout(highlightEnd);
      code.dispose();
      host.classList.remove('monaco-component');
      for (const { model } of sheets.values()) model.dispose();
    },
  };
}

const ACTIONS: Readonly<Record<TextCommand, string>> = {
  suggest: 'editor.action.triggerSuggest',
  outline: 'editor.action.quickOutline',
  definition: 'editor.action.revealDefinition',
  references: 'editor.action.goToReferences',
  fix: 'editor.action.quickFix',
  format: 'editor.action.formatDocument',
  foldAll: 'editor.foldAll',
  unfoldAll: 'editor.unfoldAll',
};

const OPTIONS: editor.IStandaloneEditorConstructionOptions = {
  model: null,
  automaticLayout: true,
  padding: { top: PADDING_TOP, bottom: PADDING_TOP },
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: false,
  minimap: { enabled: false },
  wordWrap: 'off',
  glyphMargin: true,
  lineNumbersMinChars: 3,
  folding: true,
  fixedOverflowWidgets: true,
  scrollBeyondLastLine: false,
  renderLineHighlight: 'line',
  renderWhitespace: 'selection',
  overviewRulerLanes: 1,
  unusualLineTerminators: 'off',
  quickSuggestions: { other: 'on', comments: 'off', strings: 'on' },
  quickSuggestionsDelay: 50,
  wordBasedSuggestions: 'off',
  // Enter ends a line when the word is already written out.
  acceptSuggestionOnEnter: 'smart',
  acceptSuggestionOnCommitCharacter: false,
  suggest: { showWords: false, snippetsPreventQuickSuggestions: false },
  links: false,
  dragAndDrop: false,
  dropIntoEditor: { enabled: false },
  pasteAs: { enabled: false },
  scrollbar: { alwaysConsumeMouseWheel: false },
};

function setMarks(
  { model, marks: known }: Sheet,
  source: MarkSource,
  marks: readonly Mark[],
  fresh: boolean,
): void {
  const before = known.get(source);
  // Most of many files have none, at every answer.
  if (marks.length === 0 && before === undefined) return;
  editor.setModelMarkers(
    model,
    `netpolis ${source}`,
    marks.map(({ level, rule, message, start, end }) => ({
      ...rangeOf(model, start, end),
      severity: source === 'lint' && level === 'info' ? LINT_NOTE : SEVERITY[level],
      message,
      code: rule,
    })),
  );
  const glyphs = model.deltaDecorations(
    before?.glyphs ?? [],
    marks
      .filter(({ level }) => level === 'error')
      .map(({ start, message }) => ({
        range: rangeOf(model, start, start),
        options: {
          glyphMarginClassName: 'editor-error-glyph',
          glyphMarginHoverMessage: { value: asPlainMarkdown(message) },
        },
      })),
  );
  if (marks.length === 0) {
    known.delete(source);
    return;
  }
  known.set(source, {
    glyphs,
    fixable: marks.filter(({ fix }) => fix !== null),
    version: fresh ? model.getVersionId() : null,
  });
}

/**
 * Behind the last letter of their lines, where they move nothing and typing pushes them along: each
 * a decoration of its own, so that it can be clicked.
 */
function setNotes(sheet: Sheet, notes: readonly Note[]): void {
  const { model } = sheet;
  const onLine = new Map<number, number>();
  sheet.notes = model.deltaDecorations(
    sheet.notes,
    notes.map(({ start, words, hover }) => {
      const line = model.getPositionAt(start).lineNumber;
      const before = onLine.get(line) ?? 0;
      onLine.set(line, before + 1);
      const end = model.getLineMaxColumn(line);
      return {
        range: new Range(line, end - 1, line, end),
        options: {
          after: {
            content: before === 0 ? words : ` · ${words}`,
            inlineClassName: `editor-note is-note-${before}`,
            inlineClassNameAffectsLetterSpacing: true,
          },
          hoverMessage: { value: asPlainMarkdown(hover) },
          stickiness: editor.TrackedRangeStickiness.GrowsOnlyWhenTypingAfter,
          showIfCollapsed: true,
        },
      };
    }),
  );
  sheet.parts.clear();
  notes.forEach(({ part }, at) => {
    const id = sheet.notes[at];
    if (id !== undefined) sheet.parts.set(id, part);
  });
}

/** What the notes of a line are about, in their order. */
function notesOnLine({ model, notes, parts }: Sheet, line: number): readonly Part[] {
  return notes
    .filter((id) => model.getDecorationRange(id)?.startLineNumber === line)
    .flatMap((id) => parts.get(id) ?? []);
}

/** Calls with the line and the number of the note on it that was clicked. */
function pointByMouse(
  code: editor.IStandaloneCodeEditor,
  act: (line: number, which: number) => void,
): void {
  code.onMouseDown(({ target, event }) => {
    if (!event.leftButton) return;
    const name = [...(target.element?.classList ?? [])].find((one) => one.startsWith('is-note-'));
    if (name !== undefined && target.position !== null) {
      act(target.position.lineNumber, Number(name.slice('is-note-'.length)));
    }
  });
}

function setDeciding(sheet: Sheet, deciding: readonly Deciding[]): void {
  const { model } = sheet;
  if (deciding.length + sheet.deciding.length === 0) return;
  sheet.deciding = model.deltaDecorations(
    sheet.deciding,
    deciding.map(({ span: { start, end }, verdict }) => ({
      range: rangeOf(model, start, end),
      options: {
        isWholeLine: true,
        className: `editor-deciding is-${verdict}`,
        linesDecorationsClassName: `editor-deciding-bar is-${verdict}`,
      },
    })),
  );
}

/** Offsets past the end of the text, from an answer to an older one, become its end. */
function rangeOf(model: editor.ITextModel, start: number, end: number): Range {
  return Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}

/** Monaco keeps one kind of line end per file and no byte order mark: then its text is the one that counts. */
function isRewrittenByMonaco(text: string): boolean {
  return text.includes('\r') || text.startsWith('\uFEFF');
}

/** Scrolling to a line means nothing while the editor has no height, as in a folded panel. */
function whenVisible(code: editor.IStandaloneCodeEditor, act: () => void): void {
  if (code.getLayoutInfo().height > LINE_HEIGHT) {
    act();
    return;
  }
  const waiting = code.onDidLayoutChange(({ height }) => {
    if (height <= LINE_HEIGHT) return;
    waiting.dispose();
    act();
  });
}

function labelOf(file: string): string {
  return `Text of ${file}. Control M, on a Mac Control Shift M, lets the Tab key leave the editor.`;
}

function monoFont(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--font-mono').trim();
}
