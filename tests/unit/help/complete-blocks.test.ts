// Blocks of addresses that are offered where a rule names one.
import { describe, expect, it } from 'vitest';
import { complete } from '../../../src/core/help/complete.ts';
import { type Assumptions, analyze, NO_ASSUMPTIONS } from '../../../src/core/index.ts';
import { cursorIn } from './cluster.ts';

const { cluster } = analyze([]);

const policy = (egress: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: one
spec:
  podSelector: {}
  egress:
${egress}`;
const admin = (egress: string) => `apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata:
  name: one
spec:
  egress:
${egress}`;

function offered(marked: string, assumed: Partial<Assumptions> = {}) {
  const { text, at } = cursorIn(marked);
  const { items, replace } = complete(text, at, cluster, { ...NO_ASSUMPTIONS, ...assumed });
  const accept = (label: string) => {
    const item = items.find((one) => one.label === label);
    if (item === undefined) throw new Error(`no ${label} among ${items.map((one) => one.label)}`);
    return text.slice(0, replace.start) + item.insert + text.slice(replace.end);
  };
  return { labels: items.map(({ label }) => label), items, accept };
}

const CIDR = policy('    - to:\n        - ipBlock:\n            cidr: |');
const COMMON = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  'fc00::/7',
  'fe80::/10',
];

describe('blocks of addresses', () => {
  it('are all of both families and the private ones, each with a word', () => {
    const { labels, items } = offered(CIDR);
    expect(labels).toEqual(['0.0.0.0/0', '::/0', ...COMMON]);
    expect(items.map(({ detail }) => detail).slice(0, 3)).toEqual([
      'all of IPv4',
      'all of IPv6',
      'private',
    ]);
  });

  it('begin with what is assumed of the cluster', () => {
    const { labels, items } = offered(CIDR, {
      podRanges: ['10.244.0.0/16'],
      nodeRanges: ['192.168.7.0/24'],
      serviceRanges: ['10.96.0.0/12'],
    });
    expect(labels.slice(0, 3)).toEqual(['10.244.0.0/16', '192.168.7.0/24', '10.96.0.0/12']);
    expect(items[0]?.detail).toBe('pods, as assumed');
  });

  it('are written so that YAML reads text', () => {
    expect(offered(CIDR).accept('0.0.0.0/0')).toContain('cidr: 0.0.0.0/0');
    expect(offered(CIDR).accept('::/0')).toContain('cidr: "::/0"');
  });

  it('lie inside the block that they are taken out of, and are not offered twice', () => {
    const except = (cidr: string, items: string) =>
      policy(
        `    - to:\n        - ipBlock:\n            cidr: ${cidr}\n            except:\n${items}`,
      );
    const one = '              - 10.0.0.0/8\n              - |';
    expect(offered(except('0.0.0.0/0', one)).labels).toEqual(
      COMMON.filter((text) => text.includes('.') && text !== '10.0.0.0/8'),
    );
    const first = '              - |';
    expect(offered(except('10.0.0.0/8', first)).labels).toEqual([]);
    expect(offered(except('10.0.0.0/8', first), { podRanges: ['10.244.0.0/16'] }).labels).toEqual([
      '10.244.0.0/16',
    ]);
    expect(offered(except('"::/0"', first)).labels).toEqual(['fc00::/7', 'fe80::/10']);
  });

  it('are offered to the networks of an administrator’s rule', () => {
    const rule =
      '    - action: Deny\n      to:\n        - networks:\n            - 0.0.0.0/0\n            - |';
    expect(offered(admin(rule)).labels).toEqual(['::/0', ...COMMON]);
  });

  it('are not offered elsewhere', () => {
    expect(offered(policy('    - ports:\n        - port: |')).labels).not.toContain('10.0.0.0/8');
  });
});
