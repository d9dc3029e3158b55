// Manifests with one marked place in, the near misses of a packet out.
import ipaddr from 'ipaddr.js';
import {
  analyze,
  lineCounter,
  type NearMiss,
  nearMisses,
  type Peer,
  type Protocol,
} from '../../../src/core/index.ts';

/** Stands before the one thing that is off; it is taken out before the text is read. */
const MARK = '▸';

export interface Near {
  /** `line:column` of the mark, both from 1. */
  readonly marked: string;
  readonly misses: readonly (NearMiss & { readonly at: string })[];
  /** The text after the edits of a fix. */
  fixed(miss: NearMiss): string;
}

export interface Packet {
  /** `x/a`, or an address outside. */
  readonly from: string;
  readonly to: string;
  readonly protocol?: Protocol;
  readonly port?: number;
}

export function near(documents: readonly string[], packet: Packet): Near {
  const withMark = documents.map((document) => document.trim()).join('\n---\n');
  const offset = withMark.indexOf(MARK);
  const text = withMark.replace(MARK, '');
  const { cluster, analysis, findings } = analyze([{ name: 'input.yaml', text }]);
  const errors = findings.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new Error(`${errors[0]?.message}\n${text}`);
  const position = lineCounter(text);
  const place = (start: number) => {
    const { line, column } = position(start);
    return `${line}:${column}`;
  };
  const { from, to, protocol = 'TCP', port = 80 } = packet;
  const peer = (end: string) => peerOf(analysis.peers, end);
  return {
    marked: offset === -1 ? '' : place(offset),
    misses: nearMisses(cluster, peer(from), peer(to), protocol, port).map((miss) => ({
      ...miss,
      at: place(miss.span.start),
    })),
    fixed: ({ fix }) =>
      [...(fix?.edits ?? [])]
        .sort((one, other) => other.span.start - one.span.start)
        .reduce(
          (edited, { span, text: by }) => edited.slice(0, span.start) + by + edited.slice(span.end),
          text,
        ),
  };
}

function peerOf(peers: readonly Peer[], end: string): Peer {
  if (ipaddr.isValid(end)) {
    const address = ipaddr.parse(end);
    const value = address.toByteArray().reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
    const family = address.kind() === 'ipv4' ? 4 : 6;
    return { type: 'external', id: end, cidrs: [end], sample: { family, value, text: end } };
  }
  const found = peers.find(
    (peer) =>
      peer.type === 'workload' && `${peer.workload.namespace}/${peer.workload.name}` === end,
  );
  if (found === undefined) throw new Error(`there is no ${end}`);
  return found;
}
