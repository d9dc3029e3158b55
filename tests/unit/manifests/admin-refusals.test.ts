// Whatever the definitions of the administrators' policies refuse is said at its line and column, in
// words that say what to write, and the policy takes no part (SEMANTICS 2.16–2.20, 3, 4).
import { describe, expect, test } from 'vitest';
import { placeOf, read, withoutInfo } from './reading.ts';

const GROUP = 'policy.networking.k8s.io';

function indented(text: string, by = 2): string {
  return text.trim().replace(/^/gm, ' '.repeat(by));
}

function objectOf(version: string, kind: string, name: string, spec: string): string {
  return `apiVersion: ${GROUP}/${version}\nkind: ${kind}\nmetadata:\n  name: ${name}\nspec:\n${indented(spec)}\n`;
}

const anp = (spec: string) => objectOf('v1alpha1', 'AdminNetworkPolicy', 'p', spec);
const banp = (spec: string, name = 'default') =>
  objectOf('v1alpha1', 'BaselineAdminNetworkPolicy', name, spec);
const cnp = (spec: string) => objectOf('v1alpha2', 'ClusterNetworkPolicy', 'p', spec);

const ALL = 'subject:\n  namespaces: {}';

/** As an ingress rule, `- ` and all. */
function inRule(rule: string): string {
  return anp(`priority: 1\n${ALL}\ningress:\n- ${indented(rule).trim()}`);
}
function outRule(rule: string): string {
  return anp(`priority: 1\n${ALL}\negress:\n- ${indented(rule).trim()}`);
}
function clusterRule(rule: string, direction = 'egress'): string {
  return cnp(`tier: Admin\npriority: 1\n${ALL}\n${direction}:\n- ${indented(rule).trim()}`);
}

const TO = 'to:\n- namespaces: {}';
const FROM = 'from:\n- namespaces: {}';
const anpPort = (port: string) =>
  outRule(`action: Deny\n${TO}\nports:\n- ${indented(port).trim()}`);
const cnpProtocol = (entry: string) =>
  clusterRule(`action: Deny\n${TO}\nprotocols:\n- ${indented(entry).trim()}`);
const anpPeer = (peer: string) => outRule(`action: Deny\nto:\n- ${indented(peer).trim()}`);
const cnpPeer = (peer: string, action = 'Accept') =>
  clusterRule(`action: ${action}\nto:\n- ${indented(peer).trim()}`);
const namesOf = (peer: string) => outRule(`action: Allow\nto:\n- ${indented(peer).trim()}`);
const anpSource = (peer: string) => inRule(`action: Deny\nfrom:\n- ${indented(peer).trim()}`);

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join('\n');

interface Refusal {
  readonly by: string;
  readonly text: string;
  readonly rule: string;
  /** The text that the finding begins at; the last one where it stands more than once. */
  readonly at: string;
  /** What the message tells to write, or names. */
  readonly says: RegExp;
}

