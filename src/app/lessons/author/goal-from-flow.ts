// What is selected in the picture, as a goal names it.
import {
  type Analysis,
  type IntendedFlow,
  isAllPorts,
  isEmptyPortSet,
  type PortSet,
  PROTOCOLS,
  rangeText,
  readFlows,
} from '../../../core/index.ts';
import type { Selection } from '../../store.ts';

export interface PickedFlow {
  readonly from: IntendedFlow['from'];
  readonly to: IntendedFlow['to'];
  /** As it is now, which is what its author has just set up. */
  readonly expect: IntendedFlow['expect'];
  /** As the field of ports takes them; empty for all. */
  readonly ports: string;
}

/** null where no flow is selected. */
export function pickedFlow(selection: Selection | null, analysis: Analysis): PickedFlow | null {
  if (selection?.kind !== 'flow') return null;
  const ends = { from: endOf(selection.source), to: endOf(selection.destination) };
  const [source, destination] = [selection.source, selection.destination].map((id) =>
    analysis.peers.findIndex((peer) => peer.id === id),
  );
  if (source === undefined || destination === undefined || source < 0 || destination < 0) {
    return { ...ends, expect: 'allow', ports: '' };
  }
  const { allowed } = readFlows(analysis).flow(source, destination);
  if (isEmptyPortSet(allowed)) return { ...ends, expect: 'deny', ports: '' };
  return { ...ends, expect: 'allow', ports: isAllPorts(allowed) ? '' : portsText(allowed) };
}

/** Where one edge stands for a namespace, all of its workloads are meant. */
function endOf(id: string): string | readonly string[] {
  if (id.startsWith(GROUP)) return `${id.slice(GROUP.length)}/*`;
  const blocks = id.split(' ');
  return blocks.length > 1 ? blocks : id;
}

const GROUP = 'namespace:';

function portsText(set: PortSet): string {
  return PROTOCOLS.flatMap((protocol) =>
    set[protocol].map((range) =>
      protocol === 'TCP' ? rangeText(range) : `${rangeText(range)}/${protocol}`,
    ),
  ).join(', ');
}

/** null for all of them. */
export function portsIn(text: string): readonly string[] | null {
  const ports = text
    .split(/[\s,]+/)
    .map((port) => port.trim())
    .filter((port) => port !== '');
  return ports.length === 0 ? null : ports;
}

/** A short name for people: without kind and without brackets. */
export function endName(end: IntendedFlow['from']): string {
  const ids = typeof end === 'string' ? [end] : end;
  return ids.map((id) => id.replace(/\[[A-Za-z]+\]$/, '')).join(' ');
}
