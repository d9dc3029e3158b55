// A small cluster to write about, and the cursor as tests show it.
import { analyze } from '../../../src/core/index.ts';
import type { Cluster } from '../../../src/core/model/cluster.ts';

export const SHOP = `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    team: sales
    stage: live
---
apiVersion: v1
kind: Namespace
metadata:
  name: monitoring
  labels:
    team: ops
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
        tier: front
    spec:
      containers:
        - name: main
          ports:
            - name: http
              containerPort: 8080
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: shop
spec:
  selector:
    matchLabels:
      app: api
  template:
    metadata:
      labels:
        app: api
        tier: back
        version: "1"
    spec:
      containers:
        - name: main
          ports:
            - name: grpc
              containerPort: 9090
            - name: stats
              containerPort: 9102
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: prometheus
  namespace: monitoring
spec:
  selector:
    matchLabels:
      app: prometheus
  template:
    metadata:
      labels:
        app: prometheus
        role: scraper
    spec:
      containers:
        - name: main
          ports:
            - name: dns
              containerPort: 53
              protocol: UDP
---
apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  selector:
    app: web
  ports:
    - name: public
      port: 80
      targetPort: http
`;

const SHOP_FILES = [{ name: 'shop.yaml', text: SHOP }];

export function shopCluster(): Cluster {
  return analyze(SHOP_FILES).cluster;
}

/** The text without its `|`, and where that stood. */
export function cursorIn(marked: string): { readonly text: string; readonly at: number } {
  const at = marked.indexOf('|');
  if (at === -1) throw new Error('no | in the text');
  return { text: marked.slice(0, at) + marked.slice(at + 1), at };
}
