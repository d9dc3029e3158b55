// `netpolis check`: whether what is intended holds, and exit status 1 where something does not.
import {
  analyze,
  checkIntents,
  type Finding,
  type Intent,
  listChecks,
  readIntentFile,
  renderCheckJson,
  renderCheckText,
  renderJunit,
  type SourceFile,
  withStructure,
} from '../core/index.ts';
import { formatOf, parseArguments } from './arguments.ts';
import { readInput } from './assuming.ts';
import { writeFindings } from './findings.ts';
import { InputError, readInputs } from './inputs.ts';
import type { Streams } from './streams.ts';

const FORMATS = ['txt', 'json', 'junit'] as const;

export async function check(argv: readonly string[], streams: Streams): Promise<number> {
  const { paths, output, options } = parseArguments(argv, [], ['intent', 'assume']);
  const format = formatOf('check', output, FORMATS);
  const input = await readInput(paths, options.get('assume'), streams);
  const named = await readIntents(options.get('intent'), streams);
  // A file of intents that lies among the manifests is read once, and as what it is.
  const intentFiles = new Set(named.files.map(({ name }) => name));
  const files = input.files.filter(({ name }) => !intentFiles.has(name));
  const outcome = withStructure(analyze(files, undefined, input.assumptions), files);
  writeFindings(outcome.findings, files, streams);
  writeFindings(named.findings, named.files, streams);
  const intents = [...outcome.intents, ...named.intents];
  refuse(intents, named, options.get('intent'));
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
  if (!isPassed) return 1;
  // What could not be read might have made another answer.
  if (outcome.findings.some(({ rule }) => rule === 'syntax')) {
    throw new InputError('what is said above could not be read, and could make another answer');
  }
  return 0;
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
function refuse(intents: readonly Intent[], named: NamedIntents, path: string | undefined): void {
  const broken = intents.find((intent) => intent.broken > 0)?.origin.file;
  const bad = broken ?? named.findings.find(({ level }) => level === 'error')?.span.file;
  if (bad !== undefined) throw new InputError(`${bad}: put right what is said above`);
  if (path !== undefined && hasNoFlow(named.intents)) {
    throw new InputError(`--intent ${path}: no flow is in it, so there is nothing to check`);
  }
  if (hasNoFlow(intents)) {
    throw new InputError('there is nothing to check: name a file of intents with --intent FILE');
  }
}

function hasNoFlow(intents: readonly Intent[]): boolean {
  return intents.every(({ flows }) => flows.length === 0);
}
