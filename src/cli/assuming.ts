// `--assume FILE`: what is taken for granted beyond the manifests.
import {
  type Assumptions,
  listFindings,
  NO_ASSUMPTIONS,
  readAssumptionsFile,
} from '../core/index.ts';
import { InputError, readInputs } from './inputs.ts';
import type { Streams } from './streams.ts';

/** A file with a mistake is refused whole: an answer that rests on half of it would mislead. */
export async function readAssumptions(
  path: string | undefined,
  streams: Streams,
): Promise<Assumptions> {
  if (path === undefined) return NO_ASSUMPTIONS;
  const [file, ...others] = await readInputs([path], streams);
  if (file === undefined || others.length > 0) {
    throw new InputError(`--assume ${path}: name one file, not a folder`);
  }
  const { assumptions, findings } = readAssumptionsFile(file);
  for (const { file: name, line, column, level, message, rule } of listFindings(findings, [file])) {
    streams.writeMessage(`${name}:${line}:${column}: ${level}: ${message} [${rule}]\n`);
  }
  if (findings.some(({ level }) => level === 'error')) {
    throw new InputError(`--assume ${path}: put right what is said above`);
  }
  return assumptions;
}
