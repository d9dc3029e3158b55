// Intended flows against a shop whose flows are told beside it.
import { describe, expect, test } from 'vitest';
import { checkFlows, type FlowCheck, type IntendedFlow } from '../../../src/core/index.ts';
import { outcomeOf, SHOP } from './shop.ts';

const shop = outcomeOf(SHOP);

function check(flow: IntendedFlow, outcome = shop): FlowCheck {
  const [only] = checkFlows(outcome, [flow]);
  if (only === undefined) throw new Error('a flow gave no result');
  return only;
}

const allow = (from: string, to: string, ...ports: (string | number)[]): IntendedFlow => ({
  from,
  to,
  ...(ports.length === 0 ? {} : { ports }),
  expect: 'allow',
});
const deny = (from: string, to: string, ...ports: (string | number)[]): IntendedFlow => ({
  ...allow(from, to, ...ports),
  expect: 'deny',
});

describe('allow and deny', () => {
  test('what the policies let through is allowed, and not denied', () => {
    expect(check(allow('shop/web', 'shop/api', 8080))).toMatchObject({ state: 'passed', pairs: 1 });
    expect(check(deny('shop/web', 'shop/api', 8080)).state).toBe('failed');
  });

  test('allow without ports asks for every port', () => {
    const { state, offending } = check(allow('shop/web', 'shop/api'));
    expect(state).toBe('failed');
    expect(offending[0]?.ports.TCP).toEqual([
      { from: 1, to: 8079 },
      { from: 8081, to: 65535 },
    ]);
    expect(offending[0]?.ports.UDP).toEqual([{ from: 1, to: 65535 }]);
  });

  test('deny is broken by a single port', () => {
    const { state, offending } = check(deny('shop/web', 'shop/api'));
    expect(state).toBe('failed');
    expect(offending[0]?.ports).toEqual({ TCP: [{ from: 8080, to: 8080 }], UDP: [], SCTP: [] });
    expect(check(deny('shop/web', 'shop/api', '1-8079', '8081-65535', 'UDP', 'SCTP')).state).toBe(
      'passed',
    );
  });

  test('a number is one of TCP', () => {
    expect(check(deny('shop/web', 'shop/api', '8080/UDP')).state).toBe('passed');
    expect(check(deny('shop/web', 'shop/api', 'TCP/8080')).state).toBe('failed');
  });

  test('every pair counts, and each that is wrong is named', () => {
    const flow: IntendedFlow = { from: 'shop/*', to: ['shop/api', 'shop/db'], expect: 'deny' };
    const { state, offending, offendingCount, pairs } = check(flow);
    // web, api and db to each of both, but db is a single pod, which can't be apart from itself.
    expect(pairs).toBe(5);
    expect(state).toBe('failed');
    expect(offendingCount).toBe(2);
    expect(offending.map(({ source, destination }) => [source, destination])).toEqual([
      ['shop/api[Deployment]', 'shop/db[Deployment]'],
      ['shop/web[Deployment]', 'shop/api[Deployment]'],
    ]);
  });

  test('a star is every workload and nobody outside', () => {
    const { pairs } = check(deny('*', 'shop/db', 22));
    expect(pairs).toBe(4);
    expect(check(deny('lab/*', 'shop/db')).state).toBe('passed');
  });

  test('a workload that is named twice is one', () => {
    expect(check({ from: ['shop/web', 'shop/*'], to: 'shop/db', expect: 'deny' }).pairs).toBe(2);
  });
});

describe('what is outside', () => {
  test('a block is checked in all its parts', () => {
    const inside = `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web, namespace: shop}
spec:
  podSelector: {matchLabels: {app: web}}
  ingress:
  - from: [{ipBlock: {cidr: 203.0.113.0/24}}]
`;
    const outcome = outcomeOf([...SHOP, inside]);
    expect(check(allow('203.0.113.0/25', 'shop/web'), outcome).state).toBe('passed');
    expect(check(allow('203.0.113.7', 'shop/web'), outcome).state).toBe('passed');
    expect(check(allow('203.0.112.0/23', 'shop/web'), outcome).state).toBe('failed');
    expect(check(deny('203.0.112.0/23', 'shop/web'), outcome).state).toBe('failed');
    expect(check(deny('198.51.100.0/24', 'shop/web'), outcome).state).toBe('passed');
  });

  test('both ends outside is no flow', () => {
    expect(check(deny('0.0.0.0/0', '203.0.113.7'))).toMatchObject({
      state: 'failed',
      problem: 'Both ends are outside the cluster, where no policy holds.',
    });
  });
});

