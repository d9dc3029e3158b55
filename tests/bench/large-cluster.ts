// Writes the manifests of a large cluster: microservices in teams' namespaces, with the policies such
// teams write. The same numbers give the same text everywhere.
import type { SourceFile } from '../../src/core/index.ts';

/** A small generator of numbers that look random and are the same on every machine. */
function createRandom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x100000000) * below);
  };
}

const TIERS = ['web', 'api', 'worker', 'data'] as const;

/** One file of namespaces, one a namespace of workloads, one of policies. */
export function writeLargeCluster(workloads: number, policies: number): readonly SourceFile[] {
  const random = createRandom(7);
  const namespaces = Math.max(1, Math.round(workloads / 50));
  const namespaceOf = (at: number) => `team-${at % namespaces}`;
  const files: SourceFile[] = [
    {
      name: 'namespaces.yaml',
      text: Array.from({ length: namespaces }, (_, at) => namespace(`team-${at}`, at)).join(
        '---\n',
      ),
    },
  ];
  for (let at = 0; at < namespaces; at++) {
    const texts: string[] = [];
    for (let number = at; number < workloads; number += namespaces) {
      texts.push(deployment(namespaceOf(number), number, random));
    }
    files.push({ name: `workloads/team-${at}.yaml`, text: texts.join('---\n') });
  }
  const texts = Array.from({ length: policies }, (_, at) =>
    policy(at, namespaceOf(at), workloads, namespaces, random),
  );
  files.push({ name: 'policies.yaml', text: texts.join('---\n') });
  return files;
}

function namespace(name: string, at: number): string {
  return `apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
  labels:
    team: ${name}
    stage: ${at % 3 === 0 ? 'production' : 'staging'}
`;
}

function deployment(
  namespaceName: string,
  number: number,
  random: (below: number) => number,
): string {
  const tier = TIERS[number % TIERS.length] as string;
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: service-${number}
  namespace: ${namespaceName}
  labels:
    app.kubernetes.io/name: service-${number}
spec:
  replicas: ${1 + random(3)}
  selector:
    matchLabels:
      app: service-${number}
  template:
    metadata:
      labels:
        app: service-${number}
        tier: ${tier}
        version: v${random(4)}
    spec:
      containers:
        - name: main
          image: registry.example.org/service-${number}:1.${random(20)}
          ports:
            - name: http
              containerPort: ${8000 + random(10)}
            - name: metrics
              containerPort: 9090
          env:
            - name: LOG_LEVEL
              value: info
          resources:
            requests: {cpu: 100m, memory: 128Mi}
`;
}

function policy(
  at: number,
  namespaceName: string,
  workloads: number,
  namespaces: number,
  random: (below: number) => number,
): string {
  const head = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: policy-${at}
  namespace: ${namespaceName}
spec:
`;
  const namespacePeer = `namespaceSelector: {matchLabels: {team: team-${random(namespaces)}}}`;
  switch (at % 8) {
    case 0:
      return `${head}  podSelector: {}
  policyTypes: [Ingress]
`;
    case 1:
      return `${head}  podSelector: {matchLabels: {tier: web}}
  policyTypes: [Ingress]
  ingress:
    - ports: [{port: http}]
`;
    case 2:
      return `${head}  podSelector: {matchLabels: {tier: api}}
  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector: {matchLabels: {tier: web}}
        - ${namespacePeer}
      ports: [{port: http}, {port: metrics}]
`;
    case 3:
      return `${head}  podSelector: {matchExpressions: [{key: tier, operator: In, values: [data]}]}
  policyTypes: [Ingress, Egress]
  ingress:
    - from:
        - podSelector: {matchExpressions: [{key: tier, operator: NotIn, values: [web]}]}
      ports: [{port: ${5432 + random(3)}}]
  egress:
    - to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}}]
      ports: [{port: 53, protocol: UDP}, {port: 53}]
`;
    case 4:
      return `${head}  podSelector: {matchLabels: {tier: worker}}
  policyTypes: [Egress]
  egress:
    - to:
        - ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16]}
      ports: [{port: 443}]
    - to: [{podSelector: {}}]
`;
    case 5:
      return `${head}  podSelector: {matchLabels: {app: service-${random(workloads)}}}
  policyTypes: [Ingress]
  ingress:
    - from:
        - ${namespacePeer}
          podSelector: {matchLabels: {app: service-${random(workloads)}}}
      ports: [{port: 8000, endPort: 8009}]
`;
    case 6:
      return `${head}  podSelector: {}
  policyTypes: [Ingress]
  ingress:
    - from: [{namespaceSelector: {matchLabels: {stage: production}}}]
      ports: [{port: metrics}]
`;
    default:
      return `${head}  podSelector: {matchLabels: {version: v${random(4)}}}
  policyTypes: [Ingress]
  ingress:
    - from:
        - ipBlock: {cidr: 10.${random(8)}.0.0/16}
        - podSelector: {matchLabels: {version: v${random(4)}}}
`;
  }
}
