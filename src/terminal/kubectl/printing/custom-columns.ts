// `-o custom-columns=NAME:.metadata.name`: a table of paths.
import { isList, isMap, type Value } from '../../cluster/value.ts';
import { find, type Step } from '../paths/path.ts';
import { BadPath } from '../paths/read-path.ts';
import { type Printed, plainText, readLoosePath } from '../paths/template.ts';
import { layTable } from './table.ts';

export function customColumns(
  spec: string,
  objects: readonly Value[],
  hasHeadings: boolean,
): Printed {
  if (spec === '') {
    return fail('error: custom-columns format specified but no custom columns given');
  }
  const columns: { title: string; steps: readonly Step[] }[] = [];
  for (const part of spec.split(',')) {
    const colon = part.indexOf(':');
    const path = part.slice(colon + 1);
    if (colon === -1 || path === '') {
      return fail(
        `error: unexpected custom-columns spec: ${part}, expected <header>:<json-path-expr>`,
      );
    }
    try {
      columns.push({ title: part.slice(0, colon), steps: readLoosePath(path) });
    } catch (error) {
      if (!(error instanceof BadPath)) throw error;
      return fail(`error: ${path}: ${error.message}`);
    }
  }
  const rows = objects.map((object) =>
    columns.map(({ steps }) => {
      const found = foundIn(object, steps);
      return found.length === 0 ? '<none>' : found.map(goText).join(',');
    }),
  );
  const headings = hasHeadings ? columns.map(({ title }) => title) : null;
  return { ok: true, text: layTable(headings, rows) };
}

function foundIn(object: Value, steps: readonly Step[]): readonly Value[] {
  try {
    return find(object, steps);
  } catch {
    // Beyond the end of a list there is nothing.
    return [];
  }
}

/** As Go prints a value of any type. */
function goText(value: Value): string {
  if (isList(value)) return `[${value.map(goText).join(' ')}]`;
  if (!isMap(value)) return plainText(value);
  const entries = [...value].sort(([one], [other]) => (one < other ? -1 : 1));
  return `map[${entries.map(([key, one]) => `${key}:${goText(one)}`).join(' ')}]`;
}

function fail(message: string): Printed {
  return { ok: false, message };
}