describe('what depends', () => {
  const byAddress = `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db-by-address, namespace: shop}
spec:
  podSelector: {matchLabels: {app: db}}
  ingress:
  - from: [{ipBlock: {cidr: 10.0.0.0/8}}]
`;
  const outcome = outcomeOf([...SHOP, byAddress]);

  test('is neither allowed nor denied', () => {
    expect(check(allow('shop/web', 'shop/db', 5432), outcome).state).toBe('unsure');
    expect(check(deny('shop/web', 'shop/db', 5432), outcome).state).toBe('unsure');
  });

  test('says the missing fact', () => {
    const { why, offending } = check(deny('shop/web', 'shop/db', 5432), outcome);
    expect(offending[0]?.verdict).toBe('depends');
    expect(why).toContain('10.0.0.0/8');
  });

  test('what surely is wrong comes first', () => {
    const { state, offending } = check(deny('shop/*', 'shop/db', 5432), outcome);
    expect(state).toBe('failed');
    expect(offending.map(({ source }) => source)).toEqual(['shop/api[Deployment]']);
  });
});

describe('names of ports', () => {
  test('are those of the destination, of any protocol unless one is named', () => {
    expect(check(allow('shop/web', 'shop/api', 'rest')).state).toBe('passed');
    expect(check(deny('shop/web', 'shop/api', 'dns')).state).toBe('passed');
    expect(check(deny('shop/web', 'shop/api', 'dns/UDP')).state).toBe('passed');
  });

  test('a name that the destination lacks is a failure, whatever is expected', () => {
    for (const flow of [
      allow('shop/web', 'shop/api', 'rset'),
      deny('shop/web', 'shop/api', 'rset'),
    ]) {
      expect(check(flow)).toMatchObject({
        state: 'failed',
        problem: 'shop/api[Deployment] has no port named "rset". Did you mean "rest"?',
      });
    }
  });

  test('one name too many is a failure, too', () => {
    expect(check(deny('lab/visitor', 'shop/api', 'rest', 'gone')).problem).toContain('"gone"');
  });

  test('among all of a namespace those that lack it are passed over', () => {
    expect(check(deny('lab/visitor', 'shop/*', 'rest'))).toMatchObject({
      state: 'passed',
      pairs: 1,
    });
    expect(check(deny('lab/visitor', 'shop/*', 'gone'))).toMatchObject({
      state: 'failed',
      problem: 'Nobody in shop/* has a port named "gone".',
    });
  });
});

