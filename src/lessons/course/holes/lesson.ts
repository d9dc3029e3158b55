// Lesson 12: an application whose policies hold five mistakes.
import { lessonOf } from '../../lesson.ts';
import { deployment, documents, namespace, service } from '../../manifests.ts';
import { CLUSTER_DNS } from '../parts.ts';

const DENY = `# Nobody comes in and nobody goes out unless a policy below says so.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
  namespace: tickets
spec:
  podSelector: {}
  policyTypes:
    - Ingress
    - Egress
`;

const dns = (port: number) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: names
  namespace: tickets
spec:
  podSelector: {}
  policyTypes:
    - Egress
  egress:
    - to:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: kube-system
          podSelector:
            matchLabels:
              k8s-app: kube-dns
      ports:
        - protocol: UDP
          port: ${port}
        - protocol: TCP
          port: ${port}
`;

const SITE = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: site
  namespace: tickets
spec:
  podSelector:
    matchLabels:
      app: site
  policyTypes:
    - Ingress
    - Egress
  ingress:
    - ports:
        - port: 8080
  egress:
    - to:
        - podSelector:
            matchLabels:
              app: booking
      ports:
        - port: 8443
`;

const booking = (port: number, dash: '-' | ' ') => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: booking
  namespace: tickets
spec:
  podSelector:
    matchLabels:
      app: booking
  policyTypes:
    - Ingress
    - Egress
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: site
      ports:
        - port: ${port}
    - from:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: monitoring
        ${dash} podSelector:
            matchLabels:
              app: prometheus
      ports:
        - port: 9090
  egress:
    - to:
        - podSelector:
            matchLabels:
              app: db
      ports:
        - port: 5432
`;

const db = (peer: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: db
  namespace: tickets
spec:
  podSelector:
    matchLabels:
      app: db
  policyTypes:
    - Ingress
  ingress:
    - ${peer}
      ports:
        - port: 5432
`;

const OPEN_FROM = 'from: []';

const FROM_BOOKING = `from:
        - podSelector:
            matchLabels:
              app: booking`;

const mailer = (except: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: mailer
  namespace: tickets
spec:
  podSelector:
    matchLabels:
      app: mailer
  policyTypes:
    - Egress
  egress:
    - to:
        - ipBlock:
            cidr: 0.0.0.0/0
            except:
              - 10.0.0.0/8
${except}`;

const LINK_LOCAL = `              - 169.254.0.0/16
`;

const policies = (...texts: readonly string[]) => ({
  name: 'policies.yaml',
  text: documents(DENY, ...texts),
});

/** A cluster whose pods have addresses of the company's network, so that none is in doubt. */
const POD_RANGES = ['10.244.0.0/16'];

export const lesson = lessonOf({
  start: {
    assumptions: { podRanges: POD_RANGES },
    files: [
      policies(dns(5353), SITE, booking(443, '-'), db(OPEN_FROM), mailer('')),
      {
        name: 'tickets.yaml',
        text: documents(
          namespace('tickets'),
          deployment({ namespace: 'tickets', name: 'site', ports: [8080] }),
          service('tickets', 'site', 80, 8080),
          deployment({ namespace: 'tickets', name: 'booking', ports: [8443, 9090] }),
          service('tickets', 'booking', 443, 8443),
          deployment({ namespace: 'tickets', name: 'db', ports: [5432] }),
          service('tickets', 'db', 5432),
          deployment({ namespace: 'tickets', name: 'mailer' }),
        ),
      },
      {
        name: 'monitoring.yaml',
        text: documents(
          namespace('monitoring'),
          deployment({ namespace: 'monitoring', name: 'prometheus', ports: [9090] }),
          deployment({ namespace: 'monitoring', name: 'grafana', ports: [3000] }),
        ),
      },
      { name: 'kube-system.yaml', text: CLUSTER_DNS },
    ],
  },
  findings: ['dns-blocked', 'service-port', 'split-peer'],
  steps: {
    read: {
      predict: { choices: ['open', 'shut', 'both'], answer: 'both' },
    },
    shut: {
      goals: {
        names: {
          from: 'tickets/*',
          to: 'kube-system/coredns',
          ports: ['53/UDP', '53/TCP'],
          expect: 'allow',
        },
        booking: { from: 'tickets/site', to: 'svc/booking', ports: [443], expect: 'allow' },
        only: [
          {
            from: 'tickets/*',
            to: 'kube-system/coredns',
            ports: [5353, '5353/UDP'],
            expect: 'deny',
          },
          { from: 'tickets/db', to: ['203.0.113.7', 'monitoring/*'], expect: 'deny' },
          { from: 'tickets/site', to: 'tickets/booking', ports: [443, 9090], expect: 'deny' },
        ],
      },
      hints: 2,
      solution: {
        files: [policies(dns(53), SITE, booking(8443, '-'), db(OPEN_FROM), mailer(''))],
      },
    },
    open: {
      goals: {
        grafana: [
          { from: 'monitoring/grafana', to: 'tickets/booking', expect: 'deny' },
          { from: 'monitoring/prometheus', to: 'tickets/booking', ports: [9090], expect: 'allow' },
          { from: 'monitoring/prometheus', to: 'tickets/booking', ports: [8443], expect: 'deny' },
        ],
        db: [
          {
            from: ['monitoring/*', '203.0.113.7', 'tickets/site', 'tickets/mailer'],
            to: 'tickets/db',
            expect: 'deny',
          },
          { from: 'tickets/booking', to: 'svc/db', ports: [5432], expect: 'allow' },
        ],
        metadata: [
          { from: 'tickets/mailer', to: ['169.254.169.254', '10.1.2.3'], expect: 'deny' },
          { from: 'tickets/mailer', to: '203.0.113.7', ports: [587], expect: 'allow' },
        ],
      },
      hints: 3,
      solution: {
        files: [policies(dns(53), SITE, booking(8443, ' '), db(FROM_BOOKING), mailer(LINK_LOCAL))],
      },
    },
    after: { predict: { choices: ['tests', 'lint', 'flows'], answer: 'flows' } },
  },
});
