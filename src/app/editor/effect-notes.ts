// What selectors select and rules open, as notes behind the lines where they begin.
import type { Effects, Part } from '../../core/index.ts';

export interface Note {
  /** Where the selector or rule begins: an offset into its file. */
  readonly start: number;
  readonly words: string;
  /** What the words mean, for whoever rests on them. */
  readonly hover: string;
  /** What is shown at a click. */
  readonly part: Part;
}

type PolicyEffects = Effects['policies'][number];
type Selected = PolicyEffects['subject'];
type RuleEffects = PolicyEffects['rules'][number];

const CLICK = 'Click to see them in the picture and listed in the details (Alt+Enter on the line).';

const HOVERS = {
  subject: `The pods that this policy selects, counted as workloads. It binds none on their host’s network, and none at all where the network plugin enforces no policy. ${CLICK}`,
  rule: `Flows this rule lets through that the other end allows, too. By itself: they would be lost without this rule, as no other allows them. ${CLICK}`,
  entry: `The workloads or addresses that this entry means. ${CLICK}`,
} as const;

export function notesByFile({
  policies,
  adminPolicies,
}: Effects): ReadonlyMap<string, readonly Note[]> {
  const notes = new Map<string, Note[]>();
  const add = ({ span }: Pick<Selected, 'span'>, note: Omit<Note, 'start'>) => {
    const own = notes.get(span.file);
    const placed = { start: span.start, ...note };
    if (own === undefined) notes.set(span.file, [placed]);
    else own.push(placed);
  };
  for (const { namespace, name, subject, rules } of policies) {
    add(subject, {
      words: selectsWords(subject),
      hover: HOVERS.subject,
      part: { kind: 'subject', namespace, name },
    });
    for (const rule of rules) {
      const { direction, index } = rule;
      const base = { namespace, name, direction, rule: index };
      add(rule, {
        words: opensWords(rule),
        hover: HOVERS.rule,
        part: { kind: 'rule', ...base, at: 0 },
      });
      rule.peers.forEach((peer, at) => {
        add(peer, {
          words: selectsWords(peer),
          hover: HOVERS.entry,
          part: { kind: 'entry', ...base, at },
        });
      });
    }
  }
  for (const { kind, name, subject, rules } of adminPolicies) {
    const base = { policy: kind, name, direction: 'ingress', rule: 0, at: 0 } as const;
    add(subject, {
      words: selectsWords(subject),
      hover: HOVERS.subject,
      part: { ...base, kind: 'admin-subject' },
    });
    for (const { direction, index, peers } of rules) {
      for (const { at, ...peer } of peers) {
        add(peer, {
          words: selectsWords(peer),
          hover: HOVERS.entry,
          part: { ...base, kind: 'admin-entry', direction, rule: index, at },
        });
      }
    }
  }
  return notes;
}

export function selectsWords({
  workloads,
  maybe,
  outside = 0,
  unbound = 0,
}: Omit<Selected, 'span'>): string {
  if (unbound > 0) {
    const binds = workloads + maybe === 0 ? 'binds none' : `binds ${workloads + maybe}`;
    return `selects ${counted(workloads + maybe + unbound, 'workload')}, ${binds}`;
  }
  if (outside === 0) return `selects ${counted(workloads, 'workload')}${more(maybe)}`;
  const inside = workloads === 0 ? '' : ` and ${counted(workloads, 'workload')}`;
  const perhaps =
    maybe === 0
      ? ''
      : `, perhaps ${maybe} ${inside === '' ? '' : 'more '}workload${maybe === 1 ? '' : 's'}`;
  return `selects addresses outside${inside}${perhaps}`;
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
