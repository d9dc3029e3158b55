// `netpolis lint`: every finding, and exit status 1 where one of them is an error.
import { isAbsolute, relative, resolve, sep } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import {
  analyze,
  lint as findingsOf,
  renderLintJson,
  renderLintText,
  renderRules,
  renderSarif,
} from '../core/index.ts';
import { formatOf, parseArguments } from './arguments.ts';
import { readInput } from './assuming.ts';
import type { Streams } from './streams.ts';

const FORMATS = ['txt', 'json', 'sarif'] as const;

export async function lint(argv: readonly string[], streams: Streams): Promise<number> {
  const { paths, output, flags, options } = parseArguments(argv, ['rules'], ['assume']);
  const format = formatOf('lint', output, FORMATS);
  if (flags.has('rules')) {
    streams.writeResult(renderRules());
    return 0;
  }
  const { files, assumptions } = await readInput(paths, options.get('assume'), streams);
  const findings = findingsOf(analyze(files, undefined, assumptions), files);
  switch (format) {
    case 'txt':
      streams.writeResult(renderLintText(findings, files));
      break;
    case 'json':
      streams.writeResult(renderLintJson(findings, files));
      break;
    case 'sarif':
      streams.writeResult(renderSarif(findings, files, uriOf));
      break;
  }
  return findings.some(({ level }) => level === 'error') ? 1 : 0;
}

/** Relative to the folder that netpolis runs in, as a code host wants it; else the whole address. */
function uriOf(name: string): string {
  if (name === '<stdin>') return 'stdin';
  const path = relative(process.cwd(), resolve(name));
  const isInside = path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
  return isInside
    ? path.split(sep).map(encodeURIComponent).join('/')
    : pathToFileURL(resolve(name)).href;
}
