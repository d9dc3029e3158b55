// Runs the lines of a terminal in the worker, on the analysis of the files as they are, and takes over what they change.
import { isSameFile, type SourceFile, withApplied } from '../../core/index.ts';
import type { EditorFile, LineCompletions, Outcome, Session } from '../../terminal/terminal.ts';
import type { EngineClient } from '../../worker/client.ts';
import { swapIn } from '../actions/replacing.ts';
import { say } from '../actions/toasts.ts';
import { newestVersion } from '../newest.ts';
import type { Page } from '../start.ts';
import { documentOf, isCurrent } from '../store.ts';

type Tools = Pick<Page, 'store' | 'shelf'> & { readonly client: EngineClient };

/** Milliseconds: a large input takes long to decide, and a command must not answer from the one before. */
const PATIENCE = 60_000;

/** The files may change while a line is run; then it is run on the new ones. */
const TRIES = 5;

/** null when no answer comes. */
export async function runLine(
  { store, shelf, client }: Tools,
  line: string,
  session: Session,
): Promise<Outcome | null> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const version = await newestVersion(store, PATIENCE);
    if (version === null) return null;
    const outcome = await client.runLine(version, line, session, performance.now() / 1000);
    if (outcome === null || !isCurrent(store.getState(), version)) continue;
    if (outcome.files !== null && store.getState().readOnly) return refused(session);
    if (outcome.files !== null) takeOver({ store, shelf, client }, line, outcome.files);
    return outcome;
  }
  return null;
}

/** As if nothing had been run. */
function refused(session: Session): Outcome {
  const text =
    'error: this link is read-only: "Make a copy to edit" above the text lets commands change it\n';
  return {
    output: [{ text, stream: 'error', wait: null }],
    session: { ...session, status: 1 },
    files: null,
    why: null,
    status: 1,
    opens: null,
    clears: false,
    ends: false,
  };
}

export async function completeLine(
  { store, client }: Tools,
  line: string,
  at: number,
  session: Session,
): Promise<LineCompletions | null> {
  const version = await newestVersion(store, PATIENCE);
  return version === null ? null : client.completeLine(version, line, at, session);
}

function takeOver({ store, shelf }: Tools, line: string, changed: readonly EditorFile[]): void {
  const before = documentOf(store.getState());
  const known = new Map(before.files.map((file) => [file.name, file]));
  const files = changed.map((file): SourceFile => {
    const next = withApplied(file, file.applied !== false);
    const old = known.get(file.name);
    // Files that did not change stay the same object, as all that looks for changes expects.
    return old !== undefined && isSameFile(old, next) ? old : next;
  });
  if (files.length === before.files.length && files.every((file, at) => file === before.files[at]))
    return;
  const left = files.length > 0 ? files : [{ name: 'manifests.yaml', text: '' }];
  const isThere = left.some(({ name }) => name === before.activeFile);
  store.setState({
    files: left,
    ...(isThere ? {} : { activeFile: left[0]?.name ?? '' }),
  });
  say(store, `Changed by “${shortLine(line)}”.`, {
    action: {
      label: 'Undo',
      run: () => {
        if (store.getState().files !== left) swapIn(store, shelf, before);
        else store.setState({ files: before.files, activeFile: before.activeFile });
      },
    },
  });
}

const LONGEST = 60;

function shortLine(line: string): string {
  const [first = ''] = line.trim().split('\n');
  return first.length > LONGEST ? `${first.slice(0, LONGEST)}…` : first;
}
