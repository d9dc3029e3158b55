// `kubectl describe networkpolicy`.
import { at, isList, isMap, listAt, numberAt, textAt, type Value } from '../../cluster/value.ts';
import { selectorText } from '../../selecting/selector.ts';
import { annotationsLines, type Describe, headLines, labelsLines } from './common.ts';

export const describeNetworkPolicy: Describe = (object) => {
  const spec = at(object.value, 'spec');
  const types = typesOf(spec);
  const selector = selectorText(
    at(spec, 'podSelector'),
    '<none> (Allowing the specific traffic to all pods in this namespace)',
  );
  return [
    ...headLines(object),
    'Created on:\t<unknown>',
    ...labelsLines(object),
    ...annotationsLines(object),
    'Spec:',
    `  PodSelector:     ${selector}`,
    ...(types.includes('Ingress')
      ? ['  Allowing ingress traffic:', ...rulesLines(spec, INGRESS)]
      : ['  Not affecting ingress traffic']),
    ...(types.includes('Egress')
      ? ['  Allowing egress traffic:', ...rulesLines(spec, EGRESS)]
      : ['  Not affecting egress traffic']),
    `  Policy Types: ${types.join(', ')}`,
  ];
};

/** As the API server fills them in. */
function typesOf(spec: Value | undefined): readonly string[] {
  const written = listAt(spec, 'policyTypes').map(String);
  if (written.length > 0) return written;
  return listAt(spec, 'egress').length > 0 ? ['Ingress', 'Egress'] : ['Ingress'];
}

interface Side {
  readonly field: 'ingress' | 'egress';
  readonly peers: 'from' | 'to';
  readonly title: string;
  readonly any: string;
}

const INGRESS: Side = {
  field: 'ingress',
  peers: 'from',
  title: 'From',
  any: 'From: <any> (traffic not restricted by source)',
};
const EGRESS: Side = {
  field: 'egress',
  peers: 'to',
  title: 'To',
  any: 'To: <any> (traffic not restricted by destination)',
};

function rulesLines(spec: Value | undefined, side: Side): readonly string[] {
  const rules = listAt(spec, side.field);
  if (rules.length === 0)
    return [`    <none> (Selected pods are isolated for ${side.field} connectivity)`];
  return rules.flatMap((rule, index) => [
    ...portsLines(rule),
    ...peersLines(rule, side),
    ...(index === rules.length - 1 ? [] : ['    ----------']),
  ]);
}

function portsLines(rule: Value): readonly string[] {
  const ports = listAt(rule, 'ports');
  if (ports.length === 0) return ['    To Port: <any> (traffic allowed to all ports)'];
  return ports.map((port) => {
    const number = at(port, 'port');
    const end = numberAt(port, 'endPort');
    const text =
      number === undefined ? '<any>' : `${String(number)}${end === null ? '' : `-${end}`}`;
    return `    To Port: ${text}/${textAt(port, 'protocol') ?? 'TCP'}`;
  });
}

function peersLines(rule: Value, { peers, title, any }: Side): readonly string[] {
  const all = listAt(rule, peers);
  if (all.length === 0) return [`    ${any}`];
  return all.flatMap((peer) => [`    ${title}:`, ...peerLines(peer)]);
}

function peerLines(peer: Value): readonly string[] {
  const [pods, namespaces, block] = [
    at(peer, 'podSelector'),
    at(peer, 'namespaceSelector'),
    at(peer, 'ipBlock'),
  ];
  const lines: string[] = [];
  if (isMap(namespaces)) lines.push(`      NamespaceSelector: ${selectorText(namespaces)}`);
  if (isMap(pods)) lines.push(`      PodSelector: ${selectorText(pods)}`);
  if (lines.length > 0 || block === undefined) return lines;
  const except = at(block, 'except');
  return [
    '      IPBlock:',
    `        CIDR: ${textAt(block, 'cidr') ?? ''}`,
    `        Except: ${isList(except) ? except.map(String).join(', ') : ''}`,
  ];
}
