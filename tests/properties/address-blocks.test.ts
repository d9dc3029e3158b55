// The partition of the address space outside the cluster, for random blocks of both families.
import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, test } from 'vitest';
import {
  type AddressPartition,
  cidrsOfRange,
  partitionAddresses,
} from '../../src/core/engine/address-blocks.ts';
import { addressText, bitsOf } from '../../src/core/model/address-text.ts';
import type { Address, Cidr, Family } from '../../src/core/model/cidr.ts';
import { readCidr } from '../../src/core/model/read-cidr.ts';
import { runs } from './runs.ts';

/** Few values, so that blocks nest, touch and repeat; ends of the address space included. */
function addressValue(family: Family): fc.Arbitrary<bigint> {
  const bits = BigInt(bitsOf(family));
  const top = (1n << bits) - 1n;
  const high = 0xan << (bits - 4n);
  return fc.oneof(
    fc.integer({ min: 0, max: 16 }).map(BigInt),
    fc.integer({ min: 0, max: 16 }).map((value) => top - BigInt(value)),
    fc.integer({ min: 0, max: 255 }).map((value) => BigInt(value) << (bits - 8n)),
    fc.integer({ min: 0, max: 16 }).map((value) => high + BigInt(value)),
    fc.bigInt({ min: 0n, max: top }),
  );
}

const family = fc.constantFrom<Family>(4, 6);

const cidr: fc.Arbitrary<Cidr> = family.chain((of) =>
  fc
    .tuple(
      addressValue(of),
      fc.oneof(
        fc.constantFrom(0, 1, 2, bitsOf(of), bitsOf(of) - 1, bitsOf(of) - 4),
        fc.integer({ min: 0, max: bitsOf(of) }),
      ),
    )
    .map(([value, prefix]) => read(`${addressText(of, value)}/${prefix}`)),
);

const cidrs = fc.array(cidr, { maxLength: 12 });

function read(text: string): Cidr {
  const reading = readCidr(text);
  if (!reading.ok) throw new Error(reading.message);
  return reading.cidr;
}

function holds({ family: of, first, last }: Cidr, address: Address): boolean {
  return of === address.family && first <= address.value && address.value <= last;
}

function addressOf(of: Family, value: bigint): Address {
  return { family: of, value, text: addressText(of, value) };
}

/** Every address at which something may begin or end, and its neighbours. */
function probes(input: readonly Cidr[]): readonly Address[] {
  const found = new Map<string, Address>();
  for (const of of [4, 6] as const) {
    const top = (1n << BigInt(bitsOf(of))) - 1n;
    const edges = [0n, top];
    for (const { family: its, first, last } of input) {
      if (its === of) edges.push(first - 1n, first, last, last + 1n);
    }
    for (const value of edges) {
      if (value < 0n || value > top) continue;
      const address = addressOf(of, value);
      found.set(`${of} ${address.text}`, address);
    }
  }
  return [...found.values()];
}

/** Which of the input's blocks an address lies in, as ipaddr.js sees it. */
function membership(input: readonly Cidr[], { text }: Address): string {
  const address = ipaddr.parse(text);
  return [...new Set(input.map((one) => one.text))]
    .filter((one) => {
      const [base, prefix] = ipaddr.parseCIDR(one);
      return base.kind() === address.kind() && address.match(base, prefix);
    })
    .sort()
    .join(' ');
}

function blocksOf(partition: AddressPartition): readonly (readonly Cidr[])[] {
  return partition.blocks.map((block) => block.cidrs.map(read));
}

