// How blocks of addresses and sets of ports are called.
import { expect, test } from 'vitest';
import {
  blocksText,
  externalName,
  portsLabel,
  portsText,
} from '../../../src/core/drawing/names.ts';
import { ALL_PORTS, NO_PORTS } from '../../../src/core/model/port.ts';
import { tcp } from './fakes.ts';

test.each([
  [['0.0.0.0/0', '::/0'], 'Everywhere'],
  [['::/0'], 'IPv6 everywhere'],
  [['0.0.0.0/0'], 'IPv4 everywhere'],
  [['10.0.0.0/8'], '10.0.0.0/8'],
  [
    [0, 2, 4, 8, 16, 32, 64, 128].map(
      (second, index) => `10.${second}.0.0/${[16, 15, 14, 13, 12, 11, 10, 9][index]}`,
    ),
    '10.0.0.0/8 but 10.1.0.0/16',
  ],
  [['10.0.0.0/10', '10.128.0.0/10'], '10.0.0.0/8 but 2 blocks'],
  [['2001:db8::/34', '2001:db8:8000::/33'], '2001:db8::/32 but 2001:db8:4000::/34'],
  [['0.0.0.0/1', '128.0.0.0/2', '192.0.0.0/3', '::/0'], 'Everywhere else'],
  [['0.0.0.0/1', '128.0.0.0/2', '192.0.0.0/3'], 'Everywhere else'],
  [['::/1', '8000::/2'], 'IPv6 everywhere else'],
])('%j is called %s', (cidrs, name) => {
  expect(externalName(cidrs)).toBe(name);
});

test('what is left beside named blocks is told by these', () => {
  expect(blocksText(['0.0.0.0/1', '128.0.0.0/2', '192.0.0.0/3', '::/0'])).toBe(
    'all but 224.0.0.0/3',
  );
  expect(blocksText(['0.0.0.0/1', '192.0.0.0/2'])).toBe('0.0.0.0/0 but 128.0.0.0/2');
});

test('ports in full and in short', () => {
  expect(portsText(ALL_PORTS)).toBe('all ports');
  expect(portsText({ ...tcp(80, 443), UDP: ALL_PORTS.UDP })).toBe('TCP 80, 443; all UDP');
  expect(portsLabel({ ...tcp(80), UDP: [{ from: 53, to: 53 }] })).toBe('TCP 80, UDP 53');
  expect(portsLabel({ ...tcp(80, 443), UDP: [{ from: 53, to: 53 }] })).toBe('TCP 80, 443 +1');
  expect(portsLabel({ ...NO_PORTS, SCTP: ALL_PORTS.SCTP })).toBe('all SCTP');
});
