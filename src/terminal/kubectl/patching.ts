// A value with a patch put in: JSON Merge Patch, the strategic one for lists with keys, and JSON Patch.
import { isList, isMap, isSame, textAt, type Value } from '../cluster/value.ts';

/** Lists that are merged item by item, and the field that tells their items apart. */
const KEYS: ReadonlyMap<string, string> = new Map([
  ['containers', 'name'],
  ['initContainers', 'name'],
  ['env', 'name'],
  ['volumes', 'name'],
  ['volumeMounts', 'mountPath'],
  ['imagePullSecrets', 'name'],
]);

/** null takes a field away. */
export function merged(value: Value | undefined, patch: Value, isStrategic: boolean): Value {
  if (!isMap(patch)) return patch;
  const next = new Map(isMap(value) ? value : []);
  for (const [key, one] of patch) {
    if (one === null) next.delete(key);
    else next.set(key, mergedField(key, next.get(key), one, isStrategic));
  }
  return next;
}

function mergedField(
  key: string,
  value: Value | undefined,
  patch: Value,
  isStrategic: boolean,
): Value {
  // Of a Service's ports, by their number.
  const isPorts =
    key === 'ports' && isList(patch) && patch.every((one) => isMap(one) && one.has('port'));
  const by = isPorts ? 'port' : KEYS.get(key);
  if (!isStrategic || by === undefined || !isList(patch) || !isList(value)) {
    return merged(value, patch, isStrategic);
  }
  const items: Value[] = [...value];
  for (const one of patch) {
    const id = isMap(one) ? one.get(by) : undefined;
    const at = items.findIndex(
      (item) => isMap(item) && id !== undefined && isSame(item.get(by) ?? null, id),
    );
    if (at === -1) items.push(one);
    else if (textAt(one, '$patch') === 'delete') items.splice(at, 1);
    else items[at] = merged(items[at], one, isStrategic);
  }
  return items;
}

const MOST_STEPS = 100;

/** A message where a step cannot be done. */
export function stepped(value: Value, steps: Value): Value | string {
  if (!isList(steps) || steps.length > MOST_STEPS) {
    return 'the patch of type json has to be a list of steps';
  }
  let next: Value = value;
  for (const step of steps) {
    const kind = textAt(step, 'op') ?? '';
    const path = textAt(step, 'path') ?? '';
    const keys = path
      .split('/')
      .slice(1)
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (!['add', 'replace', 'remove'].includes(kind) || keys.length === 0) {
      return `not simulated here: a step "${kind}" of a patch at "${path}"`;
    }
    const given = (isMap(step) ? step.get('value') : undefined) ?? null;
    const changed = changedAt(next, keys, kind, given);
    if (changed === null)
      return `the server could not do the step "${kind}" at "${path}": there is nothing`;
    next = changed;
  }
  return next;
}

/** null where the path leads nowhere. */
function changedAt(
  value: Value,
  [key = '', ...rest]: readonly string[],
  kind: string,
  given: Value,
): Value | null {
  if (isList(value)) {
    const at = key === '-' ? value.length : /^\d{1,6}$/.test(key) ? Number(key) : -1;
    const items: Value[] = [...value];
    if (rest.length > 0) {
      const one = items[at];
      const inner = one === undefined ? null : changedAt(one, rest, kind, given);
      if (inner === null) return null;
      items[at] = inner;
      return items;
    }
    if (at < 0 || at > items.length || (kind !== 'add' && at === items.length)) return null;
    items.splice(at, kind === 'add' ? 0 : 1, ...(kind === 'remove' ? [] : [given]));
    return items;
  }
  if (!isMap(value)) return null;
  const next = new Map(value);
  const one = next.get(key);
  if (rest.length > 0) {
    const inner = one === undefined ? null : changedAt(one, rest, kind, given);
    if (inner === null) return null;
    next.set(key, inner);
    return next;
  }
  if (kind !== 'add' && one === undefined) return null;
  if (kind === 'remove') next.delete(key);
  else next.set(key, given);
  return next;
}
