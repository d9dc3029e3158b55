// Text in, findings out with their places, for the tests of reading.
import { analyze, listFindings, type Outcome } from '../../../src/core/index.ts';

export interface Read extends Outcome {
  /** Each finding as `level rule line:column`, in the order of the text. */
  readonly said: readonly string[];
  /** The messages, one a line. */
  readonly messages: string;
  readonly policyNames: readonly string[];
  readonly workloadIds: readonly string[];
}

export function read(text: string): Read {
  const files = [{ name: 'input.yaml', text }];
  const outcome = analyze(files);
  const findings = listFindings(outcome.findings, files);
  return {
    ...outcome,
    said: findings.map(({ level, rule, line, column }) => `${level} ${rule} ${line}:${column}`),
    messages: findings.map(({ message }) => message).join('\n'),
    policyNames: outcome.cluster.policies.map(({ name }) => name),
    workloadIds: outcome.cluster.workloads.map(({ id }) => id),
  };
}

/** Without what is only said for information. */
export function withoutInfo({ said }: Read): readonly string[] {
  return said.filter((finding) => !finding.startsWith('info'));
}

/** `line:column` of the last time that the words stand in the text. */
export function placeOf(text: string, words: string): string {
  const lines = text.slice(0, text.lastIndexOf(words)).split('\n');
  return `${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}
