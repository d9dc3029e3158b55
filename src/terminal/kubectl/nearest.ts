// Words that were perhaps meant, as kubectl proposes them: at most two slips away, or that go on.

const MOST_SLIPS = 2;
const LONGEST = 40;

export function nearestOf(word: string, known: readonly string[]): readonly string[] {
  const wanted = word.toLowerCase();
  if (wanted.length > LONGEST) return [];
  return known.filter((one) => one.startsWith(wanted) || distance(wanted, one) <= MOST_SLIPS);
}

function distance(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let column = 1; column <= other.length; column++) {
      const change = one[row - 1] === other[column - 1] ? 0 : 1;
      next.push(
        Math.min(
          (next[column - 1] ?? 0) + 1,
          (before[column] ?? 0) + 1,
          (before[column - 1] ?? 0) + change,
        ),
      );
    }
    before = next;
  }
  return before[other.length] ?? 0;
}
