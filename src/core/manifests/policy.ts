// Reads a NetworkPolicy (networking.k8s.io/v1): defaults applied, checked as the API server would.
import type { Cidr } from '../model/cidr.ts';
import { containsCidr } from '../model/cidr.ts';
import type { Direction, PolicySide, Rule, RulePeer, UnlistedRules } from '../model/policy.ts';
import { readAddress, readCidr } from '../model/read-cidr.ts';
import type { PolicyResource } from '../model/resource.ts';
import { EVERYTHING } from '../model/selector.ts';
import type { Range } from '../model/span.ts';
import { checkStructure } from '../schema/check-structure.ts';
import { NETWORK_POLICY } from '../schema/policies.ts';
import {
  asMap,
  asString,
  entryOf,
  isNull,
  listAt,
  mapAt,
  shorten,
  stringAt,
  valueAt,
} from './fields.ts';
import { checkMetadata, readMetadata } from './metadata.ts';
import type { NoteFix, Notes } from './notes.ts';
import { readRulePort } from './policy-port.ts';
import { rewrite, rewriteNear, withoutRepeats } from './rewriting.ts';
import { selectorAt } from './selector.ts';
import type { MapTree, Tree } from './tree.ts';

/** Null, with notes of level error, for a policy that the API server would refuse (SEMANTICS 2). */
export function readPolicy(notes: Notes, object: MapTree): PolicyResource | null {
  const metadata = readMetadata(notes, object);
  checkStructure(object, NETWORK_POLICY, notes);
  checkMetadata(notes, object);
  // A missing spec is an empty one: it selects every pod and lets nothing in (SEMANTICS 1.1, 1.4).
  const spec = mapAt(notes, object, 'spec', 'policy') ?? emptyMap(object);
  const subject = selectorAt(notes, spec, 'podSelector', 'spec') ?? EVERYTHING;
  const ingress = readRules(notes, spec, 'ingress');
  const egress = readRules(notes, spec, 'egress');
  const types = readTypes(notes, spec, egress.length > 0);
  if (metadata === null || notes.hasError()) return null;
  return {
    type: 'policy',
    namespace: metadata.namespace,
    isNamespaceAssumed: metadata.isNamespaceAssumed,
    name: metadata.name,
    range: object.range,
    nameRange: metadata.nameRange,
    subject,
    subjectRange: (entryOf(spec, 'podSelector')?.value ?? spec).range,
    ingress: sideOf(types.includes('ingress'), ingress),
    egress: sideOf(types.includes('egress'), egress),
    typesRange: typesRange(spec),
    unlisted: [
      ...unlistedRules(spec, types, 'ingress', ingress),
      ...unlistedRules(spec, types, 'egress', egress),
    ],
    orderRange: orderRange(object),
    ignores: metadata.ignores,
  };
}

function emptyMap(object: MapTree): MapTree {
  return { type: 'map', range: object.range, entries: [] };
}

function sideOf(isolates: boolean, rules: readonly Rule[]): PolicySide | null {
  return isolates ? { rules } : null;
}

function unlistedRules(
  spec: MapTree,
  types: readonly Direction[],
  direction: Direction,
  rules: readonly Rule[],
): readonly UnlistedRules[] {
  const entry = entryOf(spec, direction);
  if (entry === null || rules.length === 0 || types.includes(direction)) return [];
  return [{ direction, keyRange: entry.keyRange, rules }];
}

const ORDER_KEY = /(?:^|[/._-])(?:order|priority|precedence)$/i;

/** Other makers' policies have an order, so people write one here, too (SEMANTICS 1.8). */
function orderRange(object: MapTree): Range | null {
  const metadata = valueAt(object, 'metadata');
  for (const field of ['labels', 'annotations']) {
    const map = metadata?.type === 'map' ? valueAt(metadata, field) : null;
    if (map?.type !== 'map') continue;
    const found = map.entries.find(({ key }) => ORDER_KEY.test(key));
    if (found !== undefined) return found.keyRange;
  }
  return null;
}

function typesRange(spec: MapTree): Range | null {
  const list = valueAt(spec, 'policyTypes');
  return list?.type === 'list' && list.items.length > 0 ? list.range : null;
}

/** SEMANTICS 1.4, 1.5, 2.11, 2.12 */
function readTypes(notes: Notes, spec: MapTree, hasEgressRules: boolean): readonly Direction[] {
  const list = listAt(notes, spec, 'policyTypes', 'spec');
  const items = list?.items ?? [];
  if (list === null || items.length === 0) {
    return hasEgressRules ? ['ingress', 'egress'] : ['ingress'];
  }
  if (items.length > 2) {
    notes.error(
      'invalid-policy-type',
      list.range,
      'policyTypes has at most two items: Ingress and Egress.',
      withoutRepeats(notes, list),
    );
    return [];
  }
  return items.flatMap((item, index) => {
    const text = asString(notes, item, `spec.policyTypes[${index}]`);
    if (text === 'Ingress') return ['ingress'];
    if (text === 'Egress') return ['egress'];
    if (text !== null) {
      notes.error(
        'invalid-policy-type',
        item.range,
        `A policy type is Ingress or Egress, written so; not "${shorten(text)}".`,
        rewriteNear(notes, item, ['Ingress', 'Egress']),
      );
    }
    return [];
  });
}

