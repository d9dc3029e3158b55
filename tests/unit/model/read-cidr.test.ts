// Address blocks are read as the API server reads them (SEMANTICS 2.9).
import { describe, expect, test } from 'vitest';
import { readAddress, readCidr } from '../../../src/core/model/read-cidr.ts';

describe('a block', () => {
  test.each([
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['255.255.255.255/32', '255.255.255.255/32'],
    ['::/0', '::/0'],
    ['2001:DB8:0:0::/32', '2001:db8::/32'],
    ['2001:db8:0:0:1:0:0:1/128', '2001:db8::1:0:0:1/128'],
    ['0:0:0:0:0:0:0:0/0', '::/0'],
    ['64:ff9b::10.0.0.1/128', '64:ff9b::a00:1/128'],
    // An IPv6 address, though it ends like an IPv4 one.
    ['::1.2.3.4/128', '::102:304/128'],
  ])('%s is %s', (written, text) => {
    expect(readCidr(written)).toMatchObject({ ok: true, cidr: { text }, warning: null });
  });

  test('knows its family and its ends', () => {
    expect(readCidr('10.1.0.0/16')).toMatchObject({
      cidr: { family: 4, first: 0x0a010000n, last: 0x0a01ffffn },
    });
    expect(readCidr('2001:db8::/126')).toMatchObject({
      cidr: {
        family: 6,
        first: 0x20010db8000000000000000000000000n,
        last: 0x20010db8000000000000000000000003n,
      },
    });
  });
});

describe('accepted, with a warning that says how it is read', () => {
  test.each([
    ['10.0.0.5/8', '10.0.0.0/8'],
    ['192.168.1.255/24', '192.168.1.0/24'],
    ['2001:db8::1/32', '2001:db8::/32'],
    ['1.2.3.4/0', '0.0.0.0/0'],
    ['::1/0', '::/0'],
    // Leading zeros are decimal, not octal.
    ['010.011.0.0/16', '10.11.0.0/16'],
    ['10.0.0.0/08', '10.0.0.0/8'],
    ['::ffff:10.0.0.0/104', '10.0.0.0/8'],
    ['::ffff:a00:1/128', '10.0.0.1/32'],
    ['::ffff:010.0.0.1/128', '10.0.0.1/32'],
    ['::ffff:10.0.0.0/40', '::/40'],
  ])('%s is %s', (written, text) => {
    const reading = readCidr(written);
    expect(reading).toMatchObject({ ok: true, cidr: { text } });
    expect(reading.ok && reading.warning).toContain(text);
  });
});

describe('refused', () => {
  test.each([
    '',
    '/',
    '/8',
    'a/8',
    '10.0.0.0',
    '::',
    '10/8',
    '10.0.0/8',
    '1.2.3.4.5/8',
    '256.0.0.0/8',
    '1..2.3/8',
    '-1.0.0.0/8',
    '0x0a.0.0.0/8',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/+8',
    '10.0.0.0/8.0',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    ' 10.0.0.0/8',
    '10.0.0.0/8 ',
    '10.0.0.0/255.0.0.0',
    '::/129',
    ':::/0',
    '1::2::3/64',
    '1:2:3:4:5:6:7:8:9/64',
    '1:2:3:4:5:6:7/64',
    '12345::/16',
    '::g/16',
    '::1.2.3/128',
    '::1.2.3.256/128',
    '1:2:3:4:5:6:7:1.2.3.4/128',
    '[::]/0',
    'fe80::1%eth0/64',
    'fe80::/10%eth0',
    '١.0.0.0/8',
  ])('%j', (written) => {
    const reading = readCidr(written);
    if (reading.ok) throw new Error(`it was read as ${reading.cidr.text}`);
    // Says what to write.
    expect(reading.message).toMatch(/[\d:]\/\d/);
  });

  test('a long mistake, without quoting the whole of it', () => {
    for (const written of [
      `${'1'.repeat(100_000)}.0.0.0/8`,
      ':'.repeat(100_000),
      '/'.repeat(100),
    ]) {
      const reading = readCidr(written);
      if (reading.ok) throw new Error(`it was read as ${reading.cidr.text}`);
      expect(reading.message).toContain('10.0.0.0/8');
      expect(reading.message.length).toBeLessThan(250);
    }
  });

  test('a bare address with the prefix length that it lacks', () => {
    expect(readCidr('10.0.0.1')).toMatchObject({ message: expect.stringContaining('10.0.0.1/32') });
    expect(readCidr('fd00::1')).toMatchObject({ message: expect.stringContaining('fd00::1/128') });
  });
});

describe('a single address', () => {
  test.each([
    ['10.0.0.1', 4, '10.0.0.1'],
    ['FD00:0::1', 6, 'fd00::1'],
    ['::ffff:10.0.0.1', 4, '10.0.0.1'],
  ])('%s', (written, family, text) => {
    expect(readAddress(written)).toMatchObject({ family, text });
  });

  test.each(['', 'None', '10.0.0', '10.0.0.0/8', 'fe80::1%eth0', '1'.repeat(99)])(
    '%# is none',
    (written) => {
      expect(readAddress(written)).toBe(null);
    },
  );
});
