// Reads one entry of a rule's ports (SEMANTICS 1.14–1.18, 2.5–2.7).
import type { RulePort } from '../model/policy.ts';
import { FIRST_PORT, LAST_PORT, PROTOCOLS, type Protocol } from '../model/port.ts';
import {
  asMap,
  entryOf,
  integerAt,
  isNull,
  shorten,
  stringAt,
  valueAt,
  wrongType,
} from './fields.ts';
import { portNameFault } from './names.ts';
import type { NoteFix, Notes } from './notes.ts';
import { rewrite, rewriteNear, unquote } from './rewriting.ts';
import type { MapTree, ScalarTree, Tree } from './tree.ts';

export function readRulePort(notes: Notes, item: Tree, path: string): RulePort | null {
  // A null item decodes to an empty entry: every TCP port.
  if (isNull(item)) return { range: item.range, valueRange: null, protocol: 'TCP', port: null };
  const tree = asMap(notes, item, path);
  if (tree === null) return null;
  const protocol = protocolAt(notes, tree, path) ?? 'TCP';
  const protocolRange = valueAt(tree, 'protocol')?.range ?? null;
  const port = valueAt(tree, 'port');
  const endPort = integerAt(notes, tree, 'endPort', path);
  const endPlace = entryOf(tree, 'endPort')?.value.range ?? tree.range;
  if (port === null) {
    if (endPort !== null) {
      notes.error(
        'invalid-port',
        endPlace,
        `${path}.endPort needs a port: the range begins there.`,
      );
    }
    return { range: tree.range, valueRange: null, protocolRange, protocol, port: null };
  }
  if (port.type === 'scalar' && typeof port.value === 'string') {
    const fault = portNameFault(port.value);
    if (fault !== null) {
      const message = `"${shorten(port.value)}" is no port name. ${fault}`;
      notes.error('invalid-port', port.range, message, portFix(notes, port));
    }
    if (endPort !== null) {
      notes.error(
        'invalid-port',
        endPlace,
        `${path}.endPort goes with a port number, not with a name.`,
      );
    }
    return {
      range: tree.range,
      valueRange: port.range,
      protocolRange,
      protocol,
      port: { name: port.value },
    };
  }
  if (port.type !== 'scalar' || typeof port.value !== 'number' || !Number.isInteger(port.value)) {
    wrongType(notes, port, `${path}.port`, 'a number or the name of a container port');
    return null;
  }
  if (port.value < FIRST_PORT || port.value > LAST_PORT) {
    notes.error(
      'invalid-port',
      port.range,
      `A port is a number from 1 to 65535, not ${shorten(port.text)}.`,
    );
  }
  if (endPort !== null && endPort < port.value) {
    notes.error('invalid-port', endPlace, `endPort ${endPort} lies below port ${port.value}.`);
  } else if (endPort !== null && endPort > LAST_PORT) {
    notes.error('invalid-port', endPlace, `endPort is a number from 1 to 65535, not ${endPort}.`);
  }
  return {
    range: tree.range,
    valueRange: port.range,
    protocolRange,
    protocol,
    hasEndPort: endPort !== null,
    port: { from: port.value, to: endPort ?? port.value },
  };
}

/** The protocol of a port entry; null where it is missing, or wrong with a note that says so. */
export function protocolAt(notes: Notes, tree: MapTree, path: string): Protocol | null {
  const value = valueAt(tree, 'protocol');
  const text = stringAt(notes, tree, 'protocol', path);
  if (text === null) return null;
  const found = PROTOCOLS.find((protocol) => protocol === text);
  if (found !== undefined) return found;
  const near = PROTOCOLS.find((protocol) => protocol === text.toUpperCase());
  notes.error(
    'invalid-protocol',
    entryOf(tree, 'protocol')?.value.range ?? tree.range,
    near === undefined
      ? `The protocol is TCP, UDP or SCTP, not "${shorten(text)}".`
      : `Write the protocol in upper case: ${near}.`,
    value === null ? null : rewriteNear(notes, value, PROTOCOLS),
  );
  return null;
}

/** A number in quotes, or a name in capitals. */
function portFix(notes: Notes, port: ScalarTree): NoteFix | null {
  const { text } = port;
  if (/^[0-9]{1,5}$/.test(text)) {
    const number = Number(text);
    const isPort = number >= FIRST_PORT && number <= LAST_PORT;
    return isPort ? unquote(notes.text, port, String(number)) : null;
  }
  const lower = text.toLowerCase();
  return portNameFault(lower) === null
    ? rewrite(notes.text, port.range, text, lower, `Write ${lower}`)
    : null;
}
