// The near misses of a whole flow: of what is denied, at the ports that matter.
import { expect, test } from 'vitest';
import { analyze, explainFlow, rangeText } from '../../../src/core/index.ts';
import { container, pod, policy } from '../semantics/fixture.ts';

/** `verdict protocols ports: kinds`, for each segment. */
function segments(source: string, destination: string, ...documents: readonly string[]) {
  const outcome = analyze([{ name: 'input.yaml', text: documents.join('\n---\n') }]);
  const at = (id: string) => outcome.analysis.peers.findIndex((peer) => peer.id.startsWith(id));
  return explainFlow(outcome, at(source), at(destination)).segments.map(
    ({ decision, protocols, ranges, nearMisses }) =>
      `${decision.verdict} ${protocols.join('+')} ${ranges.map(rangeText).join()}: ${nearMisses
        .map(({ kind }) => kind)
        .join()}`,
  );
}

const WEB = pod('x/web', 'app: web');
const API = pod('x/api', 'app: api', container('{containerPort: 8080, name: http}'));

test('a port that the destination declares is looked at', () => {
  const text = policy(
    'x/p',
    'podSelector: {matchLabels: {app: api}}\ningress: [{ports: [{port: 80}]}]',
  );
  expect(segments('x/web', 'x/api', WEB, API, text)).toEqual([
    'allow TCP 80: ',
    'deny TCP 1-79,81-65535: port-number,one-side',
    'deny UDP+SCTP 1-65535: one-side',
  ]);
});

test('what is allowed has none, and the rest no more than that one side stops it', () => {
  const text = policy(
    'x/p',
    'podSelector: {matchLabels: {app: api}}\ningress: [{ports: [{port: http}]}]',
  );
  expect(segments('x/web', 'x/api', WEB, API, text)).toEqual([
    'allow TCP 8080: ',
    'deny TCP 1-8079,8081-65535: one-side',
    'deny UDP+SCTP 1-65535: one-side',
  ]);
});

test('a flow that is shut is asked about at the ports that rules speak of', () => {
  const text = policy(
    'x/p',
    'podSelector: {matchLabels: {app: web}}\npolicyTypes: [Egress]\negress: [{to: [{ipBlock: {cidr: 0.0.0.0/0}}], ports: [{port: 443}]}]',
  );
  const six = policy(
    'x/q',
    'podSelector: {matchLabels: {app: none}}\ningress: [{from: [{ipBlock: {cidr: "::/0"}}]}]',
  );
  expect(segments('x/web', '::/0', WEB, text, six)).toEqual([
    'deny TCP+UDP+SCTP 1-65535: block-family,one-side',
  ]);
});

test('of a flow without any port to go by the first one is asked about', () => {
  const text = policy(
    'x/p',
    'podSelector: {matchLabels: {app: api}}\ningress: [{from: [{podSelector: {matchLabels: {app: wep}}}]}]',
  );
  const bare = pod('x/api', 'app: api');
  expect(segments('x/web', 'x/api', WEB, bare, text)).toEqual([
    'deny TCP+UDP+SCTP 1-65535: label-value,one-side',
  ]);
});
