// The names and numbers of ports that the pods meant here declare.
import type { Cluster } from '../model/cluster.ts';
import type { Completion } from './completion.ts';
import { named } from './counted.ts';
import { type DeclaredPort, declaredPorts, podsOfPort } from './ports.ts';
import { inObject, textIn, type WritingSite } from './site.ts';
import { columnOf, writeValue } from './writing.ts';

/** Null where no port of pods is meant. */
export function completePorts(site: WritingSite, cluster: Cluster): readonly Completion[] | null {
  const { path, spot } = site;
  const pods = spot.form === 'value' ? podsOfPort(site, cluster) : null;
  if (pods === null) return null;
  const entry = inObject(site, path.slice(0, -1));
  const protocol = textIn(entry, 'protocol');
  const ports = declaredPorts(pods).filter(
    (port) => protocol === null || port.protocol === protocol,
  );
  const field = path.at(-1);
  const names = field === 'endPort' ? [] : namesOf(ports);
  const numbers = field === 'namedPort' ? [] : numbersOf(ports);
  return [...names, ...numbers].map(({ text, of }) => completionOf(site, text, of, protocol));
}

interface Offer {
  readonly text: string | number;
  readonly of: readonly DeclaredPort[];
}

function namesOf(ports: readonly DeclaredPort[]): readonly Offer[] {
  const names = new Map<string, DeclaredPort[]>();
  for (const port of ports) {
    if (port.name === null) continue;
    names.set(port.name, [...(names.get(port.name) ?? []), port]);
  }
  return [...names].map(([text, of]) => ({ text, of }));
}

function numbersOf(ports: readonly DeclaredPort[]): readonly Offer[] {
  const numbers = new Map<number, DeclaredPort[]>();
  for (const port of ports) numbers.set(port.number, [...(numbers.get(port.number) ?? []), port]);
  return [...numbers].sort(([one], [other]) => one - other).map(([text, of]) => ({ text, of }));
}

function completionOf(
  site: WritingSite,
  text: string | number,
  of: readonly DeclaredPort[],
  written: string | null,
): Completion {
  const protocols = [...new Set(of.map(({ protocol }) => protocol))];
  const numbers = [...new Set(of.map(({ number }) => number))];
  const names = [...new Set(of.flatMap(({ name }) => name ?? []))];
  const workloads = [...new Set(of.flatMap((port) => port.workloads))];
  const other =
    typeof text === 'number' ? named(names) : named(numbers.map((number) => `${number}`));
  const ready = writeValue(site, text);
  const only = protocols.length === 1 ? protocols[0] : undefined;
  // Without its protocol a rule means TCP (SEMANTICS 1.14), and the port would not be met.
  const isLacking = only !== undefined && only !== 'TCP' && written === null && canAdd(site);
  const line = `\n${' '.repeat(columnOf(site))}protocol: ${only}`;
  return {
    kind: 'port',
    label: `${text}`,
    detail: [other, protocols.join(', ')].filter((part) => part !== '').join(' '),
    documentation: `Declared by ${named(workloads.map(({ namespace, name }) => `${namespace}/${name}`))}.${
      isLacking ? ` Adds "protocol: ${only}": without it the rule would mean TCP.` : ''
    }`,
    ...ready,
    insert: isLacking ? ready.insert + line : ready.insert,
  };
}

function canAdd({ spot, path }: WritingSite): boolean {
  return !spot.inFlow && path.at(-1) === 'port';
}
