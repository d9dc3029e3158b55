// How ports are written in an intent: `80`, `8000-8999`, `53/UDP`, `UDP`, `http`, `dns/UDP`.
import { FIRST_PORT, LAST_PORT, type PortRange, PROTOCOLS, type Protocol } from './port.ts';

export type AskedPort =
  | { readonly kind: 'range'; readonly protocol: Protocol; readonly range: PortRange }
  /** The destination's port of that name; null: of any protocol. */
  | { readonly kind: 'name'; readonly protocol: Protocol | null; readonly name: string };

export type AskedPortReading =
  | { readonly ok: true; readonly port: AskedPort }
  | { readonly ok: false; readonly message: string };

const RANGE = /^([0-9]{1,5})(?:-([0-9]{1,5}))?$/;
/** As the API has it, at least one letter among them (SEMANTICS 2.7). */
const NAME = /^(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_NAME = 15;

/** A number without a protocol is one of TCP, as in a policy; a name without one has any. */
export function readAskedPort(written: string | number): AskedPortReading {
  const text = `${written}`.trim();
  const [first = '', second, ...more] = text.split('/');
  const whole = second === undefined ? PROTOCOLS.find((protocol) => protocol === first) : undefined;
  if (whole !== undefined) return range(whole, FIRST_PORT, LAST_PORT);
  // Both `53/UDP`, as kubectl prints it, and `UDP/53` can mean only one thing.
  const last = second === undefined ? null : protocolOf(second);
  const protocol = last ?? (second === undefined ? null : protocolOf(first));
  const port = second === undefined || last !== null ? first : second;
  if (more.length > 0 || (second !== undefined && protocol === null)) return fail(text);
  const numbers = RANGE.exec(port);
  if (numbers !== null) {
    const from = Number(numbers[1]);
    return range(protocol ?? 'TCP', from, Number(numbers[2] ?? from));
  }
  if (!NAME.test(port) || port.length > LONGEST_NAME) return fail(text);
  return { ok: true, port: { kind: 'name', protocol, name: port } };
}

function protocolOf(text: string): Protocol | null {
  return PROTOCOLS.find((protocol) => protocol === text.toUpperCase()) ?? null;
}

function range(protocol: Protocol, from: number, to: number): AskedPortReading {
  if (from >= FIRST_PORT && from <= to && to <= LAST_PORT) {
    return { ok: true, port: { kind: 'range', protocol, range: { from, to } } };
  }
  return {
    ok: false,
    message: `Ports go from ${FIRST_PORT} to ${LAST_PORT}, the smaller first; this is ${from}${from === to ? '' : `-${to}`}.`,
  };
}

function fail(text: string): AskedPortReading {
  const shown = text.length <= 60 ? text : `${text.slice(0, 57)}…`;
  return {
    ok: false,
    message: `"${shown}" is no port: write 80, 8000-8999, 53/UDP, UDP, or the name of a port.`,
  };
}
