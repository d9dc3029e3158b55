// Good and bad examples of peer-matches-nothing.
import { judge } from './judge.ts';
import { clusterPolicy, deployment, namespace, policy } from './manifests.ts';

const WEB = deployment('shop/web', 'app: frontend');
const API = deployment('shop/api', 'app: api');
const SCRAPER = deployment('monitoring/prometheus', 'app: prometheus');

function from(...entries: readonly string[]): string {
  return policy(
    'shop/p',
    `podSelector: {matchLabels: {app: api}}
ingress:
  - from:
${entries.map((entry) => `      - ${entry}`).join('\n')}`,
  );
}

judge('peer-matches-nothing', {
  good: {
    'pods of the own namespace': [WEB, API, from('podSelector: {matchLabels: {app: frontend}}')],
    'a namespace that the input does not show': [
      WEB,
      API,
      from(
        `namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}
        podSelector: {matchLabels: {k8s-app: kube-dns}}`,
      ),
    ],
    'a namespace of which only the labels are unknown': [
      WEB,
      API,
      SCRAPER,
      from('namespaceSelector: {matchLabels: {team: observability}}'),
    ],
    'pods of any namespace, which may be one outside the input': [
      WEB,
      API,
      from(
        `namespaceSelector: {}
        podSelector: {matchLabels: {k8s-app: kube-dns}}`,
      ),
    ],
    'addresses outside': [WEB, API, from('ipBlock: {cidr: 192.0.2.0/24}')],
  },
  bad: {
    'a letter is missing': {
      documents: [WEB, API, from('podSelector: {matchLabels: {▸app: fronted}}')],
      level: 'warning',
      says: /None of the 2 workloads in namespace shop.* shop\/web\[Deployment\] has app=frontend/,
      fixed: /app: frontend\}\}$/,
    },
    'clients that may be labelled later': {
      documents: [WEB, API, from('▸podSelector: {matchLabels: {api-client: "true"}}')],
      level: 'info',
      says: /None of the 2 workloads in namespace shop, the policy's own, has api-client=true/,
    },
    'a declared namespace lacks the label that is taken for its name': {
      documents: [
        WEB,
        API,
        SCRAPER,
        namespace('monitoring'),
        from('namespaceSelector: {matchLabels: {▸name: monitoring}}'),
      ],
      level: 'warning',
      says: /Every namespace carries its name as kubernetes\.io\/metadata\.name/,
      fixed: /\{kubernetes\.io\/metadata\.name: monitoring\}/,
    },
    'the name of a namespace is mistyped': {
      documents: [
        WEB,
        API,
        SCRAPER,
        from('namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ▸monitorng}}'),
      ],
      level: 'warning',
      says: /Was monitoring meant\?/,
      fixed: /metadata\.name: monitoring\}/,
    },
    'one entry where two were meant': {
      documents: [
        WEB,
        API,
        SCRAPER,
        from(
          `▸podSelector: {matchLabels: {app: frontend}}
        namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}`,
        ),
      ],
      level: 'warning',
      says: /One entry asks for both: app=frontend in namespaces with kubernetes\.io\/metadata\.name=monitoring/,
    },
    'a namespace of the input without such a pod': {
      documents: [
        WEB,
        API,
        SCRAPER,
        from(
          `▸namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}
        podSelector: {matchLabels: {app: alertmanager}}`,
        ),
      ],
      level: 'info',
      says: /The only workload in namespace monitoring does not have app=alertmanager/,
    },
    "a slip in a peer of an administrator's rule": {
      documents: [
        WEB,
        clusterPolicy(
          'p',
          `tier: Admin
priority: 1
subject:
  namespaces: {}
ingress:
- action: Deny
  from:
  - pods: {podSelector: {matchLabels: {▸app: fronted}}}`,
        ),
      ],
      level: 'warning',
      says: /shop\/web\[Deployment\] has app=frontend: was that meant/,
      fixed: /\{app: frontend\}/,
    },
  },
});
