// `netpolis check`: whether what is intended holds, and exit status 1 where something does not.
import {
  analyze,
  checkIntents,
  type Finding,
  type Intent,
  listChecks,
  listFindings,
  readIntentFile,
  renderCheckJson,
  renderCheckText,
  renderJunit,
  type SourceFile,
  withStructure,
} from '../core/index.ts';
import { formatOf, parseArguments, requirePaths } from './arguments.ts';
import { readAssumptions } from './assuming.ts';
import { InputError, readInputs } from './inputs.ts';
import type { Streams } from './streams.ts';

const FORMATS = ['txt', 'json', 'junit'] as const;

export async function check(argv: readonly string[], streams: Streams): Promise<number> {
  const { paths, output, options } = parseArguments(argv, [], ['intent', 'assume']);
  const format = formatOf('check', output, FORMATS);
  const all = await readInputs(requirePaths(paths), streams);
  const named = await readIntents(options.get('intent'), streams);
  // A file of intents that lies among the manifests is read once, and as what it is.
  const intentFiles = new Set(named.files.map(({ name }) => name));
  const files = all.filter(({ name }) => !intentFiles.has(name));
  const assumptions = await readAssumptions(options.get('assume'), streams);
  const outcome = withStructure(analyze(files, undefined, assumptions), files);
  say(outcome.findings, files, streams);
  say(named.findings, named.files, streams);
  const intents = [...outcome.intents, ...named.intents];
  refuse(intents, named.findings);
  const read = [...files, ...named.files];
  const listed = listChecks(outcome, read, checkIntents(outcome, intents));
  switch (format) {
    case 'txt':
      streams.writeResult(renderCheckText(listed));
      break;
    case 'json':
      streams.writeResult(renderCheckJson(listed));
      break;
    case 'junit':
      streams.writeResult(renderJunit(listed));
      break;
  }
  const isPassed = listed.every(({ checks }) => checks.every(({ result }) => result === 'passed'));
  return isPassed ? 0 : 1;
}

interface NamedIntents {
  readonly files: readonly SourceFile[];
  readonly intents: readonly Intent[];
  readonly findings: readonly Finding[];
}

async function readIntents(path: string | undefined, streams: Streams): Promise<NamedIntents> {
  const files = path === undefined ? [] : await readInputs([path], streams);
  const read = files.map(readIntentFile);
  return {
    files,
    intents: read.flatMap(({ intents }) => intents),
    findings: read.flatMap(({ findings }) => findings),
  };
}

/** Whoever checks less than is written would pass what nobody looked at. */
function refuse(intents: readonly Intent[], findings: readonly Finding[]): void {
  const broken = intents.find((intent) => intent.broken > 0)?.origin.file;
  const bad = broken ?? findings.find(({ level }) => level === 'error')?.span.file;
  if (bad !== undefined) throw new InputError(`${bad}: put right what is said above`);
  if (intents.every(({ flows }) => flows.length === 0)) {
    throw new InputError('there is nothing to check: name a file of intents with --intent FILE');
  }
}

function say(
  findings: readonly Finding[],
  files: readonly SourceFile[],
  { writeMessage }: Streams,
): void {
  for (const { file, line, column, level, message, rule } of listFindings(findings, files)) {
    writeMessage(`${file}:${line}:${column}: ${level}: ${message} [${rule}]\n`);
  }
}