describe('Services', () => {
  test('lead to the ports of the pods', () => {
    const { state, offending } = check(deny('shop/web', 'svc/api.shop'));
    expect(state).toBe('failed');
    expect(offending[0]).toMatchObject({
      service: 'svc/api.shop',
      destination: 'shop/api[Deployment]',
      ports: { TCP: [{ from: 8080, to: 8080 }] },
    });
    expect(check(allow('shop/web', 'svc/api:80')).state).toBe('passed');
    expect(check(allow('shop/web', 'svc/api.shop', 'rest')).state).toBe('passed');
    expect(check(deny('lab/visitor', 'svc/api.shop:rest')).state).toBe('passed');
  });

  test('a port that it does not have is a failure', () => {
    expect(check(deny('lab/visitor', 'svc/api.shop:8080')).problem).toBe(
      'Service shop/api has no port TCP 8080. It has 80 (rest).',
    );
    expect(check(deny('lab/visitor', 'svc/api.shop', 80, 81)).state).toBe('failed');
  });

  test('a headless one translates nothing', () => {
    expect(check(allow('shop/web', 'svc/api-pods.shop:8080')).state).toBe('passed');
    expect(check(deny('lab/visitor', 'svc/api-pods.shop:80')).problem).toContain('write 8080');
  });

  test('one that leads to nobody is a failure', () => {
    expect(check(deny('shop/web', 'svc/nobody.shop')).problem).toContain('selects no pods');
    expect(check(deny('shop/web', 'svc/ap.shop')).problem).toBe(
      'There is no Service ap.shop. Did you mean svc/api.shop?',
    );
  });

  test('a name that is not told by DNS is not reached, and yet not denied', () => {
    const open = outcomeOf([
      ...SHOP,
      `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web-out, namespace: shop}
spec:
  podSelector: {matchLabels: {app: web}}
  policyTypes: [Egress]
  egress:
  - to: [{podSelector: {matchLabels: {app: api}}}]
`,
    ]);
    const failed = check(allow('shop/web', 'svc/api.shop'), open);
    expect(failed.state).toBe('failed');
    expect(failed.offending[0]).toMatchObject({ isDns: true, service: 'svc/api.shop' });
    expect(failed.why).toContain('DNS');
    // Whoever knows the address needs no name.
    expect(check(deny('shop/web', 'svc/api.shop'), open).state).toBe('failed');
    expect(check(allow('shop/web', 'shop/api', 8080), open).state).toBe('passed');
  });

  test('a Service sends nothing', () => {
    expect(check(deny('svc/api.shop', 'shop/db')).problem).toContain('sends nothing');
  });
});

describe('a pod that no manifest holds', () => {
  const entered = (from: string) =>
    outcomeOf([
      ...SHOP,
      `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db-from, namespace: shop}
spec:
  podSelector: {matchLabels: {app: db}}
  ingress: [{from: [${from}], ports: [{port: 9000}]}]
`,
    ]);

  test('does not enter where certain labels are asked for, and nothing holds it back elsewhere', () => {
    expect(check(deny('{new-pod}', 'shop/db')).state).toBe('passed');
    expect(check(deny('{new-pod} shop', 'shop/db')).state).toBe('passed');
    expect(check(allow('{new-pod}', 'lab/visitor')).state).toBe('passed');
    expect(check(allow('lab/visitor', '{new-pod}')).state).toBe('passed');
    expect(check(deny('lab/locked', '{new-pod} lab')).state).toBe('passed');
  });

  test('enters with the pods of its namespace, and with those of any', () => {
    const own = entered('{podSelector: {}}');
    expect(check(deny('{new-pod}', 'shop/db'), own).state).toBe('passed');
    const failed = check(deny('{new-pod} shop', 'shop/db'), own);
    expect(failed.state).toBe('failed');
    expect(failed.why).toBe(
      '{new-pod} shop reaches shop/db[Deployment] on TCP 9000: rule 1 of policy shop/db-from lets it in.',
    );
    const any = entered('{namespaceSelector: {}}');
    expect(check(deny('{new-pod}', 'shop/db'), any).state).toBe('failed');
    expect(check(allow('{new-pod}', 'shop/db', 9000), any).state).toBe('passed');
    const other = entered(
      '{namespaceSelector: {matchExpressions: [{key: team, operator: NotIn, values: [a]}]}}',
    );
    expect(check(allow('{new-pod}', 'shop/db', 9000), other).state).toBe('passed');
  });

  test('dials a Service by its name', () => {
    expect(check(allow('{new-pod}', 'svc/api-open.shop'), entered('{}')).problem).toContain(
      'There is no Service api-open.shop',
    );
    expect(check(deny('{new-pod}', 'svc/api.shop')).state).toBe('passed');
  });
});

