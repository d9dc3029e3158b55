// Good and bad examples of selects-nothing.
import { judge } from './judge.ts';
import { adminPolicy, clusterPolicy, deployment, namespace, policy } from './manifests.ts';

const WEB = deployment('shop/web', 'app: web, tier: front');
const DATABASE = deployment('shop/database', 'app: database, tier: back');

judge('selects-nothing', {
  good: {
    'it selects a pod': [
      WEB,
      policy('shop/p', 'podSelector: {matchLabels: {app: web, tier: front}}'),
    ],
    'it selects whatever comes': [policy('shop/p', 'podSelector: {}')],
    'the input shows no pod of its namespace': [
      WEB,
      policy('other/p', 'podSelector: {matchLabels: {app: web}}'),
    ],
    'a namespace that a manifest declares, however like another': [
      WEB,
      namespace('shops', 'team: shop'),
      policy('shops/p', 'podSelector: {}'),
    ],
    'a label that the cluster chooses may match': [
      WEB,
      policy('shop/p', 'podSelector: {matchLabels: {pod-template-hash: 6d4cf56db6}}'),
    ],
    'an absent label satisfies NotIn': [
      WEB,
      policy(
        'shop/p',
        'podSelector: {matchExpressions: [{key: env, operator: NotIn, values: [test]}]}',
      ),
    ],
    "an administrator's policy for pods of any namespace": [
      WEB,
      clusterPolicy(
        'p',
        'tier: Admin\npriority: 1\nsubject:\n  pods: {podSelector: {matchLabels: {app: web}}}',
      ),
    ],
    'a namespace to come, for an administrator': [
      WEB,
      namespace('shop', 'team: shop'),
      adminPolicy('p', 'priority: 1\nsubject:\n  namespaces: {matchLabels: {env: prod}}'),
    ],
  },
  bad: {
    'a slip in the name of its namespace': {
      documents: [WEB, policy('shpo/p', 'podSelector: ▸{}')],
      level: 'warning',
      says: /No manifest declares namespace shpo, .*Did you mean shop\?/,
    },
    'a letter is missing': {
      documents: [
        WEB,
        DATABASE,
        policy(
          'shop/p',
          `podSelector:
  matchLabels:
    tier: back
    ▸app: databse`,
        ),
      ],
      level: 'warning',
      says: /None of the 2 workloads .* shop\/database\[Deployment\] has app=database/,
      fixed: /\n {6}app: database$/,
    },
    'upper case counts': {
      documents: [WEB, policy('shop/p', 'podSelector: {matchLabels: {▸app: Web}}')],
      level: 'warning',
      says: /The only workload .* shop\/web\[Deployment\] has app=web/,
      fixed: /\{app: web\}/,
    },
    'another key has the value': {
      documents: [
        DATABASE,
        policy('shop/p', 'podSelector: {matchLabels: {▸app.kubernetes.io/name: database}}'),
      ],
      level: 'warning',
      says: /has app=database/,
      fixed: /\{app: database\}/,
    },
    'no pod has the value': {
      documents: [WEB, DATABASE, policy('shop/p', 'podSelector: ▸{matchLabels: {app: queue}}')],
      level: 'warning',
      says: /The nearest is shop\/(web|database)\[Deployment\] with app=/,
    },
    'no pod has the key, which those of an operator may': {
      documents: [WEB, policy('shop/p', 'podSelector: ▸{matchLabels: {operated: "true"}}')],
      level: 'info',
      says: /operated=true, so this policy selects nothing/,
    },
    'an operator of the input may make the pods': {
      documents: [
        WEB,
        `apiVersion: db.example.org/v1
kind: Cluster
metadata:
  name: main
  namespace: shop`,
        policy('shop/p', 'podSelector: ▸{matchLabels: {app: queue}}'),
      ],
      level: 'info',
      says: /selects nothing/,
    },
    'the namespace was forgotten': {
      documents: [WEB, policy('default/p', 'podSelector: ▸{matchLabels: {app: web}}')],
      level: 'warning',
      says: /Write metadata.namespace: shop/,
    },
    "an administrator's namespace with a slip": {
      documents: [
        WEB,
        namespace('shop', 'team: storefront'),
        clusterPolicy(
          'p',
          'tier: Admin\npriority: 1\nsubject:\n  namespaces: {matchLabels: {▸team: storefrnt}}',
        ),
      ],
      level: 'warning',
      says: /Namespace shop has team=storefront: was that meant\? This policy selects nothing\./,
      fixed: /\{team: storefront\}/,
    },
    "an administrator's pods with a slip": {
      documents: [
        DATABASE,
        adminPolicy(
          'p',
          `priority: 1
subject:
  pods:
    namespaceSelector: {}
    podSelector: {matchLabels: {▸app: databse}}`,
        ),
      ],
      level: 'warning',
      says: /shop\/database\[Deployment\] has app=database/,
      fixed: /\{app: database\}/,
    },
  },
});
