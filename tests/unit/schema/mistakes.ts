// Mistakes in kinds other than NetworkPolicy, each with its place and with what is said of it.

const META = 'metadata: {name: o, namespace: x}\n';

export function object(apiVersion: string, kind: string, spec: string): string {
  return `apiVersion: ${apiVersion}\nkind: ${kind}\n${META}${spec}\n`;
}

/** Its spec begins in line 5. */
export const deployment = (spec: string) =>
  object('apps/v1', 'Deployment', `spec:\n  selector: {matchLabels: {app: a}}\n${spec}`);
export const TEMPLATE =
  '  template:\n    metadata: {labels: {app: a}}\n    spec:\n      containers: [{name: a, image: a}]';
/** The lines of the pod's spec begin in line 5. */
export const pod = (spec: string) => object('v1', 'Pod', `spec:\n${spec}`);
export const service = (spec: string) => object('v1', 'Service', `spec:\n${spec}`);
const ingress = (spec: string) => object('networking.k8s.io/v1', 'Ingress', `spec:\n${spec}`);
const admin = (spec: string) =>
  object('policy.networking.k8s.io/v1alpha1', 'AdminNetworkPolicy', `spec:\n${spec}`);
const cluster = (spec: string) =>
  object('policy.networking.k8s.io/v1alpha2', 'ClusterNetworkPolicy', `spec:\n${spec}`);

export interface Mistake {
  readonly by: string;
  readonly text: string;
  readonly said: string;
  readonly says: RegExp;
  /** A part of the text after the fix. */
  readonly fixed?: string;
}

