// Inflates what a stranger sent, and stops before it fills the memory.
import { Inflate } from 'fflate';

/**
 * A slice of 1 KB can grow to about 1 MB at most, so the cap is passed by no more than that.
 * Pushing the input whole would inflate all of it before anyone could say stop.
 */
const SLICE = 1024;

export type Inflated =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** `inflated`: bytes that had come out when it was refused. */
  | {
      readonly ok: false;
      readonly reason: 'damaged' | 'too-large';
      readonly inflated: number;
    };

export function inflateWithin(
  deflated: Uint8Array,
  mostBytes: number,
  dictionary: Uint8Array,
): Inflated {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate({ dictionary }, (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
  });
  try {
    for (let at = 0; at < deflated.length; at += SLICE) {
      const last = at + SLICE >= deflated.length;
      stream.push(deflated.subarray(at, at + SLICE), last);
      if (size > mostBytes) return { ok: false, reason: 'too-large', inflated: size };
    }
  } catch {
    return { ok: false, reason: 'damaged', inflated: size };
  }
  return { ok: true, bytes: join(chunks, size) };
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
