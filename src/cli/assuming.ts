// The manifests, and with `--assume FILE` what is taken for granted beyond them.
import {
  type Assumptions,
  NO_ASSUMPTIONS,
  readAssumptionsFile,
  type SourceFile,
} from '../core/index.ts';
import { requirePaths } from './arguments.ts';
import { writeFindings } from './findings.ts';
import { InputError, readInputs } from './inputs.ts';
import type { Streams } from './streams.ts';

export interface Input {
  readonly files: readonly SourceFile[];
  readonly assumptions: Assumptions;
}

/** @param assumed the file of assumptions, which is no manifest where it lies among them */
export async function readInput(
  paths: readonly string[],
  assumed: string | undefined,
  streams: Streams,
): Promise<Input> {
  const files = await readInputs(requirePaths(paths), streams);
  if (assumed === undefined) return { files, assumptions: NO_ASSUMPTIONS };
  const [file, ...others] = await readInputs([assumed], streams);
  if (file === undefined || others.length > 0) {
    throw new InputError(`--assume ${assumed}: name one file, not a folder`);
  }
  return {
    files: files.filter(({ name }) => name !== file.name),
    assumptions: readAssumptions(file, assumed, streams),
  };
}

/** A file with a mistake is refused whole: an answer that rests on half of it would mislead. */
function readAssumptions(file: SourceFile, path: string, streams: Streams): Assumptions {
  const { assumptions, findings } = readAssumptionsFile(file);
  writeFindings(findings, [file], streams);
  if (findings.some(({ level }) => level === 'error')) {
    throw new InputError(`--assume ${path}: put right what is said above`);
  }
  return assumptions;
}
