// Good and bad examples of missing-port-name.
import { judge } from './judge.ts';
import { adminPolicy, clusterPolicy, deployment, policy, service } from './manifests.ts';

const WEB = deployment('shop/web', 'app: web', '{name: http, containerPort: 8080}');
const DNS = deployment('shop/dns', 'app: dns', '{name: dns, containerPort: 53, protocol: UDP}');
const BARE = deployment('shop/bare', 'app: bare');

function ingress(app: string, port: string): string {
  return policy(
    'shop/p',
    `podSelector: {matchLabels: {app: ${app}}}
ingress:
  - ports: [${port}]`,
  );
}

function egress(to: string, port: string): string {
  return policy(
    'shop/p',
    `podSelector: {matchLabels: {app: bare}}
policyTypes: [Egress]
egress:
  - to: [${to}]
    ports: [${port}]`,
  );
}

const IN_SHOP = '{matchLabels: {kubernetes.io/metadata.name: shop}}';

/** @param rule of ingress, whose destination are the subjects */
function admin(subject: string, port: string): string {
  return clusterPolicy(
    'p',
    `tier: Admin
priority: 1
subject: {namespaces: ${subject}}
ingress:
- action: Deny
  from: [{namespaces: {}}]
  protocols: [{destinationNamedPort: ${port}}]`,
  );
}

function adminEgress(peer: string, port: string): string {
  return adminPolicy(
    'p',
    `priority: 1
subject: {namespaces: {}}
egress:
- action: Allow
  to: [${peer}]
  ports: [{namedPort: ${port}}]`,
  );
}

judge('missing-port-name', {
  good: {
    "an administrator's subject has it, over whatever protocol": [DNS, WEB, admin(IN_SHOP, 'dns')],
    "an administrator's destination may be outside the input": [
      WEB,
      adminEgress('{namespaces: {matchLabels: {team: other}}}', 'http'),
    ],
    'the selected pod has it': [WEB, ingress('web', '{port: http}')],
    'some of the selected pods have it': [
      WEB,
      BARE,
      policy('shop/p', 'podSelector: {}\ningress: [{ports: [{port: http}]}]'),
    ],
    'the destination has it': [
      WEB,
      BARE,
      egress('{podSelector: {matchLabels: {app: web}}}', '{port: http}'),
    ],
    'the destination may be outside the input': [
      WEB,
      BARE,
      egress('{namespaceSelector: {}}', '{port: dns, protocol: UDP}'),
    ],
    'a native sidecar has it': [
      deployment(
        'shop/web',
        'app: web',
        '',
        'initContainers: [{name: proxy, restartPolicy: Always, ports: [{name: proxy, containerPort: 15001}]}]',
      ),
      ingress('web', '{port: proxy}'),
    ],
  },
  bad: {
    "no subject of an administrator's policy has it": {
      documents: [WEB, admin(IN_SHOP, 'web').replace('{dest', '▸{dest')],
      level: 'warning',
      says: /the only workload selected, has no port named "web", so this entry matches nothing\. They name http\./,
    },
    'the namespaces are not told by name, so there may be more of them': {
      documents: [WEB, admin('{}', 'web').replace('{dest', '▸{dest')],
      level: 'info',
      says: /so this entry matches nothing/,
    },
    "no destination of an administrator's rule has it": {
      documents: [
        WEB,
        adminEgress(`{namespaces: ${IN_SHOP}}`, 'https').replace('{named', '▸{named'),
      ],
      level: 'warning',
      says: /the only workload meant, has no port named "https"/,
    },
    'no selected pod has it': {
      documents: [WEB, ingress('web', '▸{port: web}')],
      level: 'warning',
      says: /shop\/web\[Deployment\], the only workload selected, has no TCP port named "web".* They name http\./,
    },
    'the protocol is another': {
      documents: [DNS, ingress('dns', '▸{port: dns}')],
      level: 'warning',
      says: /There is one over UDP: write protocol: UDP/,
    },
    'it is the name of the port of a Service': {
      documents: [
        WEB,
        service('shop/web', 'app: web', '{name: public, port: 80, targetPort: http}'),
        ingress('web', '▸{port: public}'),
      ],
      level: 'warning',
      says: /the name of a port of Service web/,
    },
    'no destination has it': {
      documents: [
        WEB,
        BARE,
        egress('{podSelector: {matchLabels: {app: bare}}}', '{port: 80}, ▸{port: http}'),
      ],
      level: 'warning',
      says: /the only workload meant, has no TCP port named "http".* Their containers name no ports/,
    },
    'addresses have no names': {
      documents: [BARE, egress('{ipBlock: {cidr: 192.0.2.0/24}}', '▸{port: https}')],
      level: 'warning',
      says: /A port name means nothing towards an ipBlock/,
    },
  },
});
