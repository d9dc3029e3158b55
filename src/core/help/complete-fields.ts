// Fields and enumerated values, from the structure of the kind.
import { type FieldHelp, type PlaceHelp, schemaAt } from '../schema/schema-at.ts';
import type { Completion } from './completion.ts';
import { inObject, type Site, type WritingSite } from './site.ts';
import { type Below, writeKey, writeValue, writeWord } from './writing.ts';

/** What may stand at the path of the site; null where nothing is known of it. */
export function placeAt({ apiVersion, kind, path }: Site): PlaceHelp | null {
  if (kind === null || apiVersion === null) return null;
  const slash = apiVersion.indexOf('/');
  return schemaAt(slash === -1 ? '' : apiVersion.slice(0, slash), kind, path);
}

/** Fields of a map that are not there yet, or the values that the one here may have. */
export function completeFields(site: WritingSite): readonly Completion[] {
  const place = placeAt(site);
  if (place === null) return [];
  const { form } = site.spot;
  const values = form === 'key' ? [] : valuesOf(site, place);
  return form === 'value' ? values : [...values, ...fieldsOf(site, place)];
}

function fieldsOf(site: WritingSite, { fields }: PlaceHelp): readonly Completion[] {
  const map = inObject(site, site.path);
  const there = new Set(map?.type === 'map' ? map.entries.map(({ key }) => key) : []);
  const missing = fields.filter(({ name }) => !there.has(name) || name === site.spot.text);
  const inOrder = missing.toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired));
  return inOrder.map((field) => ({
    kind: 'field',
    label: field.name,
    detail: field.isRequired ? `${field.type}, required` : field.type,
    documentation: '',
    field: field.documentation,
    ...writeKey(site, field.name, belowOf(site, field)),
  }));
}

/** A list goes on with a field right behind its first dash, where it is one of maps. */
function belowOf(site: WritingSite, { name, form }: FieldHelp): Below {
  if (form !== 'list') return form;
  const inner = placeAt({ ...site, path: [...site.path, name, 0] });
  return inner?.form === 'map' ? 'list of maps' : 'list';
}

function valuesOf(
  site: WritingSite,
  { form, type, values, documentation }: PlaceHelp,
): readonly Completion[] {
  if (type === 'LabelSelector' && site.spot.form === 'value') return [everything(site)];
  if (form !== 'scalar') return [];
  const last = site.path.at(-1);
  const list = typeof last === 'number' ? inObject(site, site.path.slice(0, -1)) : null;
  const items = list?.type === 'list' ? list.items : [];
  const there = new Set(items.map((item) => (item.type === 'scalar' ? item.text : '')));
  return values
    .filter((value) => !there.has(value) || value === site.spot.text)
    .map((value) => ({
      kind: 'value',
      label: value,
      detail: '',
      documentation: '',
      field: documentation,
      ...(type === 'boolean' ? writeWord(site, value) : writeValue(site, value)),
    }));
}

/** An empty selector (SEMANTICS 1.1, 1.10). */
function everything(site: WritingSite): Completion {
  return {
    kind: 'value',
    label: '{}',
    detail: 'everything',
    documentation: 'An empty selector selects everything it could.',
    ...writeWord(site, '{}'),
  };
}

/** Whether a list is to stand at the cursor. */
export function isListAt(site: WritingSite): boolean {
  return site.path.at(-1) === 'values' || placeAt(site)?.form === 'list';
}
