// The lines of a terminal, for going back to them; what stands unfinished at the end is kept as well.

export interface History {
  add(line: string): void;
  /** The line before the one shown, with what is typed kept for the way back; null at the oldest. */
  older(typed: string): string | null;
  /** The line after the one shown; null at what was typed. */
  newer(): string | null;
  /** The newest line before that place which holds the words; null for none. `before` counts from the oldest. */
  find(words: string, before?: number): { readonly line: string; readonly at: number } | null;
  /** Oldest first. */
  all(): readonly string[];
}

const MOST = 500;

/** @param before lines of earlier terminals */
export function createHistory(before: readonly string[] = []): History {
  const lines: string[] = before.slice(-MOST);
  /** Which line is shown; past the end, the one that is typed. */
  let at = lines.length;
  let unfinished = '';

  return {
    add(line) {
      if (line.trim() !== '' && line !== lines.at(-1)) lines.push(line);
      if (lines.length > MOST) lines.shift();
      at = lines.length;
      unfinished = '';
    },
    older(typed) {
      if (at === 0) return null;
      if (at === lines.length) unfinished = typed;
      at -= 1;
      return lines[at] ?? null;
    },
    newer() {
      if (at === lines.length) return null;
      at += 1;
      return lines[at] ?? unfinished;
    },
    find(words, before = lines.length) {
      for (let index = Math.min(before, lines.length) - 1; index >= 0; index -= 1) {
        const line = lines[index];
        if (line?.includes(words)) return { line, at: index };
      }
      return null;
    },
    all: () => lines,
  };
}