describe('the blocks', () => {
  test('are all of both families, and no two overlap', () => {
    fc.assert(
      fc.property(cidrs, (input) => {
        const all = blocksOf(partitionAddresses(input)).flat();
        for (const of of [4, 6] as const) {
          const sorted = all
            .filter((one) => one.family === of)
            .sort((a, b) => (a.first < b.first ? -1 : 1));
          let next = 0n;
          for (const { first, last } of sorted) {
            expect(first).toBe(next);
            next = last + 1n;
          }
          expect(next).toBe(1n << BigInt(bitsOf(of)));
        }
      }),
      { numRuns: runs(100) },
    );
  });

  test('hold addresses that lie in the same CIDRs, and different ones hold others', () => {
    fc.assert(
      fc.property(cidrs, (input) => {
        const partition = partitionAddresses(input);
        const blockOf = new Map<string, number>();
        const memberships = new Map<number, string>();
        for (const address of probes(input)) {
          const block = partition.find(address);
          const lies = membership(input, address);
          expect(memberships.get(block) ?? lies).toBe(lies);
          memberships.set(block, lies);
          expect(blockOf.get(lies) ?? block).toBe(block);
          blockOf.set(lies, block);
        }
        // Each block is met at one of its ends.
        expect(memberships.size).toBe(partition.blocks.length);
      }),
      { numRuns: runs(100) },
    );
  });

  test('are found where their CIDRs say', () => {
    fc.assert(
      fc.property(
        cidrs,
        fc.array(
          family.chain((of) => addressValue(of).map((value) => addressOf(of, value))),
          { maxLength: 6 },
        ),
        (input, more) => {
          const partition = partitionAddresses(input);
          const blocks = blocksOf(partition);
          for (const address of [...probes(input), ...more]) {
            const holding = blocks.flatMap((block, at) =>
              block.some((one) => holds(one, address)) ? [at] : [],
            );
            expect(holding).toEqual([partition.find(address)]);
          }
          partition.blocks.forEach(({ sample }, at) => {
            expect(partition.find(sample)).toBe(at);
          });
        },
      ),
      { numRuns: runs(100) },
    );
  });

  test('are named by their fewest CIDRs, ascending, IPv4 first', () => {
    fc.assert(
      fc.property(cidrs, (input) => {
        for (const block of blocksOf(partitionAddresses(input))) {
          block.forEach((one, at) => {
            const next = block[at + 1];
            if (next === undefined) return;
            expect(one.family).toBeLessThanOrEqual(next.family);
            if (one.family !== next.family) return;
            expect(one.first < next.first).toBe(true);
            // Two neighbours of one size that are the halves of a block would be that block.
            const size = one.last - one.first + 1n;
            const isHalf =
              one.last + 1n === next.first &&
              next.last - next.first + 1n === size &&
              one.first % (2n * size) === 0n;
            expect(isHalf).toBe(false);
          });
        }
      }),
      { numRuns: runs(100) },
    );
  });

  test('inside a CIDR of the input are those that it holds', () => {
    fc.assert(
      fc.property(cidrs, (input) => {
        const partition = partitionAddresses(input);
        const blocks = blocksOf(partition);
        for (const outer of input) {
          const { first, end } = partition.inside(outer);
          blocks.forEach((block, at) => {
            const isInside = block.every(
              (one) =>
                one.family === outer.family && outer.first <= one.first && one.last <= outer.last,
            );
            expect(first <= at && at < end).toBe(isInside);
          });
        }
      }),
      { numRuns: runs(100) },
    );
  });

  test('do not depend on the order of the input or on repetition', () => {
    fc.assert(
      fc.property(cidrs, (input) => {
        const names = ({ blocks }: AddressPartition) => blocks.map((block) => block.cidrs);
        const expected = names(partitionAddresses(input));
        expect(names(partitionAddresses([...input].reverse()))).toEqual(expected);
        expect(names(partitionAddresses([...input, ...input]))).toEqual(expected);
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('by hand', () => {
  const partition = (...texts: readonly string[]) =>
    partitionAddresses(texts.map(read)).blocks.map((block) => block.cidrs.join(' '));

  test.each([
    { input: [], blocks: ['0.0.0.0/0 ::/0'] },
    { input: ['0.0.0.0/0'], blocks: ['0.0.0.0/0', '::/0'] },
    { input: ['::/0'], blocks: ['0.0.0.0/0', '::/0'] },
    { input: ['0.0.0.0/0', '::/0'], blocks: ['0.0.0.0/0', '::/0'] },
    { input: ['0.0.0.0/1', '128.0.0.0/1'], blocks: ['0.0.0.0/1', '128.0.0.0/1', '::/0'] },
    {
      input: ['0.0.0.0/0', '0.0.0.0/1', '128.0.0.0/1'],
      blocks: ['0.0.0.0/1', '128.0.0.0/1', '::/0'],
    },
    { input: ['128.0.0.0/1'], blocks: ['0.0.0.0/1 ::/0', '128.0.0.0/1'] },
    { input: ['0.0.0.0/1'], blocks: ['0.0.0.0/1', '128.0.0.0/1 ::/0'] },
    {
      input: ['192.0.0.0/2', '192.0.0.0/3'],
      blocks: ['0.0.0.0/1 128.0.0.0/2 ::/0', '192.0.0.0/3', '224.0.0.0/3'],
    },
    {
      input: ['255.255.255.255/32', '8000::/1'],
      blocks: [
        [
          ...Array.from({ length: 32 }, (_, at) => {
            const value = (0x100000000 - 2 ** (32 - at)) >>> 0;
            return `${[24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.')}/${at + 1}`;
          }),
          '::/1',
        ].join(' '),
        '255.255.255.255/32',
        '8000::/1',
      ],
    },
  ])('$input', ({ input, blocks }) => {
    expect(partition(...input)).toEqual(blocks);
  });
});

describe('a range of addresses', () => {
  test.each([
    { of: 4, from: 0n, to: 0xffffffffn, texts: ['0.0.0.0/0'] },
    { of: 6, from: 0n, to: (1n << 128n) - 1n, texts: ['::/0'] },
    { of: 4, from: 1n, to: 6n, texts: ['0.0.0.1/32', '0.0.0.2/31', '0.0.0.4/31', '0.0.0.6/32'] },
    { of: 4, from: 5n, to: 5n, texts: ['0.0.0.5/32'] },
    { of: 6, from: 2n, to: 9n, texts: ['::2/127', '::4/126', '::8/127'] },
  ] as const)('$texts', ({ of, from, to, texts }) => {
    expect(cidrsOfRange(of, from, to)).toEqual(texts);
  });
});
