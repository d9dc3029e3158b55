// Good and bad examples of unused-baseline.
import { judge } from './judge.ts';
import { baseline, clusterPolicy, deployment, policy } from './manifests.ts';

const WEB = deployment('shop/web', 'app: web');
const DB = deployment('shop/db', 'app: db');
const DENY_IN = '\ningress:\n- action: Deny\n  from:\n  - namespaces: {}';
const DENY_OUT = '\negress:\n- action: Deny\n  to:\n  - namespaces: {}';
const ALL = 'subject:\n  namespaces: {}';
const isolate = (place: string, types: string, selector = '{}') =>
  policy(place, `podSelector: ${selector}\npolicyTypes: [${types}]`);

judge('unused-baseline', {
  good: {
    'no NetworkPolicy': [WEB, baseline(`${ALL}${DENY_IN}`)],
    'a pod is left to it': [
      WEB,
      DB,
      isolate('shop/web-only', 'Ingress', '{matchLabels: {app: web}}'),
      baseline(`${ALL}${DENY_IN}`),
    ],
    'a direction is left to it': [
      WEB,
      isolate('shop/in', 'Ingress'),
      baseline(`${ALL}${DENY_IN}${DENY_OUT}`),
    ],
    'the admin tier is asked before': [
      WEB,
      isolate('shop/in', 'Ingress'),
      clusterPolicy('p', `tier: Admin\npriority: 1\n${ALL}${DENY_IN}`),
    ],
  },
  bad: {
    'a default deny in the only namespace': {
      documents: [WEB, DB, isolate('shop/in', 'Ingress'), baseline(`${ALL}${DENY_IN}`, '▸default')],
      level: 'info',
      says: /NetworkPolicies \(shop\/in\) isolate the ingress of all 2 workloads that this policy selects: it is asked for none of them/,
    },
    'both directions, by two policies': {
      documents: [
        WEB,
        isolate('shop/in', 'Ingress'),
        isolate('shop/out', 'Egress'),
        clusterPolicy('▸base', `tier: Baseline\npriority: 1\n${ALL}${DENY_IN}${DENY_OUT}`),
      ],
      level: 'info',
      says: /NetworkPolicies \(shop\/in and shop\/out\) isolate the ingress and egress of the one workload/,
    },
    'the selected pods only': {
      documents: [
        WEB,
        DB,
        isolate('shop/web', 'Egress', '{matchLabels: {app: web}}'),
        clusterPolicy(
          '▸base',
          `tier: Baseline\npriority: 1\nsubject:\n  pods: {podSelector: {matchLabels: {app: web}}}${DENY_OUT}`,
        ),
      ],
      level: 'info',
      says: /isolate the egress of the one workload/,
    },
  },
});