const REFUSALS: readonly Refusal[] = [
  // 2.16, 3.1: the subject
  {
    by: '2.16 no subject',
    text: anp('priority: 1'),
    rule: 'missing-field',
    at: 'spec',
    says: /lacks subject\. Write subject: with namespaces: \{\}/,
  },
  {
    by: '2.16 an empty subject',
    text: anp('priority: 1\nsubject: {}'),
    rule: 'missing-field',
    at: '{}',
    says: /namespaces: \{\}/,
  },
  {
    by: '2.16 both in one subject',
    text: anp(
      'priority: 1\nsubject:\n  namespaces: {}\n  pods: {namespaceSelector: {}, podSelector: {}}',
    ),
    rule: 'mixed-peer',
    at: 'pods:',
    says: /either namespaces or pods/,
  },
  {
    by: '3.1 pods without a namespaceSelector',
    text: anp('priority: 1\nsubject:\n  pods:\n    podSelector: {matchLabels: {app: a}}'),
    rule: 'missing-field',
    at: 'podSelector',
    says: /namespaceSelector: \{\}/,
  },
  {
    by: '3.1 pods without a podSelector',
    text: anp('priority: 1\nsubject:\n  pods:\n    namespaceSelector: {}'),
    rule: 'missing-field',
    at: 'namespaceSelector',
    says: /podSelector: \{\}/,
  },
  {
    by: '4.6 pods without a podSelector',
    text: cnp('tier: Admin\npriority: 1\nsubject:\n  pods:\n    namespaceSelector: {}'),
    rule: 'missing-field',
    at: 'namespaceSelector',
    says: /podSelector: \{\}/,
  },
  {
    by: "a NetworkPolicy's subject",
    text: cnp('tier: Admin\npriority: 1\nsubject:\n  podSelector: {}'),
    rule: 'unknown-field',
    at: 'podSelector',
    says: /write pods:/,
  },
  {
    by: 'labels right under the subject',
    text: cnp('tier: Admin\npriority: 1\nsubject:\n  matchLabels: {a: b}'),
    rule: 'unknown-field',
    at: 'matchLabels',
    says: /write namespaces:/,
  },
  {
    by: 'no spec',
    text: `apiVersion: ${GROUP}/v1alpha2\nkind: ClusterNetworkPolicy\nmetadata: {name: p}\n`,
    rule: 'missing-field',
    at: 'kind',
    says: /tier, priority, subject/,
  },
  // 2.18, 3.2, 4.2: tier and priority
  {
    by: '2.18 no priority',
    text: anp(ALL),
    rule: 'missing-field',
    at: 'spec',
    says: /0 to 1000/,
  },
  {
    by: '2.18 a priority above 1000',
    text: anp(`priority: 1001\n${ALL}`),
    rule: 'invalid-priority',
    at: '1001',
    says: /0 to 1000, not 1001/,
  },
  {
    by: '2.18 a priority below zero',
    text: cnp(`tier: Baseline\npriority: -1\n${ALL}`),
    rule: 'invalid-priority',
    at: '-1',
    says: /0 to 1000/,
  },
  {
    by: '2.18 a quoted priority',
    text: cnp(`tier: Admin\npriority: "10"\n${ALL}`),
    rule: 'wrong-type',
    at: '"10"',
    says: /without quotes/,
  },
  {
    by: '2.18 a priority on the baseline',
    text: banp(`priority: 10\n${ALL}`),
    rule: 'unknown-field',
    at: 'priority',
    says: /priority/,
  },
  {
    by: '4.2 no tier',
    text: cnp(`priority: 1\n${ALL}`),
    rule: 'missing-field',
    at: 'spec',
    says: /tier: Admin or tier: Baseline/,
  },
  {
    by: '2.18 a tier in lower case',
    text: cnp(`tier: admin\npriority: 1\n${ALL}`),
    rule: 'invalid-tier',
    at: 'admin',
    says: /as Admin/,
  },
  {
    by: '2.18 a tier that is none',
    text: cnp(`tier: NetworkPolicy\npriority: 1\n${ALL}`),
    rule: 'invalid-tier',
    at: 'NetworkPolicy',
    says: /Admin or Baseline/,
  },
  {
    by: '4.2 a tier in v1alpha1',
    text: anp(`tier: Admin\npriority: 1\n${ALL}`),
    rule: 'unknown-field',
    at: 'tier',
    says: /tier/,
  },
  // 2.19, 3.5: the one baseline
  {
    by: 'T49 the baseline by another name',
    text: banp(ALL, 'baseline'),
    rule: 'invalid-name',
    at: 'baseline',
    says: /name: default/,
  },
  // 2.18, 3.4, 4.3: actions
  {
    by: 'no action',
    text: inRule(FROM),
    rule: 'missing-field',
    at: 'from:',
    says: /Allow, Deny or Pass/,
  },
  {
    by: 'T53 Allow in v1alpha2',
    text: clusterRule(`action: Allow\n${TO}`),
    rule: 'invalid-action',
    at: 'Allow',
    says: /Write Accept/,
  },
  {
    by: '4.3 Accept in v1alpha1',
    text: outRule(`action: Accept\n${TO}`),
    rule: 'invalid-action',
    at: 'Accept',
    says: /Write Allow/,
  },
  {
    by: '2.18 an action in capitals',
    text: outRule(`action: PASS\n${TO}`),
    rule: 'invalid-action',
    at: 'PASS',
    says: /Write Pass/,
  },
  {
    by: '3.4 Pass in the baseline',
    text: banp(`${ALL}\ningress:\n- action: Pass\n  from:\n  - namespaces: {}`),
    rule: 'invalid-action',
    at: 'Pass',
    says: /Allow or Deny/,
  },
  {
    by: 'D22 an action that nobody knows',
    text: clusterRule(`action: Log\n${TO}`),
    rule: 'invalid-action',
    at: 'Log',
    says: /Accept, Deny or Pass/,
  },
  // 2.17: rules and peers
  {
    by: '2.17 no from',
    text: inRule('action: Deny'),
    rule: 'missing-field',
    at: 'action',
    says: /from needs at least one peer/,
  },
  {
    by: '2.17 an empty from',
    text: inRule('action: Deny\nfrom: []'),
    rule: 'missing-field',
    at: '[]',
    says: /namespaces: \{\}/,
  },
  {
    by: '4.9 ingress with to',
    text: inRule(`action: Deny\n${TO}`),
    rule: 'unknown-field',
    at: 'to:',
    says: /write from instead of to/,
  },
  {
    by: '4.9 egress with from',
    text: clusterRule(`action: Deny\n${FROM}`),
    rule: 'unknown-field',
    at: 'from:',
    says: /write to instead of from/,
  },
  {
    by: '2.17 a long name',
    text: inRule(`name: ${'n'.repeat(101)}\naction: Deny\n${FROM}`),
    rule: 'invalid-name',
    at: 'n'.repeat(101),
    says: /100 characters/,
  },
  {
    by: '2.17 26 rules in v1alpha2',
    text: cnp(
      `tier: Admin\npriority: 1\n${ALL}\negress:\n${times(26, (at) => `- {action: Deny, name: r${at}, to: [{namespaces: {}}]}`)}`,
    ),
    rule: 'too-many',
    at: '{action: Deny, name: r25',
    says: /at most 25 rules/,
  },
  {
    by: '2.17 101 rules in v1alpha1',
    text: anp(
      `priority: 1\n${ALL}\negress:\n${times(101, (at) => `- {action: Deny, name: r${at}, to: [{namespaces: {}}]}`)}`,
    ),
    rule: 'too-many',
    at: '{action: Deny, name: r100',
    says: /at most 100 rules/,
  },
  {
    by: '2.17 26 peers',
    text: clusterRule(
      `action: Deny\nto:\n${times(26, (at) => `- namespaces: {matchLabels: {n: a${at}}}`)}`,
    ),
    rule: 'too-many',
    at: 'namespaces: {matchLabels: {n: a25}}',
    says: /at most 25 peers/,
  },
  {
    by: '2.16 an empty peer',
    text: anpPeer('{}'),
    rule: 'missing-peer',
    at: '{}',
    says: /namespaces, pods/,
  },
  {
    by: '2.16 a null in a peer',
    text: anpPeer('namespaces:'),
    rule: 'missing-peer',
    at: 'namespaces:',
    says: /is empty/,
  },
  {
    by: '2.16 two properties in a peer',
    text: anpPeer('namespaces: {}\nnetworks: [10.0.0.0/8]'),
    rule: 'mixed-peer',
    at: 'networks',
    says: /two entries/,
  },
  {
    by: "a NetworkPolicy's ipBlock",
    text: cnpPeer('ipBlock: {cidr: 10.0.0.0/8}'),
    rule: 'unknown-field',
    at: 'ipBlock',
    says: /write networks:/,
  },
  {
    by: '2.20 networks under from',
    text: anpSource('networks: [0.0.0.0/0]'),
    rule: 'unknown-field',
    at: 'networks',
    says: /egress rules alone/,
  },
  {
    by: '2.20 nodes under from',
    text: clusterRule('action: Deny\nfrom:\n- nodes: {}', 'ingress'),
    rule: 'unknown-field',
    at: 'nodes',
    says: /egress rules alone/,
  },
  {
    by: '3.12 sameLabels',
    text: anpSource('namespaces:\n  sameLabels: [tenant]'),
    rule: 'unknown-field',
    at: 'sameLabels',
    says: /taken out of the API/,
  },
  {
    by: '3.12 notSameLabels in pods',
    text: anpSource('pods:\n  namespaces:\n    notSameLabels: [tenant]\n  podSelector: {}'),
    rule: 'unknown-field',
    at: 'namespaces',
    says: /taken out of the API/,
  },
  {
    by: '3.12 a namespaceSelector within namespaces',
    text: anpSource('namespaces:\n  namespaceSelector: {}'),
    rule: 'unknown-field',
    at: 'namespaceSelector',
    says: /the selector itself/,
  },
  {
    by: '3.6 domainNames in the baseline of v1alpha1',
    text: banp(`${ALL}\negress:\n- action: Allow\n  to:\n  - domainNames: [example.com]`),
    rule: 'unknown-field',
    at: 'domainNames',
    says: /domainNames/,
  },
  // 2.17, 2.19: addresses and names
  {
    by: '2.19 no prefix',
    text: cnpPeer('networks:\n- 10.0.0.1'),
    rule: 'invalid-cidr',
    at: '10.0.0.1',
    says: /10\.0\.0\.1\/32/,
  },
  {
    by: '2.19 zeros in front',
    text: cnpPeer('networks:\n- 10.0.00.0/8'),
    rule: 'invalid-cidr',
    at: '10.0.00.0/8',
    says: /Write 10\.0\.0\.0\/8/,
  },
  {
    by: '2.19 IPv4 in IPv6',
    text: anpPeer('networks:\n- "::ffff:10.0.0.0/104"'),
    rule: 'invalid-cidr',
    at: '"::ffff',
    says: /Write 10\.0\.0\.0\/8/,
  },
  {
    by: '2.17 no networks',
    text: cnpPeer('networks: []'),
    rule: 'missing-field',
    at: '[]',
    says: /at least one/,
  },
  {
    by: '2.17 26 networks',
    text: cnpPeer(`networks:\n${times(26, (at) => `- 10.${at}.0.0/16`)}`),
    rule: 'too-many',
    at: '10.25.0.0/16',
    says: /at most 25/,
  },
  {
    by: '2.17 a network twice',
    text: cnpPeer('networks:\n- 10.0.0.0/8\n- 10.0.0.0/8'),
    rule: 'repeated-item',
    at: '10.0.0.0/8',
    says: /twice/,
  },
  {
    by: '3.9 a star within a name',
    text: namesOf('domainNames: [www.*.com]'),
    rule: 'invalid-domain-name',
    at: 'www.*.com',
    says: /\*\.example\.com/,
  },
  {
    by: '3.9 a star alone',
    text: namesOf('domainNames:\n- "*"'),
    rule: 'invalid-domain-name',
    at: '"*"',
    says: /\*\.example\.com/,
  },
  {
    by: '3.9 an address of a page',
    text: namesOf('domainNames:\n- https://example.com/a'),
    rule: 'invalid-domain-name',
    at: 'https',
    says: /without a scheme/,
  },
  {
    by: '3.9 a single label',
    text: namesOf('domainNames:\n- com'),
    rule: 'invalid-domain-name',
    at: 'com',
    says: /at least two/,
  },
  // 4.5: the channels
  {
    by: 'T75 nodes on the standard channel',
    text: cnpPeer('nodes: {}', 'Deny'),
    rule: 'experimental-field',
    at: 'nodes',
    says: /standard definition.*netpolis\.dev\/channel: experimental/,
  },
  {
    by: '4.5 domainNames on the standard channel',
    text: cnpPeer('domainNames: [example.com]'),
    rule: 'experimental-field',
    at: 'domainNames',
    says: /standard definition/,
  },
  {
    by: 'a named port towards addresses',
    text: outRule('action: Deny\nto:\n- networks: [10.0.0.0/8]\nports:\n- namedPort: web'),
    rule: 'named-port-by-address',
    at: 'web',
    says: /number of the port/,
  },
  {
    by: '4.5 a named port towards addresses on the experimental channel',
    text: clusterRule(
      'action: Deny\nto:\n- networks: [10.0.0.0/8]\nprotocols:\n- destinationNamedPort: web',
    ).replace('name: p', 'name: p\n  annotations: {netpolis.dev/channel: experimental}'),
    rule: 'named-port-by-address',
    at: 'web',
    says: /experimental definition/,
  },
  // 2.16–2.18, 3.10: ports of v1alpha1
  {
    by: '3.10 no ports',
    text: outRule(`action: Deny\n${TO}\nports: []`),
    rule: 'missing-field',
    at: '[]',
    says: /remove it to mean all/,
  },
  {
    by: '2.16 an empty entry of ports',
    text: anpPort('{}'),
    rule: 'missing-field',
    at: '{}',
    says: /portNumber: \{protocol: TCP, port: 80\}/,
  },
  {
    by: '2.16 two forms in an entry',
    text: anpPort('portNumber: {port: 80}\nnamedPort: web'),
    rule: 'invalid-port',
    at: 'namedPort',
    says: /two entries/,
  },
  {
    by: "a NetworkPolicy's port",
    text: anpPort('port: 80'),
    rule: 'unknown-field',
    at: 'port:',
    says: /portNumber: /,
  },
  {
    by: '2.18 a port above the last',
    text: anpPort('portNumber: {protocol: TCP, port: 65536}'),
    rule: 'invalid-port',
    at: '65536',
    says: /1 to 65535/,
  },
  {
    by: '2.18 port 0',
    text: anpPort('portRange: {start: 0, end: 5}'),
    rule: 'invalid-port',
    at: '0, end',
    says: /1 to 65535/,
  },
  {
    by: 'a range without an end',
    text: anpPort('portRange: {start: 5}'),
    rule: 'missing-field',
    at: '{start',
    says: /portRange\.end is required/,
  },
  {
    by: 'a port without a number',
    text: anpPort('portNumber: {protocol: UDP}'),
    rule: 'missing-field',
    at: '{protocol',
    says: /portNumber\.port is required/,
  },
  {
    by: '4.3 protocols in v1alpha1',
    text: outRule(`action: Deny\n${TO}\nprotocols:\n- tcp: {destinationPort: {number: 80}}`),
    rule: 'unknown-field',
    at: 'protocols',
    says: /writes ports/,
  },
  // 4.3, 4.4, 4.9: protocols of v1alpha2
  {
    by: '4.3 ports in v1alpha2',
    text: clusterRule(`action: Deny\n${TO}\nports:\n- portNumber: {port: 80}`),
    rule: 'unknown-field',
    at: 'ports',
    says: /writes protocols/,
  },
  {
    by: 'T53 tcp with nothing in it',
    text: cnpProtocol('tcp: {}'),
    rule: 'missing-field',
    at: 'tcp',
    says: /range: \{start: 1, end: 65535\}/,
  },
  {
    by: '2.16 tcp and udp in one entry',
    text: cnpProtocol('tcp: {destinationPort: {number: 53}}\nudp: {destinationPort: {number: 53}}'),
    rule: 'invalid-port',
    at: 'udp',
    says: /two entries/,
  },
  {
    by: '4.9 destinationPort beside tcp',
    text: cnpProtocol('tcp:\ndestinationPort:\n  number: 80'),
    rule: 'unknown-field',
    at: 'destinationPort',
    says: /belongs under tcp/,
  },
  {
    by: '4.9 number beside destinationPort',
    text: cnpProtocol('tcp:\n  destinationPort:\n  number: 80'),
    rule: 'unknown-field',
    at: 'number',
    says: /belongs under destinationPort/,
  },
  {
    by: '2.16 an empty destinationPort',
    text: cnpProtocol('tcp: {destinationPort: {}}'),
    rule: 'missing-field',
    at: '{}',
    says: /number: 80 or range/,
  },
  {
    by: '2.16 a number and a range',
    text: cnpProtocol('tcp: {destinationPort: {number: 80, range: {start: 1, end: 2}}}'),
    rule: 'invalid-port',
    at: 'range',
    says: /not both/,
  },
  {
    by: 'T53 a range of one port',
    text: cnpProtocol('tcp: {destinationPort: {range: {start: 80, end: 80}}}'),
    rule: 'invalid-port',
    at: '80}',
    says: /number: 80/,
  },
  {
    by: '4.4 a range backwards',
    text: cnpProtocol('udp: {destinationPort: {range: {start: 90, end: 80}}}'),
    rule: 'invalid-port',
    at: '80}',
    says: /start: 80 and end: 90/,
  },
  {
    by: '4.3 portNumber in v1alpha2',
    text: cnpProtocol('portNumber: {protocol: TCP, port: 80}'),
    rule: 'unknown-field',
    at: 'portNumber',
    says: /tcp: \{destinationPort/,
  },
  {
    by: '2.16 an empty entry of protocols',
    text: cnpProtocol('{}'),
    rule: 'missing-field',
    at: '{}',
    says: /tcp: \{destinationPort/,
  },
  // 4.1, 4.9: kinds and versions
  {
    by: 'T53 ClusterNetworkPolicy in v1alpha1',
    text: objectOf('v1alpha1', 'ClusterNetworkPolicy', 'p', `tier: Admin\npriority: 1\n${ALL}`),
    rule: 'version-not-served',
    at: 'policy.networking',
    says: /policy\.networking\.k8s\.io\/v1alpha2/,
  },
  {
    by: '4.1 AdminNetworkPolicy in v1alpha2',
    text: objectOf('v1alpha2', 'AdminNetworkPolicy', 'p', `priority: 1\n${ALL}`),
    rule: 'version-not-served',
    at: 'policy.networking',
    says: /ClusterNetworkPolicy/,
  },
  {
    by: 'the group of NetworkPolicies',
    text: cnp(`tier: Admin\npriority: 1\n${ALL}`).replace(GROUP, 'networking.k8s.io'),
    rule: 'wrong-group',
    at: 'networking.k8s.io/v1alpha2',
    says: /policy\.networking\.k8s\.io\/v1alpha2/,
  },
  {
    by: 'a NetworkPolicy in the group of administrators',
    text: `apiVersion: ${GROUP}/v1alpha1\nkind: NetworkPolicy\nmetadata: {name: p}\nspec: {podSelector: {}}\n`,
    rule: 'wrong-group',
    at: 'policy.networking',
    says: /networking\.k8s\.io\/v1/,
  },
  {
    by: '2.13 a number for a label',
    text: anpPeer('namespaces: {matchLabels: {version: 1}}'),
    rule: 'wrong-type',
    at: '1}',
    says: /"1"/,
  },
];

describe('refused', () => {
  test.each(REFUSALS)('$by', ({ text, rule, at, says }) => {
    const good = cnp(`tier: Admin\npriority: 5\n${ALL}`).replace('name: p', 'name: good');
    const outcome = read(`${text}---\n${good}`);
    expect(withoutInfo(outcome)).toEqual([`error ${rule} ${placeOf(text, at)}`]);
    expect(outcome.messages).toMatch(says);
    expect(outcome.messages).toContain('left out');
    expect(outcome.cluster.adminPolicies.map(({ name }) => name)).toEqual(['good']);
    expect(outcome.policyNames).toEqual([]);
  });

  test('a sample of another version is said wrong in every place, each once', () => {
    const text = objectOf(
      'v1alpha1',
      'ClusterNetworkPolicy',
      'p',
      `priority: 1\n${ALL}\ningress:\n- action: Allow\n  from:\n  - namespaces: {}\n  ports:\n  - portNumber: {port: 80}`,
    );
    expect(withoutInfo(read(text))).toEqual([
      'error version-not-served 1:13',
      'error missing-field 5:1',
      'error invalid-action 10:13',
      'error unknown-field 13:5',
    ]);
  });
});

describe('quick fixes leave a policy that is accepted', () => {
  test.each([
    ['Allow', clusterRule(`action: Allow\n${TO}`)],
    ['PASS', inRule(`action: PASS\n${FROM}`)],
    ['Drop', inRule(`action: "Drop"\n${FROM}`)],
    ['a tier in lower case', cnp(`tier: baseline\npriority: 1\n${ALL}`)],
    ['the name of the baseline', banp(ALL, 'base')],
    ['to in an ingress rule', inRule(`action: Deny\n${TO}`)],
    ['zeros in front', cnpPeer('networks:\n- 10.00.0.0/8')],
    ['a protocol in lower case', anpPort('portNumber: {protocol: udp, port: 53}')],
    ['a number in quotes', cnp(`tier: Admin\npriority: "1"\n${ALL}`)],
    [
      'a version of another kind',
      objectOf('v1alpha1', 'ClusterNetworkPolicy', 'p', `tier: Admin\npriority: 1\n${ALL}`),
    ],
    [
      'the group of NetworkPolicies',
      cnp(`tier: Admin\npriority: 1\n${ALL}`).replace(GROUP, 'networking.k8s.io'),
    ],
  ])('%s', (_, text) => {
    const edits = read(text).findings.flatMap(({ fix }) => fix?.edits ?? []);
    expect(edits.length).toBe(1);
    const fixed = edits.reduce(
      (before, { span, text: written }) =>
        before.slice(0, span.start) + written + before.slice(span.end),
      text,
    );
    const outcome = read(fixed);
    expect(outcome.said).toEqual([]);
    expect(outcome.cluster.adminPolicies.length).toBe(1);
  });
});

describe('accepted', () => {
  const accepted = (text: string) => {
    const outcome = read(text);
    expect(outcome.said.filter((finding) => !finding.startsWith('info'))).toEqual([]);
    const [policy, ...others] = outcome.cluster.adminPolicies;
    expect(others).toEqual([]);
    if (policy === undefined) throw new Error('The policy is not there.');
    return { policy, said: outcome.said };
  };

  test.each([
    ['Deny', 'udp', [{ protocol: 'UDP', port: { from: 53, to: 53 } }], /read as UDP/],
    ['Allow', 'udp', undefined, /matching nothing/],
    ['Pass', 'udp', undefined, /matching nothing/],
    ['Deny', 'ICMP', undefined, /no packet is of protocol "ICMP"/],
  ])(
    '3.10 %s of protocol %s in v1alpha1, where any text is taken',
    (action, protocol, ports, says) => {
      const { cluster, findings } = read(
        outRule(
          `action: ${action}\n${TO}\nports:\n- portNumber: {protocol: ${protocol}, port: 53}`,
        ),
      );
      const [found, ...others] = findings.filter(({ level }) => level !== 'info');
      expect(others).toEqual([]);
      expect(found).toMatchObject({ rule: 'invalid-protocol', level: 'warning' });
      expect(found?.message).toMatch(says);
      expect(cluster.adminPolicies).toHaveLength(1);
      expect(
        cluster.adminPolicies[0]?.egress[0]?.ports?.map((port) => ({
          protocol: port.protocol,
          port: port.port,
        })),
      ).toEqual(ports);
    },
  );

  test('an AdminNetworkPolicy with every form of peer and port', () => {
    const { policy, said } = accepted(
      anp(`priority: 1000
subject:
  pods:
    namespaceSelector: {matchLabels: {team: a}}
    podSelector: {}
ingress:
- name: in
  action: Pass
  from:
  - pods:
      namespaceSelector: {}
      podSelector: {matchLabels: {app: b}}
  ports:
  - portNumber: {protocol: UDP, port: 53}
  - portNumber: {port: 80}
  - portRange: {start: 8000, end: 8000}
  - namedPort: dns
egress:
- action: Allow
  to:
  - networks: [10.0.0.0/8, "fd00::/8"]
  - nodes: {matchLabels: {role: worker}}
  - domainNames: [example.com, "*.example.com", Example.org.]
- action: Deny
  to:
  - namespaces: {}`),
    );
    expect(policy).toMatchObject({ tier: 'admin', priority: 1000, kind: 'AdminNetworkPolicy' });
    expect(policy.ingress[0]).toMatchObject({ name: 'in', action: 'pass', index: 0 });
    expect(policy.ingress[0]?.ports?.map(({ protocol, port }) => ({ protocol, port }))).toEqual([
      { protocol: 'UDP', port: { from: 53, to: 53 } },
      { protocol: 'TCP', port: { from: 80, to: 80 } },
      { protocol: 'TCP', port: { from: 8000, to: 8000 } },
      { protocol: null, port: { name: 'dns' } },
    ]);
    expect(policy.egress.map(({ action, ports }) => [action, ports])).toEqual([
      ['allow', null],
      ['deny', null],
    ]);
    expect(policy.egress[0]?.peers.map(({ kind }) => kind)).toEqual([
      'networks',
      'nodes',
      'domain-names',
    ]);
    expect(said.map((finding) => finding.split(' ')[1])).toEqual([
      'experimental-field',
      'experimental-field',
      'experimental-field',
    ]);
  });

  test('the baseline', () => {
    const { policy } = accepted(
      banp(`${ALL}\negress:\n- action: Deny\n  to:\n  - networks: [0.0.0.0/0]`),
    );
    expect(policy).toMatchObject({
      tier: 'baseline',
      priority: null,
      name: 'default',
      ingress: [],
    });
  });

  test('a ClusterNetworkPolicy, whose pods are those of all namespaces (T52)', () => {
    const { policy } = accepted(
      cnp(`tier: Baseline
priority: 0
subject:
  pods: {podSelector: {matchLabels: {app: a}}}
ingress:
- action: Accept
  from:
  - pods: {podSelector: {matchLabels: {app: q}}}
  protocols:
  - tcp: {destinationPort: {number: 80}}
  - udp: {destinationPort: {range: {start: 1, end: 65535}}}
  - sctp: {destinationPort: {number: 9}}
  - destinationNamedPort: web`),
    );
    expect(policy).toMatchObject({ tier: 'baseline', priority: 0 });
    expect(policy.subject.namespaces.requirements).toEqual([]);
    const [rule] = policy.ingress;
    expect(rule).toMatchObject({ action: 'allow', peers: [{ namespaces: { requirements: [] } }] });
    expect(rule?.ports?.map(({ protocol, port }) => ({ protocol, port }))).toEqual([
      { protocol: 'TCP', port: { from: 80, to: 80 } },
      { protocol: 'UDP', port: { from: 1, to: 65535 } },
      { protocol: 'SCTP', port: { from: 9, to: 9 } },
      { protocol: null, port: { name: 'web' } },
    ]);
  });

  test('25 rules of 25 peers, and 100 in v1alpha1', () => {
    const peers = times(25, (at) => `  - namespaces: {matchLabels: {n: a${at}}}`);
    const rules = times(25, () => `- action: Deny\n  to:\n${peers}`);
    accepted(cnp(`tier: Admin\npriority: 1\n${ALL}\negress:\n${rules}`));
    const hundred = times(100, () => '- {action: Deny, to: [{namespaces: {}}]}');
    accepted(anp(`priority: 1\n${ALL}\negress:\n${hundred}`));
  });

  test('experimental fields of v1alpha2 with the annotation, which is said', () => {
    const text = cnpPeer('nodes: {}').replace(
      'name: p',
      'name: p\n  annotations: {netpolis.dev/channel: experimental}',
    );
    const { policy, said } = accepted(text);
    expect(policy.egress[0]?.peers[0]?.kind).toBe('nodes');
    expect(said).toEqual([`info experimental-field ${placeOf(text, 'nodes')}`]);
  });

  test('experimental fields of v1alpha2 that a server has printed: it knew them', () => {
    const uid = 'name: p\n  uid: 5d0fdeb4\n  creationTimestamp: "2026-01-01T00:00:00Z"';
    const { policy } = accepted(cnpPeer('nodes: {}').replace('name: p', uid));
    expect(policy.egress[0]?.peers[0]?.kind).toBe('nodes');
  });

  test('no rules: it says nothing of either direction (3.3)', () => {
    const { policy } = accepted(cnp(`tier: Admin\npriority: 1\n${ALL}\ningress: []`));
    expect([policy.ingress, policy.egress]).toEqual([[], []]);
  });

  test('a namespace in its metadata has no effect, and is said (5.5)', () => {
    const { policy, said } = accepted(
      anp(`priority: 1\n${ALL}`).replace('name: p', 'name: p\n  namespace: x'),
    );
    expect(policy.name).toBe('p');
    expect(said).toEqual(['info ignored-namespace 5:3']);
  });

  test.each([
    [
      'a range backwards in v1alpha1, where nothing forbids it: the rule matches nothing (2.19)',
      anpPort('portRange: {start: 90, end: 80}'),
      'invalid-port',
      0,
    ],
    [
      'a named port towards addresses on the standard channel (4.5)',
      clusterRule(
        'action: Deny\nto:\n- networks: [10.0.0.0/8]\nprotocols:\n- destinationNamedPort: web',
      ),
      'named-port-by-address',
      1,
    ],
    [
      'domainNames of a Deny (3.9, D10)',
      anpPeer('domainNames: [a.b]'),
      'domain-names-not-allowed',
      1,
    ],
    ['host bits in a CIDR', cnpPeer('networks: [10.0.0.1/8]'), 'sloppy-cidr', 1],
  ])('with a warning: %s', (_, text, rule, rules) => {
    const outcome = read(text);
    expect(withoutInfo(outcome).map((finding) => finding.split(' ').slice(0, 2))).toEqual([
      ['warning', rule],
    ]);
    expect(outcome.cluster.adminPolicies.map(({ egress }) => egress.length)).toEqual([rules]);
  });

  test('every part knows its place', () => {
    const text = cnpProtocol('tcp: {destinationPort: {number: 443}}');
    const [policy] = read(text).cluster.adminPolicies;
    const written = (range: { start: number; end: number } | null | undefined) =>
      range === null || range === undefined ? null : text.slice(range.start, range.end);
    const [rule] = policy?.egress ?? [];
    expect(written(policy?.priorityRange)).toBe('1');
    expect(written(policy?.nameRange)).toBe('p');
    expect(written(policy?.subject.range)).toBe('namespaces: {}');
    expect(written(rule?.actionRange)).toBe('Deny');
    expect(written(rule?.peers[0]?.range)).toBe('namespaces: {}');
    expect(written(rule?.ports?.[0]?.valueRange)).toBe('443');
    expect(written(rule?.ports?.[0]?.range)).toBe('tcp: {destinationPort: {number: 443}}');
  });
});

describe('Node', () => {
  test('labels, and the addresses of its status that are addresses (3.8)', () => {
    const { cluster, said } = read(`apiVersion: v1
kind: Node
metadata:
  name: n1
  labels: {role: worker}
status:
  addresses:
  - {type: InternalIP, address: 10.0.0.5}
  - {type: ExternalIP, address: "2001:db8::1"}
  - {type: Hostname, address: n1.example}
---
apiVersion: v1
kind: Node
metadata: {name: n0}
`);
    expect(said).toEqual([]);
    expect(
      cluster.nodes.map(({ name, labels, addresses }) => ({
        name,
        role: labels.known.get('role'),
        addresses: addresses?.map((address) => address.text) ?? null,
      })),
    ).toEqual([
      { name: 'n0', role: undefined, addresses: null },
      { name: 'n1', role: 'worker', addresses: ['10.0.0.5', '2001:db8::1'] },
    ]);
  });

  test('of the same name the last one counts', () => {
    const node = (label: string) =>
      `apiVersion: v1\nkind: Node\nmetadata: {name: node, labels: {a: ${label}}}\n`;
    const { cluster, said } = read(`${node('one')}---\n${node('two')}`);
    expect(cluster.nodes.map(({ labels }) => labels.known.get('a'))).toEqual(['two']);
    expect(said).toEqual(['warning duplicate-object 3:18']);
  });
});
