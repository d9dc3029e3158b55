// Addresses for what has none in the manifests, from the ranges that kubeadm and Flannel use by default.
import { hashOf } from './naming.ts';

/** A block of IPv4 addresses, as numbers. */
export interface Block {
  readonly first: number;
  /** How many addresses it has. */
  readonly size: number;
}

export const POD_BLOCK = '10.244.0.0/16';
export const SERVICE_BLOCK = '10.96.0.0/12';
/** Of the Service `kubernetes`, which every cluster has. */
export const API_SERVER_ADDRESS = '10.96.0.1';

/** The first block of IPv4 among those that are given, else the usual one. */
export function blockOf(ranges: readonly string[], usual: string): Block {
  return (
    readBlock(ranges.find((range) => readBlock(range) !== null) ?? usual) ?? { first: 0, size: 1 }
  );
}

function readBlock(text: string): Block | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (parts === null) return null;
  const [a = 0, b = 0, c = 0, d = 0, bits = 0] = parts.slice(1).map(Number);
  if (bits > 32 || Math.max(a, b, c, d) > 255) return null;
  const size = 2 ** (32 - bits);
  const number = ((a * 256 + b) * 256 + c) * 256 + d;
  return { first: number - (number % size), size };
}

/** False for what is no IPv4 address. */
export function isInBlock({ first, size }: Block, address: string): boolean {
  const found = readBlock(`${address}/32`);
  return found !== null && found.first >= first && found.first < first + size;
}

/** Gives each name an address of its own; a name keeps it as long as no other comes to want the same. */
export function createAddresses(block: Block, taken: Iterable<string>): (name: string) => string {
  const used = new Set(taken);
  return (name) => {
    const start = hashOf(name) % block.size;
    // A block that is full gives the same address twice rather than none.
    for (let step = 0; step < 1000; step++) {
      const offset = (start + step) % block.size;
      const last = offset % 256;
      if (block.size > 512 && (last < 2 || last === 255)) continue;
      const text = addressText(block.first + offset);
      if (used.has(text)) continue;
      used.add(text);
      return text;
    }
    return addressText(block.first + start);
  };
}

function addressText(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}
