// How blocks of addresses and sets of ports are called.
import { expect, test } from 'vitest';
import { externalName, portsLabel, portsText } from '../../../src/core/drawing/names.ts';
import { ALL_PORTS, NO_PORTS } from '../../../src/core/model/port.ts';
import { tcp } from './fakes.ts';

test.each([
  [['0.0.0.0/0', '::/0'], 'Everywhere'],
  [['::/0'], 'IPv6 everywhere'],
  [['0.0.0.0/0'], 'IPv4 everywhere'],
  [['10.0.0.0/8'], '10.0.0.0/8'],
  [['10.0.0.0/8', '192.168.0.0/16'], '10.0.0.0/8, 192.168.0.0/16'],
  [['10.0.0.0/9', '10.128.0.0/10', '10.192.0.0/10'], '10.0.0.0/9 +2 more'],
  [['0.0.0.0/1', '128.0.0.0/2', '192.0.0.0/3', '::/0'], 'Everywhere else'],
  [['0.0.0.0/1', '128.0.0.0/2', '192.0.0.0/3'], 'Everywhere else'],
  [['::/1', '8000::/2'], 'IPv6 everywhere else'],
])('%j is called %s', (cidrs, name) => {
  expect(externalName(cidrs)).toBe(name);
});

test('ports in full and in short', () => {
  expect(portsText(ALL_PORTS)).toBe('all ports');
  expect(portsText({ ...tcp(80, 443), UDP: ALL_PORTS.UDP })).toBe('TCP 80, 443; all UDP');
  expect(portsLabel({ ...tcp(80), UDP: [{ from: 53, to: 53 }] })).toBe('TCP 80, UDP 53');
  expect(portsLabel({ ...tcp(80, 443), UDP: [{ from: 53, to: 53 }] })).toBe('TCP 80, 443 +1');
  expect(portsLabel({ ...NO_PORTS, SCTP: ALL_PORTS.SCTP })).toBe('all SCTP');
});
