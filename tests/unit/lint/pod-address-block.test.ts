// Good and bad examples of pod-address-block (SEMANTICS 1.13, 1.27).
import { judge } from './judge.ts';
import { clusterPolicy, livePod, policy } from './manifests.ts';

function to(block: string): string {
  return policy(
    'shop/p',
    `podSelector: {}
policyTypes: [Egress]
egress:
  - to: [{ipBlock: ${block}}]`,
  );
}

function networks(...blocks: readonly string[]): string {
  return clusterPolicy(
    'p',
    `tier: Admin
priority: 1
subject: {namespaces: {}}
egress:
- action: Accept
  to: [{networks: [${blocks.join(', ')}]}]`,
  );
}

judge('pod-address-block', {
  good: {
    'networks outside': [livePod('shop/a', 'app: a', '10.200.0.9'), networks('192.0.2.0/24')],
    'networks of everything': [livePod('shop/a', 'app: a', '10.200.0.9'), networks('0.0.0.0/0')],
    'addresses outside': [livePod('shop/a', 'app: a', '10.200.0.9'), to('{cidr: 192.0.2.0/24}')],
    everything: [livePod('shop/a', 'app: a', '10.200.0.9'), to('{cidr: 0.0.0.0/0}')],
    'everything but private addresses': [
      livePod('shop/a', 'app: a', '10.200.0.9'),
      to('{cidr: 0.0.0.0/0, except: [10.0.0.0/8]}'),
    ],
    'a private network that no pod of the input is in': [to('{cidr: 10.20.0.0/16}')],
    'the pods are excepted': [
      livePod('shop/a', 'app: a', '10.200.0.9'),
      to('{cidr: 10.0.0.0/8, except: [10.200.0.0/16]}'),
    ],
  },
  bad: {
    "a pod has its address in an administrator's networks": {
      documents: [
        livePod('shop/a', 'app: a', '10.200.0.9'),
        networks('192.0.2.0/24', '▸10.200.0.0/16'),
      ],
      level: 'info',
      says: /shop\/a\[Pod\] has an address in 10\.200\.0\.0\/16\..* by namespaces or pods/,
    },
    "the address of a Service in an administrator's networks": {
      documents: [networks('▸10.96.0.10/32')],
      level: 'info',
      says: /lies in a range that clusters commonly give to Services/,
    },
    'a pod has its address there': {
      documents: [livePod('shop/a', 'app: a', '10.200.0.9'), to('{cidr: ▸10.200.0.0/16}')],
      level: 'info',
      says: /shop\/a\[Pod\] has an address in 10\.200\.0\.0\/16/,
    },
    'the address of a Service, as kubeadm gives it': {
      documents: [to('{cidr: ▸10.96.0.10/32}')],
      level: 'info',
      says: /10\.96\.0\.10\/32 lies in a range that clusters commonly give to Services/,
    },
    'the range of pods, as flannel gives it': {
      documents: [to('{cidr: ▸10.244.0.0/16}')],
      level: 'info',
      says: /commonly give to pods/,
    },
  },
});
