// What the engine needs of a pod's spec: the ports that have names, and whose network it is on.
import { type ContainerPort, FIRST_PORT, LAST_PORT } from '../model/port.ts';
import type { Range } from '../model/span.ts';
import { asMap, booleanAt, entryOf, integerAt, listAt, stringAt, valueAt } from './fields.ts';
import type { Notes } from './notes.ts';
import { protocolAt } from './policy-port.ts';
import type { MapTree } from './tree.ts';

export interface PodSpec {
  readonly ports: readonly ContainerPort[];
  readonly hostNetwork: boolean;
}

export const NO_POD_SPEC: PodSpec = { ports: [], hostNetwork: false };

export function readPodSpec(notes: Notes, spec: MapTree, path: string): PodSpec {
  const ports: { port: ContainerPort; range: Range }[] = [];
  const addPorts = (container: MapTree, at: string) => {
    listAt(notes, container, 'ports', at)?.items.forEach((item, index) => {
      const tree = asMap(notes, item, `${at}.ports[${index}]`);
      const port = tree === null ? null : readContainerPort(notes, tree, `${at}.ports[${index}]`);
      if (port !== null) ports.push({ port, range: item.range });
    });
  };
  listAt(notes, spec, 'containers', path)?.items.forEach((item, index) => {
    const container = asMap(notes, item, `${path}.containers[${index}]`);
    if (container !== null) addPorts(container, `${path}.containers[${index}]`);
  });
  listAt(notes, spec, 'initContainers', path)?.items.forEach((item, index) => {
    const container = asMap(notes, item, `${path}.initContainers[${index}]`);
    if (container !== null && isSidecar(container)) {
      addPorts(container, `${path}.initContainers[${index}]`);
    }
  });
  noteDoubleNames(notes, ports);
  return {
    ports: ports.map(({ port }) => port),
    hostNetwork: booleanAt(notes, spec, 'hostNetwork', path) ?? false,
  };
}

/** Only an init container that keeps running serves anything (SEMANTICS 1.17). */
function isSidecar(container: MapTree): boolean {
  const policy = valueAt(container, 'restartPolicy');
  return policy?.type === 'scalar' && policy.value === 'Always';
}

function readContainerPort(notes: Notes, tree: MapTree, path: string): ContainerPort | null {
  const number = integerAt(notes, tree, 'containerPort', path);
  if (number === null) return null;
  if (number < FIRST_PORT || number > LAST_PORT) {
    notes.error(
      'invalid-port',
      entryOf(tree, 'containerPort')?.value.range ?? tree.range,
      `A port is a number from 1 to 65535, not ${number}.`,
    );
    return null;
  }
  // A protocol that can't be understood must not become TCP: the port is left out, its note stays.
  const hasProtocol = valueAt(tree, 'protocol') !== null;
  const protocol = protocolAt(notes, tree, path);
  if (hasProtocol && protocol === null) return null;
  return { name: stringAt(notes, tree, 'name', path), protocol: protocol ?? 'TCP', number };
}

/** One name for two ports of one pod: a policy that uses the name opens both (SEMANTICS 1.17). */
function noteDoubleNames(
  notes: Notes,
  ports: readonly { readonly port: ContainerPort; readonly range: Range }[],
): void {
  const numbers = new Map<string, number>();
  for (const { port, range } of ports) {
    if (port.name === null) continue;
    const key = `${port.protocol}/${port.name}`;
    const before = numbers.get(key);
    if (before !== undefined && before !== port.number) {
      notes.warning(
        'ambiguous-port-name',
        range,
        `Two ${port.protocol} ports of this pod are named "${port.name}", ${before} and ${port.number}: a policy that uses the name means both.`,
      );
    }
    numbers.set(key, port.number);
  }
}
