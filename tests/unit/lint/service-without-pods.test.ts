// Good and bad examples of service-without-pods.
import { judge } from './judge.ts';
import { deployment, service } from './manifests.ts';

const WEB = deployment('shop/web', 'app: web', '{name: http, containerPort: 8080}');

judge('service-without-pods', {
  good: {
    'it selects a pod': [WEB, service('shop/web', 'app: web', '{port: 80}')],
    'its target port has the name of a container port': [
      WEB,
      service('shop/web', 'app: web', '{port: 80, targetPort: http}'),
    ],
    'the namespace shows no pods': [service('shop/web', 'app: web', '{port: 80}')],
    'no selector: its endpoints are listed elsewhere': [WEB, service('shop/web', '', '{port: 80}')],
    'the pods declare no ports, so any may be there': [
      deployment('shop/web', 'app: web'),
      service('shop/web', 'app: web', '{port: 80, targetPort: http}'),
    ],
  },
  bad: {
    'no pod has the label': {
      documents: [WEB, service('shop/web', 'app: wab', '{port: 80}').replace('{app', '▸{app')],
      level: 'warning',
      says: /None of the 1 workload in namespace shop has app=wab/,
    },
    'no pod has even the key: it may be made on the cluster': {
      documents: [WEB, service('shop/web', 'name: web', '{port: 80}').replace('{name', '▸{name')],
      level: 'info',
      says: /has name=web/,
    },
    'the name of the target port is another one': {
      documents: [WEB, service('shop/web', 'app: web', '{port: 80, targetPort: ▸web}')],
      level: 'warning',
      says: /no pod behind this Service has a TCP port named "web". They have http \(8080\)/i,
    },
  },
});
