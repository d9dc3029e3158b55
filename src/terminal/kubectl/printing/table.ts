// Rows under headings, as kubectl lays them out: three spaces between, nothing behind the last.

export function layTable(
  headings: readonly string[] | null,
  rows: readonly (readonly string[])[],
): string {
  const all = headings === null ? rows : [headings, ...rows];
  const count = Math.max(0, ...all.map(({ length }) => length));
  const widths = Array.from({ length: count }, (_, at) =>
    Math.max(...all.map((row) => (row[at] ?? '').length)),
  );
  return all
    .map((row) =>
      row
        .map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd((widths[at] ?? 0) + 3)))
        .join(''),
    )
    .map((line) => `${line}\n`)
    .join('');
}
