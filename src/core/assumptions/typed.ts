// What a person types into a field of the assumptions → a value, or what to write instead.
import { isDnsLabel, isLabelKey, isLabelValue } from '../manifests/names.ts';
import { NAME_LABEL } from '../model/namespace.ts';
import { readCidr } from '../model/read-cidr.ts';
import { MOST } from './value.ts';

export type Typed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string };

/** CIDRs with commas or spaces between them; nothing at all is an answer too. */
export function typedRanges(text: string): Typed<readonly string[]> {
  const ranges = new Set<string>();
  for (const word of wordsOf(text)) {
    const reading = readCidr(word);
    if (!reading.ok) return reading;
    ranges.add(reading.cidr.text);
  }
  if (ranges.size > MOST.ranges) return wrong(`These are more than ${MOST.ranges} ranges.`);
  return { ok: true, value: [...ranges] };
}

/** `team=web, env=prod` */
export function typedLabels(text: string): Typed<readonly (readonly [string, string])[]> {
  const labels = new Map<string, string>();
  for (const word of wordsOf(text)) {
    const [, key, value] = /^([^=]+)=([^=]*)$/.exec(word) ?? [];
    if (key === undefined || value === undefined) {
      return wrong(`Write key=value, with a comma before the next: "${word}" has another form.`);
    }
    if (!isLabelKey(key)) return wrong(`"${key}" can't be the key of a label.`);
    if (!isLabelValue(value)) return wrong(`"${value}" can't be the value of a label.`);
    if (key === NAME_LABEL)
      return wrong(`Every namespace has ${NAME_LABEL} with its name already.`);
    labels.set(key, value);
  }
  if (labels.size > MOST.labels) return wrong(`These are more than ${MOST.labels} labels.`);
  return { ok: true, value: [...labels] };
}

export function typedNamespace(text: string): Typed<string> {
  const name = text.trim();
  return isDnsLabel(name)
    ? { ok: true, value: name }
    : wrong('A namespace has only lower-case letters, digits and "-", at most 63 of them.');
}

export function typedLabelValue(text: string): Typed<string> {
  const value = text.trim();
  return isLabelValue(value)
    ? { ok: true, value }
    : wrong('A value has letters, digits, "-", "_" and ".", at most 63 of them.');
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}

function wrong(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}
