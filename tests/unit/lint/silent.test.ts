// Policies as good projects publish them, and the workloads they are for: no rule may warn of them.
// One false alarm costs more trust than ten findings earn.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze, lint } from '../../../src/core/index.ts';

const FOLDER = join(import.meta.dirname, 'silent');
const files = readdirSync(FOLDER).map((name) => ({
  name,
  text: readFileSync(join(FOLDER, name), 'utf8'),
}));

describe('the silent corpus', () => {
  it('holds at least 30 policies, all of which are read', () => {
    const written = files.flatMap(({ text }) => text.match(/^kind: NetworkPolicy$/gm) ?? []).length;
    const read = files.flatMap((file) => analyze([file]).cluster.policies).length;
    expect(written).toBeGreaterThanOrEqual(30);
    expect(read).toBe(written);
  });

  it.each(files.map((file) => [file.name, file] as const))('no warning in %s', (_, file) => {
    expect(loud([file])).toEqual([]);
  });

  it('no warning when all of it stands in one cluster', () => {
    expect(loud(files)).toEqual([]);
  });
});

function loud(input: typeof files): readonly string[] {
  return lint(analyze(input), input)
    .filter(({ level }) => level !== 'info')
    .map(({ rule, message, span }) => `${span.file}: ${rule}: ${message}`);
}
