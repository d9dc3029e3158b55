// What terminals keep over a reload: the lines that were typed, on this device; where each shell stands, in this tab.
import { newSession, type PodShell, type Session } from '../../terminal/terminal.ts';
import type { TextStore } from '../storage/text-store.ts';

export interface TerminalMemory {
  /** Of earlier visits and this one, oldest first. */
  lines(): readonly string[];
  addLine(line: string): void;
  /** Of the terminals that were open, in their order; empty where there was none. */
  sessions(): readonly Session[];
  keepSessions(sessions: readonly Session[]): void;
}

const LINES = 'netpolis.terminal-lines';
const SESSIONS = 'netpolis.terminal-sessions';

const MOST_LINES = 300;
const MOST_SESSIONS = 8;
/** Letters. */
const LONGEST_LINE = 4_000;
const LONGEST = 100_000;

export function openMemory(local: TextStore, tab: TextStore): TerminalMemory {
  const lines = () => listIn(local.read(LINES)).filter((one) => typeof one === 'string');
  return {
    lines,
    addLine(line) {
      if (line.trim() === '' || line.length > LONGEST_LINE) return;
      let kept = [...lines().slice(1 - MOST_LINES), line];
      while (kept.length > 1 && JSON.stringify(kept).length > LONGEST) kept = kept.slice(1);
      local.write(LINES, JSON.stringify(kept));
    },
    sessions: () => listIn(tab.read(SESSIONS)).flatMap(sessionIn).slice(0, MOST_SESSIONS),
    keepSessions(sessions) {
      const kept = sessions.slice(0, MOST_SESSIONS).map(placeOf);
      const text = JSON.stringify(kept);
      const bare = JSON.stringify(kept.map((one) => ({ ...one, variables: [], aliases: [] })));
      tab.write(SESSIONS, text.length > LONGEST ? bare : text);
    },
  };
}

/** How old objects are is counted anew from each load of the page. */
function placeOf({ namespace, inside, variables, aliases }: Session) {
  return { namespace, inside, variables, aliases };
}

/** Storage may hold anything. */
function listIn(text: string | null): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

const NAME = /^[a-z0-9][a-z0-9.-]{0,252}$/;

function sessionIn(value: unknown): readonly Session[] {
  const fields = fieldsOf(value);
  const namespace = fields.get('namespace');
  if (typeof namespace !== 'string' || !NAME.test(namespace)) return [];
  return [
    {
      ...newSession(namespace),
      inside: shellIn(fields.get('inside')),
      variables: pairsIn(fields.get('variables')),
      aliases: pairsIn(fields.get('aliases')),
    },
  ];
}

function shellIn(value: unknown): PodShell | null {
  const fields = fieldsOf(value);
  const [namespace, pod, container] = ['namespace', 'pod', 'container'].map((name) =>
    fields.get(name),
  );
  if (typeof namespace !== 'string' || typeof pod !== 'string' || typeof container !== 'string') {
    return null;
  }
  const removes = fields.get('removes') === true;
  return { namespace, pod, container, removes, variables: pairsIn(fields.get('variables')) };
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : new Map();
}

function pairsIn(value: unknown): Session['variables'] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((pair: unknown): Session['variables'] => {
    const [name, text] = Array.isArray(pair) ? pair : [];
    return typeof name === 'string' && typeof text === 'string' ? [[name, text]] : [];
  });
}
