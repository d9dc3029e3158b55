// The golden cases, linted: every warning was judged by a person, and no other may appear.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze, lineCounter, lint } from '../../../src/core/index.ts';

const CASES = join(import.meta.dirname, '../../cases');

/** What is wrong with them in truth: some show mistakes on purpose, some were written without DNS in mind. */
const JUDGED: Readonly<Record<string, readonly string[]>> = {
  // The crawler reaches the web by addresses only; a name of a port towards addresses matches nothing.
  'egress-blocks': ['policies.yaml:4:9 dns-blocked', 'policies.yaml:45:11 missing-port-name'],
  // The mirror may talk to one broker and to no DNS.
  kafka: ['network-policies.yaml:40:9 dns-blocked'],
  mistakes: ['accepted.yaml:41:22 service-port', 'accepted.yaml:58:3 unlisted-direction'],
  // The exporter of node metrics is on the host's network; that of probes has no DNS.
  monitoring: [
    'network-policies.yaml:165:5 host-network-subject',
    'network-policies.yaml:177:9 dns-blocked',
  ],
  // No ReferenceGrant, a Gateway that takes no routes of the namespace, nobody behind it, no Service.
  'ways-in': [
    'api.yaml:63:18 way-to-nowhere',
    'api.yaml:72:16 way-to-nowhere',
    'shop.yaml:112:39 way-to-nowhere',
    'shop.yaml:115:39 way-to-nowhere',
  ],
  // Names of ports that the pods lack, over another protocol, towards addresses.
  sidecars: [
    'policies.yaml:22:11 missing-port-name',
    'policies.yaml:34:11 missing-port-name',
    'policies.yaml:41:9 dns-blocked',
    'policies.yaml:52:11 missing-port-name',
  ],
  telephony: ['policies.yaml:13:9 dns-blocked', 'policies.yaml:58:9 dns-blocked'],
  tenants: ['policies.yaml:74:9 dns-blocked'],
  // Labels of a Deployment that are not those of its pods.
  'workload-kinds': ['policies.yaml:45:9 dns-blocked', 'policies.yaml:67:16 selects-nothing'],
};

const names = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe('lint of the golden cases', () => {
  it.each(names)('%s has the warnings that it deserves, and no other', (name) => {
    const folder = join(CASES, name, 'input');
    const files = readdirSync(folder)
      .sort()
      .map((file) => ({ name: file, text: readFileSync(join(folder, file), 'utf8') }));
    const outcome = analyze(files);
    const reading = new Set(outcome.findings);
    const warnings = lint(outcome, files)
      .filter((finding) => !reading.has(finding) && finding.level !== 'info')
      .map(({ span, rule }) => {
        const text = files.find((file) => file.name === span.file)?.text ?? '';
        const { line, column } = lineCounter(text)(span.start);
        return `${span.file}:${line}:${column} ${rule}`;
      });
    expect(warnings).toEqual(JUDGED[name] ?? []);
  });
});
