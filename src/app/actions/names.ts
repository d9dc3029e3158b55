// File names: unique, since spans and tabs go by them.
import type { SourceFile } from '../../core/index.ts';
import { CAPS } from '../../share/reading.ts';

/** `policies.yaml`, then `policies-2.yaml` and so on. */
export function uniqueName(files: readonly SourceFile[], wanted: string): string {
  const taken = new Set(files.map((file) => file.name));
  const name = tidyName(wanted) ?? 'manifests.yaml';
  if (!taken.has(name)) return name;
  const [, stem = name, extension = ''] = /^(.+?)(\.[^./]+)?$/s.exec(name) ?? [];
  let number = 2;
  while (taken.has(`${stem}-${number}${extension}`)) number += 1;
  return `${stem}-${number}${extension}`;
}

/** null where nothing is left to call a file by. */
export function tidyName(wanted: string): string | null {
  const name = wanted.replace(/\s+/g, ' ').trim().slice(0, CAPS.nameLength);
  return name === '' ? null : name;
}

/** For a sentence: the start and the end tell names in deep folders apart. */
export function shortName(name: string, most = 40): string {
  if (name.length <= most) return name;
  const end = Math.ceil((most - 1) / 2);
  return `${name.slice(0, most - 1 - end)}…${name.slice(-end)}`;
}