/** Missing, null and [] are no rules; an empty rule allows everything (SEMANTICS 1.6). */
function readRules(notes: Notes, spec: MapTree, direction: Direction): Rule[] {
  const list = listAt(notes, spec, direction, 'spec');
  return (list?.items ?? []).flatMap((item, index) => {
    const path = `spec.${direction}[${index}]`;
    // A null item decodes to an empty rule.
    const tree = isNull(item) ? { ...emptyMap(spec), range: item.range } : asMap(notes, item, path);
    return tree === null ? [] : [readRule(notes, tree, direction, index, path)];
  });
}

function readRule(
  notes: Notes,
  tree: MapTree,
  direction: Direction,
  index: number,
  path: string,
): Rule {
  const peersField = direction === 'ingress' ? 'from' : 'to';
  const peers = listAt(notes, tree, peersField, path)?.items ?? [];
  const ports = listAt(notes, tree, 'ports', path)?.items ?? [];
  const readPeers = peers.flatMap((item, at) => {
    const peer = readPeer(notes, item, `${path}.${peersField}[${at}]`);
    return peer === null ? [] : [peer];
  });
  const readPorts = ports.flatMap((item, at) => {
    const port = readRulePort(notes, item, `${path}.ports[${at}]`);
    return port === null ? [] : [port];
  });
  return {
    index,
    range: tree.range,
    // An entry that can't be read refuses the whole policy, so an empty list here was empty there.
    peers: peers.length === 0 ? null : readPeers,
    ports: ports.length === 0 ? null : readPorts,
  };
}

/** SEMANTICS 1.9–1.12, 2.8 */
function readPeer(notes: Notes, item: Tree, path: string): RulePeer | null {
  const tree = isNull(item) ? null : asMap(notes, item, path);
  if (tree === null) {
    if (isNull(item)) notes.error('missing-peer', item.range, missingPeer(path));
    return null;
  }
  const pods = selectorAt(notes, tree, 'podSelector', path);
  const namespaces = selectorAt(notes, tree, 'namespaceSelector', path);
  const block = valueAt(tree, 'ipBlock');
  if (block === null) {
    if (pods === null && namespaces === null) {
      notes.error('missing-peer', tree.range, missingPeer(path));
      return null;
    }
    return { kind: 'pods', range: tree.range, namespaces, pods };
  }
  if (pods !== null || namespaces !== null) {
    notes.error(
      'mixed-peer',
      tree.entries.at(-1)?.keyRange ?? tree.range,
      `${path} may not have both ipBlock and a selector. Make two entries of it, each with its own "- ".`,
    );
    return null;
  }
  return readBlock(notes, tree, path);
}

function missingPeer(path: string): string {
  return `${path} is empty and would match nothing. Write podSelector, namespaceSelector or ipBlock; to match every pod of all namespaces write namespaceSelector: {}.`;
}

/** SEMANTICS 1.12, 2.9, 2.10 */
function readBlock(notes: Notes, peer: MapTree, path: string): RulePeer | null {
  const tree = mapAt(notes, peer, 'ipBlock', path);
  if (tree === null) return null;
  const at = `${path}.ipBlock`;
  const value = valueAt(tree, 'cidr');
  const text = stringAt(notes, tree, 'cidr', at);
  const place = entryOf(tree, 'cidr')?.value.range ?? tree.range;
  if (value === null || text === '') {
    notes.error('invalid-cidr', place, `${at}.cidr is required: write a block, as 10.0.0.0/8.`);
  }
  const holes = listAt(notes, tree, 'except', at)?.items ?? [];
  const cidr =
    text === null || text === '' ? null : checkedCidr(notes, text, place, holes.length === 0);
  const except = holes.flatMap((item, index) => {
    const exceptText = asString(notes, item, `${at}.except[${index}]`);
    const inner = exceptText === null ? null : checkedCidr(notes, exceptText, item.range, false);
    if (inner === null || cidr === null) return [];
    const isStrictSubset =
      containsCidr(cidr, inner) && (inner.first !== cidr.first || inner.last !== cidr.last);
    if (!isStrictSubset) {
      notes.error(
        'invalid-except',
        item.range,
        `except must lie inside ${cidr.text} and be smaller than it; ${inner.text} does not.`,
      );
    }
    return [inner];
  });
  if (cidr === null) return null;
  const written = { cidr: place, except: holes.map(({ range }) => range) };
  return { kind: 'block', range: peer.range, cidr, except, place: written };
}

function checkedCidr(
  notes: Notes,
  text: string,
  place: Range,
  mayBeOneAddress: boolean,
): Cidr | null {
  const reading = readCidr(text);
  if (!reading.ok) {
    const fix = mayBeOneAddress ? withMask(notes, text, place) : null;
    notes.error('invalid-cidr', place, reading.message, fix);
    return null;
  }
  if (reading.warning !== null) {
    const { text: masked } = reading.cidr;
    const fix = rewrite(notes.text, place, text, masked, `Write ${masked}`);
    notes.warning('sloppy-cidr', place, reading.warning, fix);
  }
  return reading.cidr;
}

/** An address as the block of itself; one that ends like a network may lack another mask. */
function withMask({ text: source }: Notes, text: string, place: Range): NoteFix | null {
  const address = readAddress(text);
  if (address === null || /(?:\.0|::)$/.test(text)) return null;
  const block = `${text}/${address.family === 4 ? 32 : 128}`;
  return rewrite(source, place, text, block, `Write ${block}`);
}
