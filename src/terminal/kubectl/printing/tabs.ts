// Lines whose cells end with tabs, laid out as Go's tabwriter does it for `kubectl describe`: cells of
// neighbouring lines stand in columns, two spaces apart.

const PADDING = 2;

/** Cells are set apart by tabs; what stands behind the last tab of a line belongs to no column. */
export function layTabs(lines: readonly string[]): string {
  const cells = lines.map((line) => line.split('\t'));
  layColumn(cells, 0, cells.length, 0);
  return cells.map((line) => `${line.join('')}\n`).join('');
}

/** Pads the cells of one column, run by run, and then those behind them. */
function layColumn(cells: string[][], from: number, to: number, column: number): void {
  let row = from;
  while (row < to) {
    if (!hasColumn(cells[row], column)) {
      row += 1;
      continue;
    }
    let end = row;
    while (end < to && hasColumn(cells[end], column)) end += 1;
    const run = cells.slice(row, end);
    const width = Math.max(...run.map((line) => (line[column] ?? '').length)) + PADDING;
    for (const line of run) line[column] = (line[column] ?? '').padEnd(width);
    layColumn(cells, row, end, column + 1);
    row = end;
  }
}

function hasColumn(line: readonly string[] | undefined, column: number): boolean {
  return line !== undefined && column < line.length - 1;
}
