// What the Tab key offers at each place of a line.
import { describe, expect, it } from 'vitest';
import { NO_ASSUMPTIONS } from '../../../src/core/index.ts';
import {
  complete,
  createMemory,
  newSession,
  type Session,
} from '../../../src/terminal/terminal.ts';

const FILES = [
  {
    name: 'shop.yaml',
    text: `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db, namespace: green}
spec:
  replicas: 2
  template: {metadata: {labels: {app: db}}, spec: {containers: [{name: db, image: postgres}]}}
---
apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {containers: [{name: web, image: nginx}]}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80}]}
`,
  },
  { name: 'access-nginx.yaml', text: '', applied: false as const },
];

/** @param line with `^` where the cursor stands */
function offered(line: string, session: Session = newSession()) {
  const at = line.indexOf('^');
  const cluster = {
    files: FILES,
    assumptions: NO_ASSUMPTIONS,
    outcome: null,
    now: 0,
    memory: createMemory(),
  };
  return complete(line.replace('^', ''), at, session, cluster);
}

describe('completion', () => {
  it('offers commands at the beginning, and behind what begins a command anew', () => {
    expect(offered('kube^').items).toEqual(['kubectl']);
    expect(offered('kube^').isWhole).toBe(true);
    expect(offered('ls; gr^').items).toEqual(['grep']);
    expect(offered('kubectl get pods | gr^')).toEqual({ from: 19, items: ['grep'], isWhole: true });
  });

  it('offers the commands of kubectl', () => {
    expect(offered('kubectl ex^').items).toEqual(['exec', 'explain', 'expose']);
    expect(offered('k -n green desc^').items).toEqual(['describe']);
    expect(offered('kubectl help ex^').items).toEqual(['exec', 'explain', 'expose']);
  });

  it('offers types and names, in the namespace that is meant', () => {
    expect(offered('kubectl get netw^').items).toEqual(['networkpolicies']);
    expect(offered('kubectl get pods,serv^').items).toEqual([
      'pods,serviceaccounts',
      'pods,services',
    ]);
    expect(offered('kubectl get pod ^').items).toEqual(['web']);
    expect(offered('kubectl get pod -n green ^').items).toEqual(['db-0', 'db-1']);
    expect(offered('kubectl --namespace=green describe pod db-0 ^').items).toEqual([
      'db-0',
      'db-1',
    ]);
    expect(offered('kubectl delete svc/^').items).toEqual(['svc/kubernetes', 'svc/web']);
    expect(offered('kubectl exec -it ^').items).toEqual(['web']);
    expect(offered('kubectl exec -n green sts/^').items).toEqual(['sts/db']);
  });

  it('offers flags and their values', () => {
    expect(offered('kubectl run x --imag^').items).toEqual(['--image-pull-policy=', '--image=']);
    expect(offered('kubectl get pods --show-l^')).toMatchObject({
      items: ['--show-labels'],
      isWhole: true,
    });
    expect(offered('kubectl get pods --lab^')).toMatchObject({
      items: ['--label-columns='],
      isWhole: false,
    });
    expect(offered('kubectl get pods -o ^').items).toEqual([
      'custom-columns=',
      'json',
      'jsonpath=',
      'name',
      'wide',
      'yaml',
    ]);
    expect(offered('kubectl get pods --output=w^').items).toEqual(['--output=wide']);
    expect(offered('kubectl get pods -n g^').items).toEqual(['green']);
    expect(offered('kubectl apply -f ^').items).toEqual(['access-nginx.yaml', 'shop.yaml']);
  });

  it('offers fields to explain, and commands behind the two dashes', () => {
    expect(offered('kubectl explain networkpolicy.spec.^').items).toEqual([
      'networkpolicy.spec.egress',
      'networkpolicy.spec.ingress',
      'networkpolicy.spec.podSelector',
      'networkpolicy.spec.policyTypes',
    ]);
    expect(offered('kubectl exec web -- hostn^').items).toEqual(['hostname']);
  });

  it('offers files to other commands, and behind a redirection', () => {
    expect(offered('cat sh^').items).toEqual(['shop.yaml']);
    expect(offered('cat < ^').items).toEqual(['access-nginx.yaml', 'shop.yaml']);
  });

  it('offers inside a pod what is there', () => {
    const inside = {
      namespace: 'default',
      pod: 'web',
      container: 'web',
      removes: false,
      variables: [],
    };
    const session = { ...newSession(), inside };
    expect(offered('hostn^', session).items).toEqual(['hostname']);
    expect(offered('kube^', session).items).toEqual([]);
    expect(offered('exi^', session).items).toEqual(['exit']);
  });

  it('offers nothing that is unknown', () => {
    expect(offered('kubectl frobnicate ^').items).toEqual([]);
    expect(offered('kubectl get widgets ^').items).toEqual([]);
    expect(offered("echo 'a b^").items).toEqual([]);
  });
});
