// Fixes of findings in Monaco's light bulb, only while the text is the one they were found in.
import { type editor, type IRange, languages } from 'monaco-editor/editor';
import type { Mark } from './marks.ts';

/** A file's marks, by whoever made them. */
export interface MarkedFile {
  readonly file: string;
  readonly marks: Iterable<FixableMarks>;
}

export interface FixableMarks {
  readonly fixable: readonly Mark[];
  /** Monaco's number of the text that they are of; null when they are of an older one. */
  readonly version: number | null;
}

export function offerFixes(markedIn: (model: editor.ITextModel) => MarkedFile | null): {
  dispose(): void;
} {
  return languages.registerCodeActionProvider(
    'yaml',
    {
      provideCodeActions(model, range, { markers }) {
        const { file = '', marks: marked = [] } = markedIn(model) ?? {};
        const marks = [...marked].filter(({ version }) => version === model.getVersionId());
        const actions = marks
          .flatMap(({ fixable }) => fixable)
          .flatMap((mark): readonly languages.CodeAction[] => {
            const place = rangeIn(model, mark.start, mark.end);
            const edit = touches(place, range) ? editOf(model, file, mark) : null;
            if (edit === null || mark.fix === null) return [];
            const diagnostics = markers.filter(
              ({ code, startLineNumber, startColumn }) =>
                code === mark.rule &&
                startLineNumber === place.startLineNumber &&
                startColumn === place.startColumn,
            );
            return [
              { title: mark.fix.title, kind: 'quickfix', isPreferred: true, diagnostics, edit },
            ];
          });
        return { actions, dispose: () => undefined };
      },
    },
    { providedCodeActionKinds: ['quickfix'] },
  );
}

/** null where it reaches into another file. */
function editOf(
  model: editor.ITextModel,
  file: string,
  { fix }: Mark,
): languages.WorkspaceEdit | null {
  const all = fix?.edits ?? [];
  if (all.some(({ span }) => span.file !== file)) return null;
  const edits = all.map(({ span, text }) => ({
    resource: model.uri,
    textEdit: { range: rangeIn(model, span.start, span.end), text },
    // Monaco refuses the edit should the text change before it is applied.
    versionId: model.getVersionId(),
  }));
  return { edits };
}

function rangeIn(model: editor.ITextModel, start: number, end: number): IRange {
  const { lineNumber, column } = model.getPositionAt(start);
  const last = model.getPositionAt(end);
  return {
    startLineNumber: lineNumber,
    startColumn: column,
    endLineNumber: last.lineNumber,
    endColumn: last.column,
  };
}

/** A light bulb belongs to its whole line. */
function touches(one: IRange, other: IRange): boolean {
  return one.startLineNumber <= other.endLineNumber && other.startLineNumber <= one.endLineNumber;
}