describe('what can not be asked', () => {
  test('a workload that is not there, with the name that was meant', () => {
    expect(check(deny('shop/webb', 'shop/db'))).toMatchObject({
      state: 'failed',
      problem: 'There is no workload "shop/webb". Did you mean shop/web[Deployment]?',
      why: 'There is no workload "shop/webb". Did you mean shop/web[Deployment]?',
    });
    expect(check(deny('web', 'shop/db')).problem).toBe(
      'There is no web in namespace default. It stands elsewhere: shop/web[Deployment].',
    );
  });

  test('somebody who is not around, an address that is none, and everything outside', () => {
    const why = (from: string) => check(deny(from, 'shop/db')).problem;
    expect(why('{new-pods}')).toBe(
      'There is no {new-pods}. Around the pods are {nodes}, {api-server}, {cluster-dns}, {new-pod}.',
    );
    expect(why('{ingress-controller}')).toContain('Nothing in the input needs');
    expect(why('300.1.1.1')).toContain('"300.1.1.1" is no address');
    expect(why('internet')).toContain('written as a CIDR: 0.0.0.0/0');
    expect(why('api.shop')).toContain('A Service is written svc/NAME.NAMESPACE');
    expect(why('shop/zzzzzz')).toBe(
      'There is no workload "shop/zzzzzz". There are: shop/api[Deployment], shop/db[Deployment], shop/web[Deployment].',
    );
  });

  test('a new pod in a namespace that is not there', () => {
    expect(check(deny('{new-pod} shpo', 'shop/db')).problem).toBe(
      'There is no namespace "shpo" for a new pod.',
    );
  });

  test('a namespace without workloads', () => {
    expect(check(deny('shpo/*', 'shop/db')).problem).toBe(
      'There are no workloads in namespace shpo. Did you mean shop/*?',
    );
  });

  test('a single pod and itself', () => {
    expect(check(deny('shop/db', 'shop/db')).problem).toContain('always reaches itself');
    expect(check(deny('shop/api', 'shop/api')).state).toBe('passed');
  });

  test('ports that are none', () => {
    for (const port of [0, 65536, '80-70', 'a b', '80/ICMP', '', 'HTTP', '1/2/3']) {
      expect(check(allow('shop/web', 'shop/api', port)), `${port}`).toMatchObject({
        state: 'failed',
        pairs: 0,
      });
    }
    expect(check({ ...deny('shop/web', 'shop/api'), ports: [] }).state).toBe('failed');
  });

  test('nobody at all', () => {
    expect(check({ from: [], to: 'shop/db', expect: 'deny' }).state).toBe('failed');
    expect(check({ from: 'shop/web', to: [], expect: 'deny' }).state).toBe('failed');
    expect(check(deny('{ingress-controller}', 'shop/db')).state).toBe('failed');
  });
});

describe('why', () => {
  test('a rule that lets through what must not be', () => {
    expect(check(deny('shop/web', 'shop/api')).why).toBe(
      'shop/web[Deployment] reaches shop/api[Deployment] on TCP 8080: rule 1 of policy shop/api lets it in.',
    );
  });

  test('no policy in the way', () => {
    expect(check(deny('lab/visitor', 'shop/web')).why).toBe(
      'lab/visitor[Deployment] reaches shop/web[Deployment] on every port: no policy is in the way.',
    );
  });

  test('a policy without a rule for it, on the side that stops it', () => {
    expect(check(allow('lab/visitor', 'shop/db', 5432)).why).toBe(
      'lab/visitor[Deployment] does not reach shop/db[Deployment] on TCP 5432: policy shop/db has no rule that lets it in.',
    );
    expect(check(allow('lab/locked', 'shop/web', 80)).why).toBe(
      'lab/locked[Deployment] does not reach shop/web[Deployment] on TCP 80: policy lab/nothing-out has no rule that lets it out.',
    );
  });

  test('the rule of an administrator', () => {
    const admin = `
apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: {name: keep-out}
spec:
  priority: 5
  subject: {namespaces: {matchLabels: {kubernetes.io/metadata.name: shop}}}
  ingress:
  - action: Deny
    from: [{namespaces: {matchLabels: {kubernetes.io/metadata.name: lab}}}]
`;
    expect(check(allow('lab/visitor', 'shop/web', 80), outcomeOf([...SHOP, admin])).why).toBe(
      'lab/visitor[Deployment] does not reach shop/web[Deployment] on TCP 80: rule 1 of AdminNetworkPolicy keep-out stops it.',
    );
  });

  test('how many others there are', () => {
    const { why, offendingCount } = check(deny('lab/*', 'shop/web'));
    expect(offendingCount).toBe(1);
    expect(why).not.toContain('Likewise');
    expect(check(deny('shop/*', 'shop/web')).why).toContain('Likewise 2 other pairs.');
  });
});
