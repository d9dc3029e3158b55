// `-o`: a value as YAML, as JSON, or what a template takes from it.
import type { Value } from '../../cluster/value.ts';
import { writeYaml } from '../../editing/yaml.ts';
import { type Printed, printTemplate } from '../paths/template.ts';
import { writeJson } from './json.ts';

/** All that kubectl knows, as it lists them. */
const FORMATS =
  'custom-columns,custom-columns-file,go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,kyaml,name,template,templatefile,wide,yaml';

/** What stands behind the equals sign; null where there is none. */
export function templateOf(output: string): string | null {
  const equals = output.indexOf('=');
  return equals === -1 ? null : output.slice(equals + 1);
}

/** A message for a format that is not in the list of those that a command takes; null for one that is. */
export function formatProblem(output: string, taken: readonly string[]): string | null {
  const format = output.split('=')[0] ?? '';
  if (taken.includes(format)) return null;
  return FORMATS.split(',').includes(format)
    ? `not simulated here: -o ${format}; ${taken.filter((one) => one !== '').join(', ')} are`
    : `error: unable to match a printer suitable for the output format "${output}", allowed formats are: ${FORMATS}`;
}

export function printValue(value: Value, output: string): Printed {
  const template = templateOf(output);
  if (output.startsWith('jsonpath')) {
    return template === null || template === ''
      ? {
          ok: false,
          message: 'error: template format specified but no template given',
        }
      : printTemplate(template, value);
  }
  return { ok: true, text: output === 'json' ? writeJson(value) : writeYaml(value) };
}
