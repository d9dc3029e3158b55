// Asks what the part of the manifests at the cursor selects and opens: the newest place wins, typing is left alone.
import type { Part, Pointed } from '../core/index.ts';
import type { EngineClient } from '../worker/client.ts';
import { isCurrent, type PageState, type PageStore, type PointedAt } from './store.ts';

/** Milliseconds: a cursor that runs over the lines asks nothing. */
const REST = 120;

export function startPointing(store: PageStore, client: Pick<EngineClient, 'pointAt'>): void {
  let pause: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  /** What was shown last of this cursor. */
  let last: Part | null = null;

  async function ask(): Promise<void> {
    const { pointing, answer } = store.getState();
    // An answer to an older text would speak of another place; the next one asks again.
    if (pointing === null || answer === null || !isCurrent(store.getState(), answer.version))
      return;
    asked += 1;
    const mine = asked;
    try {
      const told = await client.pointAt(answer.version, pointing.spot);
      if (mine !== asked || told === null || store.getState().pointing !== pointing) return;
      take(told === 'nothing' ? null : { told, isPinned: pointing.how === 'pinned', answer });
    } catch {
      if (mine === asked) take(null);
    }
  }

  /** Typing keeps what is shown up to date, and never begins to show anything. */
  function take(next: PointedAt | null): void {
    const { pointing, pointed } = store.getState();
    const isMeant =
      next !== null &&
      (pointing?.how !== 'typed' || (last !== null && isSame(next.told.part, last)));
    if (isMeant) last = next.told.part;
    // From here on it is known by its name, whatever is written above it.
    if (isMeant && next.isPinned && pointing !== null && 'file' in pointing.spot) {
      store.setState({ pointing: { ...pointing, spot: { part: next.told.part } }, pointed: next });
      return;
    }
    if (isMeant || pointed !== null) store.setState({ pointed: isMeant ? next : null });
  }

  store.subscribe((state, before) => {
    if (leaves(state, before)) {
      store.setState({ pointing: null, pointed: null });
      return;
    }
    if (state.pointing === before.pointing && state.answer === before.answer) return;
    clearTimeout(pause);
    if (state.pointing === null) {
      last = null;
      return;
    }
    pause = setTimeout(() => void ask(), state.pointing.how === 'pinned' ? 0 : REST);
  });
}

/** Another file was opened, or something else selected than what is pinned leads to. */
function leaves(state: PageState, before: PageState): boolean {
  const { selection, pointing, pointed, activeFile } = state;
  if (pointing === null) return false;
  const { spot } = pointing;
  if (activeFile !== before.activeFile && 'file' in spot && spot.file !== activeFile) return true;
  if (selection === null || before.selection !== null) return false;
  if (pointing.how !== 'pinned' || pointed === null) return pointing.how !== 'pinned';
  return !namesOf(pointed).some((id) =>
    selection.kind === 'peer'
      ? selection.id === id
      : selection.source === id || selection.destination === id,
  );
}

/** The peers it is about. */
function namesOf({ told, answer }: PointedAt): readonly string[] {
  const { peers } = answer.analysis;
  const { sure, maybe } = told.selected;
  return [...sure, ...maybe, ...(told.subjects?.sure ?? []), ...(told.subjects?.maybe ?? [])].map(
    (at) => peers[at]?.id ?? '',
  );
}

function isSame(one: Part, other: Part): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What is to be shown now: a selection comes before it. */
export function shownOf({ selection, pointed }: Pick<PageState, 'selection' | 'pointed'>) {
  return selection === null ? pointed : null;
}

/** Whether the numbers of its peers still mean the same in a newer answer. */
export function fits({ answer: { analysis } }: PointedAt, now: PageState['answer']): boolean {
  if (now === null) return false;
  const peers = now.analysis.peers;
  return (
    peers === analysis.peers ||
    (peers.length === analysis.peers.length &&
      peers.every(({ id }, at) => id === analysis.peers[at]?.id))
  );
}

/** The flows it alone opens, if any. */
export function opensAny({ opened }: Pointed): boolean {
  return opened !== null && opened.cells.length > 0;
}
