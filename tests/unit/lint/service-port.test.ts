// Good and bad examples of service-port.
import { judge } from './judge.ts';
import { adminPolicy, clusterPolicy, deployment, policy, service } from './manifests.ts';

const WEB = deployment('shop/web', 'app: web', '{name: http, containerPort: 8080}');
const CLIENT = deployment('shop/client', 'app: client');
const MAPPED = service('shop/web', 'app: web', '{port: 80, targetPort: 8080}');

function ingress(...ports: readonly string[]): string {
  return policy(
    'shop/p',
    `podSelector: {matchLabels: {app: web}}
ingress:
  - ports: [${ports.join(', ')}]`,
  );
}

function egress(to: string, port: string): string {
  return policy(
    'shop/p',
    `podSelector: {matchLabels: {app: client}}
policyTypes: [Egress]
egress:
  - to: [${to}]
    ports: [${port}]`,
  );
}

function admin(...protocols: readonly string[]): string {
  return clusterPolicy(
    'p',
    `tier: Admin
priority: 1
subject:
  pods: {podSelector: {matchLabels: {app: web}}}
ingress:
- action: Accept
  from: [{namespaces: {}}]
  protocols: [${protocols.join(', ')}]`,
  );
}

function adminEgress(peers: string, port: string): string {
  return adminPolicy(
    'p',
    `priority: 1
subject: {namespaces: {}}
egress:
- action: Deny
  to: [${peers}]
  ports: [${port}]`,
  );
}

const TO_WEB = '{pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: web}}}}';

judge('service-port', {
  good: {
    "the pod's port, in an administrator's policy": [
      WEB,
      MAPPED,
      admin('{tcp: {destinationPort: {number: 8080}}}'),
    ],
    "an administrator's rule lists both": [
      WEB,
      MAPPED,
      admin('{tcp: {destinationPort: {number: 80}}}', '{tcp: {destinationPort: {number: 8080}}}'),
    ],
    "an administrator's rule is about addresses, too": [
      WEB,
      MAPPED,
      adminEgress(`${TO_WEB}, {networks: [192.0.2.0/24]}`, '{portNumber: {port: 80}}'),
    ],
    "the pod's port": [WEB, MAPPED, ingress('{port: 8080}')],
    'both of them': [WEB, MAPPED, ingress('{port: 80}', '{port: 8080}')],
    'the Service translates nothing': [
      WEB,
      service('shop/web', 'app: web', '{port: 8080}'),
      ingress('{port: 8080}'),
    ],
    'the pod declares no ports, so it may listen there': [
      deployment('shop/web', 'app: web'),
      MAPPED,
      ingress('{port: 80}'),
    ],
    'the pod listens there as well': [
      deployment('shop/web', 'app: web', '{containerPort: 80}, {containerPort: 8080}'),
      MAPPED,
      ingress('{port: 80}'),
    ],
    'the port may be that of an address outside': [
      WEB,
      CLIENT,
      MAPPED,
      egress(
        '{podSelector: {matchLabels: {app: web}}}, {ipBlock: {cidr: 192.0.2.0/24}}',
        '{port: 80}',
      ),
    ],
    'another protocol': [
      WEB,
      service('shop/web', 'app: web', '{port: 80, targetPort: 8080, protocol: UDP}'),
      ingress('{port: 80}'),
    ],
  },
  bad: {
    "an administrator's rule has the Service's port": {
      documents: [WEB, MAPPED, admin('{tcp: {destinationPort: {number: ▸80}}}')],
      level: 'warning',
      says: /80 is the port of Service shop\/web; its pods listen on 8080/,
      fixed: /tcp: \{destinationPort: \{number: 8080\}\}/,
    },
    "an administrator's egress rule has it": {
      documents: [WEB, MAPPED, adminEgress(TO_WEB, '{portNumber: {protocol: TCP, port: ▸80}}')],
      level: 'warning',
      says: /Write 8080/,
      fixed: /port: 8080\}/,
    },
    'a range of this one port, which no number replaces': {
      documents: [WEB, MAPPED, adminEgress(TO_WEB, '{portRange: ▸{start: 80, end: 80}}')],
      level: 'warning',
      says: /Write 8080/,
    },
    'ingress on the port of the Service': {
      documents: [WEB, MAPPED, ingress('{port: ▸80}')],
      level: 'warning',
      says: /80 is the port of Service shop\/web; its pods listen on 8080/,
      fixed: /\{port: 8080\}/,
    },
    'egress to the port of the Service': {
      documents: [
        WEB,
        CLIENT,
        MAPPED,
        egress('{podSelector: {matchLabels: {app: web}}}', '{protocol: TCP, port: ▸80}'),
      ],
      level: 'warning',
      says: /Write 8080/,
      fixed: /\{protocol: TCP, port: 8080\}/,
    },
    'the target is a name': {
      documents: [
        WEB,
        service('shop/web', 'app: web', '{port: 443, targetPort: http}'),
        ingress('{port: ▸443}'),
      ],
      level: 'warning',
      says: /its pods listen on 8080/,
      fixed: /\{port: 8080\}/,
    },
  },
});
