// Lesson 7: addresses outside the cluster, and holes in blocks of them.
import { lessonOf } from '../../lesson.ts';
import { deployment, documents, namespace } from '../../manifests.ts';

const mailer = (rules: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: mailer
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: mailer
  policyTypes:
    - Egress
${rules}`;

const TO_PROVIDER = `  egress:
    - to:
        - ipBlock:
            cidr: 198.51.100.0/24
      ports:
        - port: 587
`;

const web = (block: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: web
  policyTypes:
    - Egress
  egress:
    - to:
        - ipBlock:
            cidr: 0.0.0.0/0
${block}`;

const HOLES = `            except:
              - 10.0.0.0/8
              - 172.16.0.0/12
              - 192.168.0.0/16
              - 169.254.0.0/16
`;

const policies = (...texts: readonly string[]) => ({
  name: 'policies.yaml',
  text: documents(...texts),
});

export const lesson = lessonOf({
  start: {
    files: [
      policies(mailer(''), web('')),
      {
        name: 'shop.yaml',
        text: documents(
          namespace('shop'),
          deployment({ namespace: 'shop', name: 'mailer' }),
          deployment({ namespace: 'shop', name: 'web', ports: [8080] }),
        ),
      },
    ],
  },
  // Names are left out of it; lesson 8 is about them.
  findings: ['dns-blocked'],
  steps: {
    outside: {
      goals: {
        provider: { from: 'shop/mailer', to: '198.51.100.0/24', ports: [587], expect: 'allow' },
        ports: {
          from: 'shop/mailer',
          to: '198.51.100.25',
          ports: [25, 80, 443, '587/UDP'],
          expect: 'deny',
        },
        others: { from: 'shop/mailer', to: ['203.0.113.7', '198.51.101.25'], expect: 'deny' },
      },
      hints: 3,
      solution: { files: [policies(mailer(TO_PROVIDER), web(''))] },
    },
    metadata: {
      predict: { choices: ['internet', 'everything', 'pods'], answer: 'everything' },
    },
    except: {
      goals: {
        internet: { from: 'shop/web', to: '203.0.113.7', expect: 'allow' },
        private: {
          from: 'shop/web',
          to: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'],
          expect: 'deny',
        },
        metadata: { from: 'shop/web', to: '169.254.0.0/16', expect: 'deny' },
      },
      hints: 3,
      solution: { files: [policies(mailer(TO_PROVIDER), web(HOLES))] },
    },
    union: { predict: { choices: ['deny', 'allow'], answer: 'allow' } },
    pods: { predict: { choices: ['fine', 'changes', 'refused'], answer: 'changes' } },
  },
});
