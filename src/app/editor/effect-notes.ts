// What selectors select and rules open, as notes behind the lines where they begin.
import type { Effects } from '../../core/index.ts';

export interface Note {
  /** Where the selector or rule begins: an offset into its file. */
  readonly start: number;
  readonly words: string;
}

type PolicyEffects = Effects['policies'][number];
type Selected = PolicyEffects['subject'];
type RuleEffects = PolicyEffects['rules'][number];

export function notesByFile({ policies }: Effects): ReadonlyMap<string, readonly Note[]> {
  const notes = new Map<string, Note[]>();
  const add = ({ span }: Selected | RuleEffects, words: string) => {
    const own = notes.get(span.file);
    const note = { start: span.start, words };
    if (own === undefined) notes.set(span.file, [note]);
    else own.push(note);
  };
  for (const { subject, rules } of policies) {
    add(subject, selectsWords(subject));
    for (const rule of rules) add(rule, opensWords(rule));
  }
  return notes;
}

export function selectsWords({ workloads, maybe }: Omit<Selected, 'span'>): string {
  return `selects ${counted(workloads, 'workload')}${more(maybe)}`;
}

type Opens = Pick<RuleEffects, 'opens' | 'alone' | 'mayOpen'>;

/** `opens 5 flows, 2 by itself`: the two would be lost without it. */
export function opensWords({ opens, alone, mayOpen }: Opens): string {
  const all = `opens ${counted(opens, 'flow')}`;
  if (opens === 0) return all + more(mayOpen);
  if (alone === opens) return `${all} by itself${more(mayOpen)}`;
  return `${all}, ${alone === 0 ? 'none' : alone} by itself${more(mayOpen)}`;
}

function more(count: number): string {
  return count === 0 ? '' : `, perhaps ${count} more`;
}

function counted(count: number, noun: string): string {
  if (count === 0) return `no ${noun}`;
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}
