// `npm run bench`: prints a table of times; `-- --json FILE` also writes it as rows. With `--memory` it is
// the process that measures the memory alone.
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { benchEngine, benchMemory } from './engine-bench.ts';
import { benchLinks } from './link-bench.ts';
import type { Row } from './measure.ts';

const { values } = parseArgs({
  options: { json: { type: 'string' }, memory: { type: 'boolean' } },
});
if (values.memory) {
  console.log(benchMemory());
  process.exit(0);
}

// Loaded here: a browser's tools weigh much, and the process that measures the memory needs none.
const { benchFirstPicture } = await import('./first-picture.ts');
const engine = benchEngine();
const page = await benchFirstPicture();
const rows = [...engine.rows, ...benchLinks(), ...page.rows];
console.log(table(rows));
for (const note of [...engine.notes, ...page.notes]) console.log(note);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
process.exit(0);

function table(all: readonly Row[]): string {
  const width = Math.max(...all.map(({ name }) => name.length));
  const number = (ms: number) => ms.toFixed(2).padStart(10);
  const lines = all.map(
    (row) =>
      `${row.name.padEnd(width)}${number(row.median_ms)}${number(row.min_ms)}${number(row.max_ms)}`,
  );
  const head = `${''.padEnd(width)}${['median ms', 'min', 'max'].map((word) => word.padStart(10)).join('')}`;
  return [head, ...lines].join('\n');
}
