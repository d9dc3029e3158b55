// What all commands have in common that make one object from their flags.
import { type Making, makeObject } from '../applying/make.ts';
import { isMap, type ValueMap, withAt } from '../cluster/value.ts';
import type { Result } from '../command.ts';
import { writeYaml } from '../editing/yaml.ts';
import { print } from '../outcome.ts';
import { failed, type KubectlCall } from './command.ts';
import { isDryRun } from './dry-run.ts';
import { drafted } from './printing/drafted.ts';
import { writeJson } from './printing/json.ts';
import { stored } from './printing/stored.ts';

/**
 * @param verb what is said of it: `created`, `exposed`
 * @param failure begins an error of the server where the command says it so: `failed to create deployment`
 */
export function make(
  call: KubectlCall,
  making: Making,
  verb: string,
  failure: string | null = null,
): Result {
  const made = makeObject(making, call.world, call.session);
  if (!made.ok) {
    if (made.reason === null) return failed(made.message);
    return failed(
      failure === null
        ? `Error from server (${made.reason}): ${made.message}`
        : `error: ${failure}: ${made.message}`,
    );
  }
  const { flags } = call;
  const output = flags.value('output');
  const isDry = isDryRun(flags);
  const text = () => {
    if (output === 'yaml' || output === 'json') {
      const { kind, name } = making;
      const isWritten = kind.isNamespaced && (!isDry || flags.has('namespace'));
      const namespace = isWritten ? making.namespace : null;
      const apiVersion = String(made.value.get('apiVersion'));
      const own = isDry ? withoutNamespace(drafted(kind, made.value), isWritten) : made.value;
      const value = stored({ kind, name, namespace, apiVersion, value: own, place: null });
      return output === 'yaml' ? writeYaml(value) : writeJson(value);
    }
    return output === 'name'
      ? `${made.title}\n`
      : `${made.title} ${verb}${isDry ? ' (dry run)' : ''}\n`;
  };
  const piece = print(text());
  return isDry
    ? { output: [piece] }
    : { output: [piece], files: made.files, session: made.session };
}

/** A draft that goes to a file is in no namespace, unless one was asked for. */
function withoutNamespace(value: ValueMap, isWritten: boolean): ValueMap {
  const next = isWritten ? value : withAt(value, ['metadata', 'namespace'], undefined);
  return isMap(next) ? next : value;
}

export const MAKE_OUTPUT = {
  name: 'output',
  short: 'o',
  takes: 'value',
  summary: 'yaml, json or name: print the object',
  values: ['json', 'name', 'yaml'],
} as const;

/** `a=b,c=d` as labels; a message where it is not that. */
export function labelsFrom(text: string): ReadonlyMap<string, string> | string {
  const labels = new Map<string, string>();
  for (const part of text.split(',')) {
    if (part.trim() === '') continue;
    const equals = part.indexOf('=');
    if (equals <= 0) return `unexpected label spec: ${part}`;
    labels.set(part.slice(0, equals).trim(), part.slice(equals + 1).trim());
  }
  return labels;
}

/** A whole number from 1 to 65535; null for anything else. */
export function portFrom(text: string): number | null {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535 ? Number(text) : null;
}

/** A count of pods; null for anything else. */
export function countFrom(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** What is said of a port that is none. */
export function badPort(flag: string, text: string): Result {
  return /^\d+$/.test(text)
    ? failed(
        `error: invalid ${flag}: Invalid value: ${text}: must be between 1 and 65535, inclusive`,
      )
    : notANumber(flag, text);
}

/** As pflag says it. */
export function notANumber(flag: string, text: string): Result {
  return failed(
    `error: invalid argument "${text}" for "--${flag}" flag: strconv.ParseInt: parsing "${text}": invalid syntax`,
  );
}
