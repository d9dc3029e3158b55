// Whole objects to begin with, as snippets: the policies that people write again and again.

export interface ObjectSnippet {
  readonly label: string;
  readonly detail: string;
  readonly documentation: string;
  /** `NS` stands for the namespace to begin with. */
  readonly text: string;
}

export const OBJECT_SNIPPETS: readonly ObjectSnippet[] = [
  {
    label: 'Deny all traffic',
    detail: 'NetworkPolicy',
    documentation:
      'Isolates every pod of a namespace in both directions. Others then add what may flow.',
    text: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: \${1:deny-all}
  namespace: NS
spec:
  podSelector: {}
  policyTypes:
    - Ingress
    - Egress
`,
  },
  {
    label: 'Deny all ingress',
    detail: 'NetworkPolicy',
    documentation: 'Lets nothing reach the pods of a namespace, unless another policy does.',
    text: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: \${1:deny-ingress}
  namespace: NS
spec:
  podSelector: {}
  policyTypes:
    - Ingress
`,
  },
  {
    label: 'Deny all egress',
    detail: 'NetworkPolicy',
    documentation:
      'Lets the pods of a namespace reach nothing, unless another policy does. Allow DNS beside it.',
    text: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: \${1:deny-egress}
  namespace: NS
spec:
  podSelector: {}
  policyTypes:
    - Egress
`,
  },
  {
    label: 'Allow DNS',
    detail: 'NetworkPolicy',
    documentation:
      'Lets every pod of a namespace ask the cluster DNS, over UDP and TCP. On some clusters its pods listen on another port than 53.',
    text: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: \${1:allow-dns}
  namespace: NS
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
          port: \${3:53}
        - protocol: TCP
          port: \${3:53}
`,
  },
  {
    label: 'Allow within the namespace',
    detail: 'NetworkPolicy',
    documentation: 'Lets the pods of a namespace reach each other, and nobody else reach them.',
    text: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: \${1:allow-same-namespace}
  namespace: NS
spec:
  podSelector: {}
  policyTypes:
    - Ingress
  ingress:
    - from:
        - podSelector: {}
`,
  },
  {
    label: 'Allow from pods',
    detail: 'NetworkPolicy',
    documentation: 'Lets some pods of the namespace reach others on one port, and nobody else.',
    text: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: \${1:allow-web}
  namespace: NS
spec:
  podSelector:
    matchLabels:
      app: \${3:api}
  policyTypes:
    - Ingress
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: \${4:web}
      ports:
        - protocol: TCP
          port: \${5:8080}
`,
  },
  {
    label: 'Allow from a namespace',
    detail: 'NetworkPolicy',
    documentation: 'Lets every pod of another namespace reach some pods of this one.',
    text: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: \${1:allow-monitoring}
  namespace: NS
spec:
  podSelector:
    matchLabels:
      app: \${3:api}
  policyTypes:
    - Ingress
  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: \${4:monitoring}
`,
  },
  {
    label: 'Allow to addresses',
    detail: 'NetworkPolicy',
    documentation:
      'Lets some pods reach addresses outside, without the private ones. Pods of the cluster mostly have private addresses.',
    text: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: \${1:allow-internet}
  namespace: NS
spec:
  podSelector:
    matchLabels:
      app: \${3:web}
  policyTypes:
    - Egress
  egress:
    - to:
        - ipBlock:
            cidr: 0.0.0.0/0
            except:
              - 10.0.0.0/8
              - 172.16.0.0/12
              - 192.168.0.0/16
`,
  },
  {
    label: 'New Namespace',
    detail: 'Namespace',
    documentation: 'A namespace with a label that selectors can ask for.',
    text: `apiVersion: v1
kind: Namespace
metadata:
  name: \${1:shop}
  labels:
    team: \${2:shop}
`,
  },
  {
    label: 'New Deployment',
    detail: 'Deployment',
    documentation: 'Pods that listen on a named port.',
    text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: \${1:web}
  namespace: NS
spec:
  replicas: 2
  selector:
    matchLabels:
      app: \${1:web}
  template:
    metadata:
      labels:
        app: \${1:web}
    spec:
      containers:
        - name: main
          image: \${3:example.com/web:1.0}
          ports:
            - name: http
              containerPort: \${4:8080}
`,
  },
  {
    label: 'New Service',
    detail: 'Service',
    documentation: 'A name for pods, and the ports under which they are reached.',
    text: `apiVersion: v1
kind: Service
metadata:
  name: \${1:web}
  namespace: NS
spec:
  selector:
    app: \${1:web}
  ports:
    - name: http
      port: 80
      targetPort: \${3:8080}
`,
  },
  {
    label: 'New checks',
    detail: 'Intent',
    documentation:
      'Says which flows must and must not be possible. The page shows whether each is as it says.',
    text: `apiVersion: netpolis.dev/v1
kind: Intent
metadata:
  name: \${1:checks}
flows:
  - from: \${3:shop/web}
    to: \${4:shop/api}
    ports:
      - \${5:8080}
    expect: \${6:allow}
`,
  },
];
