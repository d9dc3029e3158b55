// Turns flows into what a link shows of them under the filters; equal answers are one object.
import type { Flow, Flows } from '../engine/flows.ts';
import type { PeerIndex } from '../model/peer.ts';
import { isEmptyPortSet, type PortSet } from '../model/port.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Sides } from './drawing.ts';
import { askedPorts, type Filters, restrict, samePorts } from './filters.ts';
import { portsLabel, portsText } from './names.ts';

export interface Answer {
  readonly verdict: Verdict;
  readonly label: string;
  readonly ports: string;
  readonly moreDepends: boolean;
  readonly sides: Sides | null;
}

/** Reads the answers for the ports that the filters ask about. */
export function answering(
  flows: Flows,
  filters: Filters,
): (source: PeerIndex, destination: PeerIndex) => Answer {
  const asked = askedPorts(filters);
  const known = new Map<string, Answer>();
  const whole = memoize((flow: Flow) => restrictFlow(flow, asked));
  const parts = memoize((flow: Flow) => partsOf(whole(flow), asked));
  const verdict = memoize((flow: Flow) => verdictOf(whole(flow)));
  return (source, destination) => {
    const flow = flows.flow(source, destination);
    const part = parts(flow);
    const egress = verdict(flows.egress(source, destination));
    const ingress = verdict(flows.ingress(source, destination));
    const key = `${part.key}|${egress}|${ingress}`;
    let answer = known.get(key);
    if (answer === undefined) {
      const { label, ports, moreDepends } = part;
      answer = {
        verdict: verdict(flow),
        label,
        ports,
        moreDepends,
        sides: { egress, ingress },
      };
      known.set(key, answer);
    }
    return answer;
  };
}

function restrictFlow(flow: Flow, asked: PortSet): Flow {
  return { allowed: restrict(flow.allowed, asked), depends: restrict(flow.depends, asked) };
}

function verdictOf(flow: Flow): Verdict {
  if (!isEmptyPortSet(flow.allowed)) return 'allow';
  return isEmptyPortSet(flow.depends) ? 'deny' : 'depends';
}

function partsOf(flow: Flow, asked: PortSet) {
  const allowed = portsText(flow.allowed);
  const depends = portsText(flow.depends);
  const told = allowed === '' ? flow.depends : flow.allowed;
  return {
    /** Tells apart whatever differs in any port. */
    key: `${allowed}|${depends}`,
    label: samePorts(told, asked) ? '' : portsLabel(told),
    ports: allowed === '' ? depends : allowed,
    moreDepends: allowed !== '' && depends !== '',
  };
}

function memoize<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = compute(key);
      known.set(key, value);
    }
    return value;
  };
}
