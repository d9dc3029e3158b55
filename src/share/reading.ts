// Reads a document out of anything at all: what fits is taken, what does not is left at its default.
import {
  type Around,
  assumptionsFrom,
  PROTOCOLS,
  type SourceFile,
  withApplied,
} from '../core/index.ts';
import {
  type Document,
  type Filters,
  NO_FILTERS,
  type Place,
  type Selection,
  USUAL_AROUND,
} from './document.ts';

/** More than people have, less than would hang a page. */
export const CAPS = {
  files: 5_000,
  nameLength: 1_000,
  namespaces: 1_000,
  idLength: 20_000,
  moved: 20_000,
  around: 1_000,
  coordinate: 1e7,
} as const;

const SHOWS: readonly Filters['show'][] = ['all', 'allowed', 'denied'];
const DIRECTIONS: readonly Filters['direction'][] = ['both', 'egress', 'ingress'];

/** null when there is no list of files to be found in it; everything else has a default. */
export function readDocument(value: unknown): Document | null {
  const files = readFiles(property(value, 'files'));
  if (files === null) return null;
  const activeFile = property(value, 'activeFile');
  return {
    files,
    activeFile: files.find((file) => file.name === activeFile)?.name ?? files[0]?.name ?? '',
    filters: readFilters(property(value, 'filters')),
    selection: readSelection(property(value, 'selection')),
    moved: readMoved(property(value, 'moved')),
    assumptions: assumptionsFrom(property(value, 'assumptions')),
    around: readAround(property(value, 'around')),
  };
}

/** null for what is no list of files with names of their own. */
export function readFiles(value: unknown): Document['files'] | null {
  if (!Array.isArray(value) || value.length > CAPS.files) return null;
  const files = new Map<string, SourceFile>();
  for (const item of value) {
    const name = readText(property(item, 'name'), CAPS.nameLength);
    const text = property(item, 'text');
    if (name === null || name === '' || typeof text !== 'string' || files.has(name)) return null;
    files.set(name, withApplied({ name, text }, property(item, 'applied') !== false));
  }
  // There is always a file to write in.
  return files.size === 0 ? [{ name: 'manifests.yaml', text: '' }] : [...files.values()];
}

function readFilters(value: unknown): Filters {
  const namespaces = property(value, 'namespaces');
  const port = property(value, 'port');
  return {
    namespaces: Array.isArray(namespaces)
      ? [...new Set(namespaces.filter((name) => typeof name === 'string'))]
          .filter((name) => name.length <= CAPS.nameLength)
          .slice(0, CAPS.namespaces)
      : NO_FILTERS.namespaces,
    text: readText(property(value, 'text'), CAPS.nameLength) ?? NO_FILTERS.text,
    protocol: oneOf(PROTOCOLS, property(value, 'protocol')) ?? NO_FILTERS.protocol,
    port: isPort(port) ? port : NO_FILTERS.port,
    show: oneOf(SHOWS, property(value, 'show')) ?? NO_FILTERS.show,
    direction: oneOf(DIRECTIONS, property(value, 'direction')) ?? NO_FILTERS.direction,
  };
}

function readSelection(value: unknown): Selection | null {
  const kind = property(value, 'kind');
  if (kind === 'peer') {
    const id = readText(property(value, 'id'), CAPS.idLength);
    return id === null ? null : { kind, id };
  }
  if (kind === 'flow') {
    const source = readText(property(value, 'source'), CAPS.idLength);
    const destination = readText(property(value, 'destination'), CAPS.idLength);
    return source === null || destination === null ? null : { kind, source, destination };
  }
  return null;
}

function readMoved(value: unknown): Document['moved'] {
  if (typeof value !== 'object' || value === null) return {};
  const places: [string, Place][] = [];
  for (const [id, place] of Object.entries(value)) {
    const x = property(place, 'x');
    const y = property(place, 'y');
    if (id.length <= CAPS.idLength && isCoordinate(x) && isCoordinate(y))
      places.push([id, { x, y }]);
    if (places.length === CAPS.moved) break;
  }
  // Defines properties rather than assigning them, so that a `__proto__` key stays a mere key.
  return Object.fromEntries(places);
}

function readAround(value: unknown): Around {
  if (typeof value !== 'object' || value === null) return USUAL_AROUND;
  const switched = Object.entries(value).filter(
    ([key, on]) => key.length <= CAPS.idLength && typeof on === 'boolean',
  );
  // The same object each time, so that it is seen to be the usual.
  if (switched.length === 0) return USUAL_AROUND;
  return Object.fromEntries(switched.slice(0, CAPS.around));
}

/** Own properties only: nothing is read off a prototype. */
export function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

export function readText(value: unknown, longest: number): string | null {
  return typeof value === 'string' && value.length <= longest ? value : null;
}

export function oneOf<T extends string>(choices: readonly T[], value: unknown): T | null {
  return choices.find((choice) => choice === value) ?? null;
}

function isPort(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 65535;
}

function isCoordinate(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= CAPS.coordinate;
}