export const MISTAKES: readonly Mistake[] = [
  {
    by: 'a Deployment with replica',
    text: deployment(`  replica: 2\n${TEMPLATE}`),
    said: 'error unknown-field 6:3',
    says: /"replica" in spec\. Did you mean "replicas"/,
    fixed: '  replicas: 2\n',
  },
  {
    by: 'replicas in quotes',
    text: deployment(`  replicas: "2"\n${TEMPLATE}`),
    said: 'error wrong-type 6:13',
    says: /spec\.replicas must be a whole number without quotes/,
    fixed: '  replicas: 2\n',
  },
  {
    by: 'the selector of a Service in a Deployment',
    text: object(
      'apps/v1',
      'Deployment',
      `spec:\n  selector:\n    app: a\n    tier: b\n${TEMPLATE}`,
    ),
    said: 'error unknown-field 6:5',
    says: /"app" in spec\.selector\. Labels stand under matchLabels/,
    fixed: '  selector:\n    matchLabels:\n      app: a\n      tier: b\n',
  },
  {
    by: 'containers outside of the template',
    text: deployment(`  containers: [{name: a}]\n${TEMPLATE}`),
    said: 'error unknown-field 6:3',
    says: /It belongs to template\.spec\./,
  },
  {
    by: 'a strategy that is none',
    text: deployment(`  strategy: {type: rollingUpdate}\n${TEMPLATE}`),
    said: 'error invalid-value 6:20',
    says: /write RollingUpdate/,
    fixed: '{type: RollingUpdate}',
  },
  {
    by: 'port instead of containerPort',
    text: pod('  containers:\n  - name: a\n    ports:\n    - port: 80'),
    said: 'error unknown-field 8:7',
    says: /spec\.containers\[0\]\.ports\[0\]\. The port of a container is its containerPort/,
  },
  {
    by: 'containerPort in quotes',
    text: pod('  containers:\n  - name: a\n    ports:\n    - containerPort: "80"'),
    said: 'error wrong-type 8:22',
    says: /without quotes/,
    fixed: 'containerPort: 80\n',
  },
  {
    by: 'a protocol in lower case',
    text: pod(
      '  containers:\n  - name: a\n    ports:\n    - containerPort: 80\n      protocol: tcp',
    ),
    said: 'error invalid-protocol 9:17',
    says: /TCP/,
    fixed: 'protocol: TCP\n',
  },
  {
    by: 'a container as a map',
    text: pod('  containers:\n    name: a\n    image: b'),
    said: 'error wrong-type 6:5',
    says: /spec\.containers must be a list/,
    fixed: '  containers:\n    - name: a\n      image: b\n',
  },
  {
    by: 'ports beside the container instead of in it',
    text: pod('  containers:\n  - name: a\n  ports:\n  - containerPort: 80'),
    said: 'error unknown-field 7:3',
    says: /It belongs to containers\[\]/,
  },
  {
    by: 'volumes in a container',
    text: pod('  containers:\n  - name: a\n    volumes: []'),
    said: 'error unknown-field 7:5',
    says: /"volumes"/,
  },
  {
    by: 'a number as the value of an environment variable',
    text: pod('  containers:\n  - name: a\n    env:\n    - name: PORT\n      value: 8080'),
    said: 'error wrong-type 9:14',
    says: /quote it, "8080"/,
    fixed: 'value: "8080"\n',
  },
  {
    by: 'a boolean as a node label',
    text: pod('  containers: []\n  nodeSelector: {ssd: true}'),
    said: 'error wrong-type 6:23',
    says: /quote it, "true"/,
    fixed: '{ssd: "true"}',
  },
  {
    by: 'hostNetwork in quotes',
    text: pod('  containers: []\n  hostNetwork: "true"'),
    said: 'error wrong-type 6:16',
    says: /true or false without quotes/,
    fixed: 'hostNetwork: true\n',
  },
  {
    by: 'a restart policy that is none',
    text: pod('  containers: []\n  restartPolicy: Sometimes'),
    said: 'error invalid-value 6:18',
    says: /one of Always, Never, OnFailure/,
  },
  {
    by: 'a command as one text',
    text: pod('  containers:\n  - name: a\n    command: sleep'),
    said: 'error wrong-type 7:14',
    says: /a list: begin each item with "- "/,
    fixed: 'command: [sleep]\n',
  },
  {
    by: 'limits as a list',
    text: pod('  containers:\n  - name: a\n    resources: {limits: [cpu]}'),
    said: 'error wrong-type 7:25',
    says: /a map of fields/,
  },
  {
    by: 'an amount that is a boolean',
    text: pod('  containers:\n  - name: a\n    resources: {limits: {cpu: yes}}'),
    said: 'error wrong-type 7:31',
    says: /an amount/,
  },
  {
    by: 'a label twice removed',
    text: `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  namespace: x\n  lables: {app: a}\nspec: {containers: []}\n`,
    said: 'error unknown-field 6:3',
    says: /"labels"/,
    fixed: '  labels: {app: a}\n',
  },
  {
    by: 'the spec spelled otherwise',
    text: object('v1', 'Pod', 'specs: {containers: []}'),
    said: 'error unknown-field 4:1',
    says: /"specs" in the Pod\. Did you mean "spec"/,
    fixed: '\nspec: {containers: []}',
  },
  {
    by: 'the port of a Service as a map',
    text: service('  selector: {app: a}\n  ports:\n    port: 80\n    targetPort: 8080'),
    said: 'error wrong-type 7:5',
    says: /spec\.ports must be a list/,
    fixed: '  ports:\n    - port: 80\n      targetPort: 8080\n',
  },
  {
    by: 'a port that is missing',
    text: service('  ports:\n  - targetPort: 8080'),
    said: 'warning missing-field 6:5',
    says: /spec\.ports\[0\] lacks port/,
  },
  {
    by: 'containerPort in a Service',
    text: service('  ports:\n  - port: 80\n    containerPort: 8080'),
    said: 'error unknown-field 7:5',
    says: /targetPort/,
  },
  {
    by: 'targetPort as a list',
    text: service('  ports:\n  - port: 80\n    targetPort: [8080]'),
    said: 'error wrong-type 7:17',
    says: /a number or the name of a container port/,
  },
  {
    by: 'the type of a Service in lower case',
    text: service('  type: nodeport\n  ports: [{port: 80}]'),
    said: 'error invalid-type 5:9',
    says: /NodePort/,
    fixed: 'type: NodePort\n',
  },
  {
    by: 'the selector of a Deployment in a Service',
    text: service('  selector:\n    matchLabels: {app: a}\n  ports: [{port: 80}]'),
    said: 'error wrong-type 6:18',
    says: /spec\.selector\.matchLabels must be a string/,
  },
  {
    by: 'a number as a label of a selector',
    text: service('  selector: {version: 1.10}\n  ports: [{port: 80}]'),
    said: 'error wrong-type 5:23',
    says: /"1\.10"/,
    fixed: '{version: "1.10"}',
  },
  {
    by: 'podSelector in a Service',
    text: service('  podSelector: {app: a}\n  ports: [{port: 80}]'),
    said: 'error unknown-field 5:3',
    says: /Known here: /,
  },
  {
    by: 'an Ingress of v1beta1: backend',
    text: ingress('  backend: {service: {name: a, port: {number: 80}}}'),
    said: 'error unknown-field 5:3',
    says: /defaultBackend/,
  },
  {
    by: 'an Ingress of v1beta1: serviceName',
    text: ingress(
      '  rules:\n  - http:\n      paths:\n      - path: /\n        pathType: Prefix\n        backend:\n          serviceName: a',
    ),
    said: 'error unknown-field 11:11',
    says: /service: \{name: …, port: \{number: …\}\}/,
  },
  {
    by: 'an Ingress without the type of its path',
    text: ingress(
      '  rules:\n  - http:\n      paths:\n      - path: /\n        backend: {service: {name: a, port: {number: 80}}}',
    ),
    said: 'warning missing-field 8:9',
    says: /spec\.rules\[0\]\.http\.paths\[0\] lacks pathType/,
  },
  {
    by: 'a port of an Ingress that is a number only',
    text: ingress('  defaultBackend: {service: {name: a, port: 80}}'),
    said: 'error wrong-type 5:45',
    says: /spec\.defaultBackend\.service\.port must be a map of fields/,
  },
  {
    by: 'the schedule of a CronJob in its job',
    text: object(
      'batch/v1',
      'CronJob',
      'spec:\n  jobTemplate:\n    spec:\n      schedule: "* * * * *"\n      template: {spec: {containers: []}}',
    ),
    said: 'error unknown-field 7:7',
    says: /It belongs to spec: indent it less/,
  },
  {
    by: 'parallelism of a CronJob beside its job',
    text: object(
      'batch/v1',
      'CronJob',
      'spec:\n  schedule: "* * * * *"\n  parallelism: 2\n  jobTemplate: {spec: {template: {spec: {containers: []}}}}',
    ),
    said: 'error unknown-field 6:3',
    says: /It belongs to jobTemplate\.spec/,
  },
  {
    by: 'a Namespace with labels outside of its metadata',
    text: 'apiVersion: v1\nkind: Namespace\nmetadata: {name: x}\nlabels: {team: a}\n',
    said: 'error unknown-field 4:1',
    says: /It belongs to metadata\./,
  },
  {
    by: 'an address of a Node as a list of texts in its spec',
    text: 'apiVersion: v1\nkind: Node\nmetadata: {name: one}\nspec: {podCIDR: [10.0.0.0/24]}\n',
    said: 'error wrong-type 4:17',
    says: /spec\.podCIDR must be a string/,
  },
  {
    by: 'an EndpointSlice without its type of address',
    text: 'apiVersion: discovery.k8s.io/v1\nkind: EndpointSlice\nmetadata: {name: one}\nendpoints: []\n',
    said: 'warning missing-field 2:1',
    says: /the EndpointSlice lacks addressType/,
  },
  {
    by: 'an HTTPRoute with a backend that is no list',
    text: object(
      'gateway.networking.k8s.io/v1',
      'HTTPRoute',
      'spec:\n  parentRefs: [{name: g}]\n  rules:\n  - backendRefs: {name: a, port: 80}',
    ),
    said: 'error wrong-type 7:18',
    says: /must be a list/,
    fixed: 'backendRefs: [{name: a, port: 80}]',
  },
  {
    by: 'a Gateway whose listener has no port',
    text: object(
      'gateway.networking.k8s.io/v1',
      'Gateway',
      'spec:\n  gatewayClassName: c\n  listeners:\n  - {name: web, protocol: HTTP}',
    ),
    said: 'warning missing-field 7:6',
    says: /spec\.listeners\[0\] lacks port/,
  },
  {
    by: 'a Route to something else than a Service',
    text: object('route.openshift.io/v1', 'Route', 'spec:\n  to: {kind: Pod, name: a}'),
    said: 'error invalid-value 5:14',
    says: /spec\.to\.kind is Service, not "Pod"/,
  },
  {
    by: '2.16 a subject of two kinds',
    text: admin(
      '  priority: 1\n  subject: {namespaces: {}, pods: {namespaceSelector: {}, podSelector: {}}}',
    ),
    said: 'error mixed-peer 6:29',
    says: /spec\.subject has either namespaces or pods, not both/,
  },
  {
    by: '2.16 an empty peer',
    text: admin(
      '  priority: 1\n  subject: {namespaces: {}}\n  ingress:\n  - action: Deny\n    from: [{}]',
    ),
    said: 'error missing-peer 9:12',
    says: /spec\.ingress\[0\]\.from\[0\] is empty: write one of namespaces, pods/,
  },
  {
    by: '2.17 no peers',
    text: admin(
      '  priority: 1\n  subject: {namespaces: {}}\n  ingress:\n  - action: Deny\n    from: []',
    ),
    said: 'error missing-field 9:11',
    says: /spec\.ingress\[0\]\.from needs at least one peer/,
  },
  {
    by: '2.17 peers that are missing',
    text: admin('  priority: 1\n  subject: {namespaces: {}}\n  egress:\n  - action: Deny'),
    said: 'error missing-field 8:5',
    says: /spec\.egress\[0\]\.to needs at least one peer/,
  },
  {
    by: '2.18 an action in lower case',
    text: admin(
      '  priority: 1\n  subject: {namespaces: {}}\n  ingress:\n  - action: deny\n    from: [{namespaces: {}}]',
    ),
    said: 'error invalid-action 8:13',
    says: /Write Deny/,
    fixed: 'action: Deny\n',
  },
  {
    by: '2.18 a priority that is too high',
    text: admin('  priority: 1001\n  subject: {namespaces: {}}'),
    said: 'error invalid-priority 5:13',
    says: /number from 0 to 1000, not 1001/,
  },
  {
    by: '2.18 no priority',
    text: admin('  subject: {namespaces: {}}'),
    said: 'error missing-field 4:1',
    says: /spec lacks priority/,
  },
  {
    by: '2.20 networks under from',
    text: admin(
      '  priority: 1\n  subject: {namespaces: {}}\n  ingress:\n  - action: Deny\n    from: [{networks: [10.0.0.0/8]}]',
    ),
    said: 'error unknown-field 9:13',
    says: /networks stands in egress rules alone/,
  },
  {
    by: '3.12 sameLabels',
    text: admin('  priority: 1\n  subject: {namespaces: {sameLabels: [a]}}'),
    said: 'error unknown-field 6:26',
    says: /sameLabels was taken out of the API/,
  },
  {
    by: 'T53 the words of the older kind: Allow',
    text: cluster(
      '  tier: Admin\n  priority: 1\n  subject: {namespaces: {}}\n  ingress:\n  - action: Allow\n    from: [{namespaces: {}}]',
    ),
    said: 'error invalid-action 9:13',
    says: /Accept, Deny or Pass/,
  },
  {
    by: 'T53 the words of the older kind: ports',
    text: cluster(
      '  tier: Admin\n  priority: 1\n  subject: {namespaces: {}}\n  ingress:\n  - action: Accept\n    from: [{namespaces: {}}]\n    ports: []',
    ),
    said: 'error unknown-field 11:5',
    says: /protocols/,
  },
  {
    by: 'T53 tcp without a port',
    text: cluster(
      '  tier: Admin\n  priority: 1\n  subject: {namespaces: {}}\n  ingress:\n  - action: Accept\n    from: [{namespaces: {}}]\n    protocols: [{tcp: {}}]',
    ),
    said: 'error missing-field 11:18',
    says: /protocols\[0\]\.tcp may not be empty/,
  },
];
