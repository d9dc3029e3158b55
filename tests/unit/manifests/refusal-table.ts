// Policies that the API server refuses, each with the place and the words that say why (SEMANTICS 2.1–2.15).

export const HEAD = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: p
  namespace: x
`;

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}

export function specOf(spec: string): string {
  return `${HEAD}spec:\n${indented(spec)}\n`;
}

/** As an ingress rule. */
export function ruleOf(rule: string): string {
  return specOf(`podSelector: {}\ningress:\n- ${rule.replace(/\n/g, '\n  ')}`);
}

export function peerOf(peer: string): string {
  return ruleOf(`from:\n- ${peer.replace(/\n/g, '\n  ')}`);
}

export function portOf(port: string): string {
  return ruleOf(`ports:\n- ${port.replace(/\n/g, '\n  ')}`);
}

export interface Refusal {
  readonly by: string;
  readonly text: string;
  readonly rule: string;
  /** The text that the finding begins at; the last one where it stands more than once. */
  readonly at: string;
  /** What the message names. */
  readonly says?: RegExp;
}

export const REFUSALS: readonly Refusal[] = [
  {
    by: '2.1 no name',
    text: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  namespace: x\nspec:\n  podSelector: {}\n',
    rule: 'missing-name',
    at: 'kind',
    says: /metadata\.name/,
  },
  {
    by: '2.1 no metadata',
    text: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nspec: {}\n',
    rule: 'missing-name',
    at: 'kind',
  },
  {
    by: '2.1 an empty name',
    text: HEAD.replace('name: p', 'name: ""'),
    rule: 'missing-name',
    at: 'kind',
  },
  {
    by: '2.1 capitals',
    text: HEAD.replace('name: p', 'name: Deny'),
    rule: 'invalid-name',
    at: 'Deny',
    says: /lower-case/,
  },
  {
    by: '2.1 an underscore',
    text: HEAD.replace('name: p', 'name: deny_all'),
    rule: 'invalid-name',
    at: 'deny_all',
  },
  {
    by: '2.1 too long',
    text: HEAD.replace('name: p', `name: ${'a'.repeat(254)}`),
    rule: 'invalid-name',
    at: 'a'.repeat(254),
    says: /253/,
  },
  {
    by: '2.1 a bad beginning of a name',
    text: HEAD.replace('name: p', 'generateName: -p-'),
    rule: 'invalid-name',
    at: '-p-',
  },
  {
    by: '2.1 a namespace with a dot',
    text: HEAD.replace('namespace: x', 'namespace: x.y'),
    rule: 'invalid-name',
    at: 'x.y',
  },
  {
    by: '2.2 a bad label key',
    text: specOf('podSelector:\n  matchLabels:\n    "a b": c'),
    rule: 'invalid-label',
    at: '"a b"',
  },
  {
    by: '2.2 a bad key prefix',
    text: specOf('podSelector:\n  matchLabels:\n    A_b/c: d'),
    rule: 'invalid-label',
    at: 'A_b/c',
  },
  {
    by: '2.2 a bad label value',
    text: specOf('podSelector:\n  matchLabels:\n    a: b c'),
    rule: 'invalid-label',
    at: 'b c',
  },
  {
    by: '2.2 a long label value',
    text: specOf(`podSelector:\n  matchLabels:\n    a: ${'b'.repeat(64)}`),
    rule: 'invalid-label',
    at: 'b'.repeat(64),
    says: /63/,
  },
  {
    by: '2.2 a bad expression key',
    text: specOf('podSelector:\n  matchExpressions:\n  - key: -a\n    operator: Exists'),
    rule: 'invalid-label',
    at: '-a',
  },
  {
    by: '2.2 no expression key',
    text: specOf('podSelector:\n  matchExpressions:\n  - operator: Exists'),
    rule: 'invalid-label',
    at: 'operator',
  },
  {
    by: '2.3 an operator in other case',
    text: specOf(
      'podSelector:\n  matchExpressions:\n  - key: a\n    operator: notin\n    values: [b]',
    ),
    rule: 'invalid-selector',
    at: 'notin',
    says: /NotIn/,
  },
  {
    by: '2.3 an unknown operator',
    text: specOf(
      'podSelector:\n  matchExpressions:\n  - key: a\n    operator: Equals\n    values: [b]',
    ),
    rule: 'invalid-selector',
    at: 'Equals',
    says: /In, NotIn, Exists, DoesNotExist/,
  },
  {
    by: '2.3 no operator',
    text: specOf('podSelector:\n  matchExpressions:\n  - key: a'),
    rule: 'invalid-selector',
    at: 'key',
  },
  {
    by: '2.4 In without values',
    text: specOf('podSelector:\n  matchExpressions:\n  - key: a\n    operator: In\n    values: []'),
    rule: 'invalid-selector',
    at: '[]',
    says: /values/,
  },
  {
    by: '2.4 NotIn without values',
    text: specOf('podSelector:\n  matchExpressions:\n  - {key: a, operator: NotIn}'),
    rule: 'invalid-selector',
    at: '{key',
  },
  {
    by: '2.4 DoesNotExist with values',
    text: specOf(
      'podSelector:\n  matchExpressions:\n  - key: a\n    operator: DoesNotExist\n    values: [b]',
    ),
    rule: 'invalid-selector',
    at: '[b]',
    says: /remove/,
  },
  {
    by: '2.4 a bad value',
    text: specOf(
      'podSelector:\n  matchExpressions:\n  - key: a\n    operator: In\n    values: [b, c d]',
    ),
    rule: 'invalid-label',
    at: 'c d',
  },
  {
    by: '2.5 a protocol in lower case',
    text: portOf('port: 80\nprotocol: udp'),
    rule: 'invalid-protocol',
    at: 'udp',
    says: /UDP/,
  },
  {
    by: '2.5 an unknown protocol',
    text: portOf('protocol: ICMP'),
    rule: 'invalid-protocol',
    at: 'ICMP',
    says: /TCP, UDP or SCTP/,
  },
  { by: '2.5 an empty protocol', text: portOf('protocol: ""'), rule: 'invalid-protocol', at: '""' },
  { by: '2.6 port 0', text: portOf('port: 0'), rule: 'invalid-port', at: '0', says: /1 to 65535/ },
  { by: '2.6 port 65536', text: portOf('port: 65536'), rule: 'invalid-port', at: '65536' },
  { by: '2.6 a negative port', text: portOf('port: -1'), rule: 'invalid-port', at: '-1' },
  {
    by: '2.6 a number in quotes',
    text: portOf('port: "80"'),
    rule: 'invalid-port',
    at: '"80"',
    says: /without quotes: 80/,
  },
  {
    by: '2.6 a name in capitals',
    text: portOf('port: HTTP'),
    rule: 'invalid-port',
    at: 'HTTP',
    says: /"http"/,
  },
  { by: '2.6 an empty name', text: portOf('port: ""'), rule: 'invalid-port', at: '""' },
  {
    by: '2.6 a long name',
    text: portOf('port: sixteen-letters-'),
    rule: 'invalid-port',
    at: 'sixteen',
    says: /15/,
  },
  {
    by: '2.6 a name without letters',
    text: portOf('port: 80-90'),
    rule: 'invalid-port',
    at: '80-90',
    says: /letter/,
  },
  { by: '2.6 two dashes', text: portOf('port: a--b'), rule: 'invalid-port', at: 'a--b' },
  { by: '2.6 a dash at the end', text: portOf('port: web-'), rule: 'invalid-port', at: 'web-' },
  {
    by: '2.7 endPort below port',
    text: portOf('port: 80\nendPort: 79'),
    rule: 'invalid-port',
    at: '79',
  },
  {
    by: '2.7 endPort out of range',
    text: portOf('port: 80\nendPort: 65536'),
    rule: 'invalid-port',
    at: '65536',
  },
  {
    by: '2.7 endPort with a name',
    text: portOf('port: web\nendPort: 90'),
    rule: 'invalid-port',
    at: '90',
  },
  { by: '2.7 endPort alone', text: portOf('endPort: 90'), rule: 'invalid-port', at: '90' },
  {
    by: '2.8 an empty peer',
    text: peerOf('{}'),
    rule: 'missing-peer',
    at: '{}',
    says: /namespaceSelector: \{\}/,
  },
  {
    by: '2.8 a null peer',
    text: ruleOf('from:\n- podSelector: {}\n-'),
    rule: 'missing-peer',
    at: '-\n',
  },
  {
    by: '2.8 a peer of a null selector',
    text: peerOf('podSelector:'),
    rule: 'missing-peer',
    at: 'podSelector',
  },
  {
    by: '2.8 a block and a selector',
    text: peerOf('ipBlock: {cidr: 10.0.0.0/8}\nnamespaceSelector: {}'),
    rule: 'mixed-peer',
    at: 'namespaceSelector',
    says: /two entries/,
  },
  {
    by: '2.9 no cidr',
    text: peerOf('ipBlock:\n  except: [10.0.0.0/8]'),
    rule: 'invalid-cidr',
    at: 'except',
    says: /required/,
  },
  {
    by: '2.9 no cidr where something else is wrong before',
    text: peerOf('ipBlock: {except: []}').replace('podSelector: {}', 'podSelectors: {}'),
    rule: 'invalid-cidr',
    at: '{except',
    says: /required/,
  },
  {
    by: '2.9 an empty cidr',
    text: peerOf('ipBlock: {cidr: ""}'),
    rule: 'invalid-cidr',
    at: '""',
    says: /required/,
  },
  {
    by: '2.9 no mask',
    text: peerOf('ipBlock: {cidr: 10.0.0.1}'),
    rule: 'invalid-cidr',
    at: '10.0.0.1',
    says: /10\.0\.0\.1\/32/,
  },
  {
    by: '2.9 junk',
    text: peerOf('ipBlock: {cidr: internet}'),
    rule: 'invalid-cidr',
    at: 'internet',
  },
  {
    by: '2.9 a long prefix',
    text: peerOf('ipBlock: {cidr: 10.0.0.0/33}'),
    rule: 'invalid-cidr',
    at: '10.0.0.0/33',
    says: /32/,
  },
  {
    by: '2.10 junk in except',
    text: peerOf('ipBlock: {cidr: 10.0.0.0/8, except: [x]}'),
    rule: 'invalid-cidr',
    at: 'x]',
  },
  {
    by: '2.10 except equal',
    text: peerOf('ipBlock:\n  cidr: 10.0.0.0/8\n  except:\n  - 10.1.0.0/8'),
    rule: 'invalid-except',
    at: '10.1.0.0/8',
    says: /inside 10\.0\.0\.0\/8/,
  },
  {
    by: '2.10 except outside',
    text: peerOf('ipBlock:\n  cidr: 10.0.0.0/8\n  except:\n  - 11.0.0.0/16'),
    rule: 'invalid-except',
    at: '11.0.0.0/16',
  },
  {
    by: '2.10 except wider',
    text: peerOf('ipBlock:\n  cidr: 10.0.0.0/16\n  except:\n  - 10.0.0.0/9'),
    rule: 'invalid-except',
    at: '10.0.0.0/9',
  },
  {
    by: '2.10 except of the other family',
    text: peerOf('ipBlock:\n  cidr: 10.0.0.0/8\n  except:\n  - fd00::/16'),
    rule: 'invalid-except',
    at: 'fd00::/16',
  },
  {
    by: '2.11 three types',
    text: specOf('policyTypes: [Ingress, Egress, Ingress]'),
    rule: 'invalid-policy-type',
    at: '[Ingress',
    says: /two/,
  },
  {
    by: '2.11 a type in lower case',
    text: specOf('policyTypes:\n- Ingress\n- egress'),
    rule: 'invalid-policy-type',
    at: 'egress',
    says: /Egress/,
  },
  {
    by: '2.11 an empty type',
    text: specOf('policyTypes:\n- ""'),
    rule: 'invalid-policy-type',
    at: '""',
  },
  {
    by: '2.13 a number as label value',
    text: specOf('podSelector:\n  matchLabels:\n    version: 1'),
    rule: 'wrong-type',
    at: '1',
    says: /"1"/,
  },
  {
    by: '2.13 a boolean as label value',
    text: specOf('podSelector:\n  matchLabels:\n    on: on'),
    rule: 'wrong-type',
    at: 'on',
    says: /quote it, "on"/,
  },
  {
    by: '2.13 a number among values',
    text: specOf(
      'podSelector:\n  matchExpressions:\n  - key: a\n    operator: In\n    values: [b, 1.10]',
    ),
    rule: 'wrong-type',
    at: '1.10',
    says: /"1\.10"/,
  },
  {
    by: '2.13 a number as label',
    text: HEAD.replace('name: p', 'name: p\n  labels:\n    version: 2'),
    rule: 'wrong-type',
    at: '2',
  },
  {
    by: '2.13 a boolean as annotation',
    text: HEAD.replace('name: p', 'name: p\n  annotations:\n    audit: yes'),
    rule: 'wrong-type',
    at: 'yes',
  },
  {
    by: '2.13 a number as name',
    text: HEAD.replace('name: p', 'name: 123'),
    rule: 'wrong-type',
    at: '123',
  },
  {
    by: '2.13 from as a map',
    text: ruleOf('from:\n  podSelector: {}'),
    rule: 'wrong-type',
    at: 'podSelector',
    says: /list/,
  },
  {
    by: '2.13 a block as text',
    text: peerOf('ipBlock: 10.0.0.0/8'),
    rule: 'wrong-type',
    at: '10.0.0.0/8',
  },
  { by: '2.13 a boolean as port', text: portOf('port: true'), rule: 'wrong-type', at: 'true' },
  { by: '2.13 half a port', text: portOf('port: 80.5'), rule: 'wrong-type', at: '80.5' },
  { by: '2.13 a list as selector', text: specOf('podSelector: []'), rule: 'wrong-type', at: '[]' },
  { by: '2.13 a text as rule', text: ruleOf('any'), rule: 'wrong-type', at: 'any' },
  {
    by: '2.13 a text as types',
    text: specOf('policyTypes: Ingress'),
    rule: 'wrong-type',
    at: 'Ingress',
    says: /"- "/,
  },
  { by: '2.13 a text as spec', text: `${HEAD}spec: all\n`, rule: 'wrong-type', at: 'all' },
  {
    by: '2.13 endPort in quotes',
    text: portOf('port: 80\nendPort: "90"'),
    rule: 'wrong-type',
    at: '"90"',
  },
  {
    by: '2.13 endPort of more than 32 bits',
    text: portOf('port: 80\nendPort: 4294967376'),
    rule: 'wrong-type',
    at: '4294967376',
  },
  {
    by: '2.14 an unknown field of the policy',
    text: `${HEAD}specs: {}\n`,
    rule: 'unknown-field',
    at: 'specs',
    says: /"spec"/,
  },
  {
    by: '2.14 an unknown field of the spec',
    text: specOf('podSelector: {}\ningres: []'),
    rule: 'unknown-field',
    at: 'ingres',
    says: /"ingress"/,
  },
  {
    by: '2.14 an unknown field of a rule',
    text: ruleOf('form: []'),
    rule: 'unknown-field',
    at: 'form',
    says: /"from"/,
  },
  { by: '2.14 to in an ingress rule', text: ruleOf('to: []'), rule: 'unknown-field', at: 'to:' },
  {
    by: '2.14 an unknown field of a peer',
    text: peerOf('podSelector: {}\nports: []'),
    rule: 'unknown-field',
    at: 'ports',
  },
  {
    by: '2.14 an unknown field of a port',
    text: portOf('port: 80\nendport: 90'),
    rule: 'unknown-field',
    at: 'endport',
    says: /"endPort"/,
  },
  {
    by: '2.14 an unknown field of a block',
    text: peerOf('ipBlock: {cidr: 10.0.0.0/8, excepts: []}'),
    rule: 'unknown-field',
    at: 'excepts',
  },
  {
    by: '2.14 an unknown field of a selector',
    text: specOf('podSelector: {app: web}'),
    rule: 'unknown-field',
    at: 'app',
    says: /matchLabels/,
  },
  {
    by: '2.14 an unknown field of the metadata',
    text: HEAD.replace('name: p', 'name: p\n  label: {}'),
    rule: 'unknown-field',
    at: 'label',
    says: /"labels"/,
  },
  {
    by: '2.14 an unknown field that is null',
    text: specOf('podSelector: {}\nIngress:'),
    rule: 'unknown-field',
    at: 'Ingress',
    says: /"ingress"/,
  },
  {
    by: '2.14 a field twice',
    text: specOf('podSelector: {}\ningress: []\ningress: [{}]'),
    rule: 'duplicate-field',
    at: 'ingress: [{}]',
  },
  {
    by: '2.14 a label twice',
    text: specOf('podSelector: {matchLabels: {a: b, a: c}}'),
    rule: 'duplicate-field',
    at: 'a: c',
  },
  {
    by: '2.15 an old group',
    text: HEAD.replace('networking.k8s.io/v1', 'extensions/v1beta1'),
    rule: 'version-not-served',
    at: 'extensions/v1beta1',
    says: /networking\.k8s\.io\/v1/,
  },
  {
    by: '2.15 a version that never was',
    text: HEAD.replace('networking.k8s.io/v1', 'networking.k8s.io/v1beta1'),
    rule: 'version-not-served',
    at: 'networking.k8s.io/v1beta1',
    says: /networking\.k8s\.io\/v1/,
  },
  {
    by: '0.6 the nameless group',
    text: HEAD.replace('networking.k8s.io/v1', 'v1'),
    rule: 'wrong-group',
    at: 'v1',
    says: /networking\.k8s\.io\/v1/,
  },
];
