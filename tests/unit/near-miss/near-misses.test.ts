// Policies that miss by one thing: what is said of it, and where it stands. The mark ▸ is the place.
import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/core/explain/decide.ts';
import { analyze, type NearMissKind } from '../../../src/core/index.ts';
import { container, namespace, pod, policy } from '../semantics/fixture.ts';
import { near, type Packet } from './near.ts';

const WORLD = [
  namespace('shop', 'team: shop, env: prod'),
  namespace('tools', 'team: tools'),
  namespace('default'),
  pod('shop/web', 'app: web, tier: front', container('{containerPort: 8080, name: http}')),
  pod(
    'shop/api',
    'app: api-server, app.kubernetes.io/component: backend',
    container('{containerPort: 9090, name: grpc}, {containerPort: 5353, protocol: UDP, name: dns}'),
  ),
  pod('shop/db', 'app: db', container('{containerPort: 5432}')),
  pod('tools/web', 'app: web', container('{containerPort: 8080}')),
  pod('tools/prometheus', 'app: prometheus'),
];

function service(place: string, selector: string, ports: string): string {
  const [inNamespace, name] = place.split('/');
  return `apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: ${inNamespace}}
spec:
  selector: {${selector}}
  ports: [${ports}]`;
}

interface Case extends Packet {
  readonly name: string;
  readonly documents: readonly string[];
  readonly kind: NearMissKind;
  readonly side?: 'egress' | 'ingress';
  /** What the sentence must say. */
  readonly says: readonly string[];
  /** Where it comes in the list; first unless told. */
  readonly place?: number;
  /** What the fix writes; null for none. */
  readonly writes?: string | null;
}

const CASES: readonly Case[] = [
  {
    name: 'a label value off by a letter, in a podSelector',
    documents: [
      policy(
        'shop/api',
        `podSelector: {matchLabels: {app: api-server}}
ingress:
  - from:
      - podSelector:
          matchLabels:
            app: ▸wep`,
      ),
    ],
    from: 'shop/web',
    to: 'shop/api',
    port: 9090,
    kind: 'label-value',
    says: ['shop/web[Pod]', 'app=web', 'app=wep'],
    writes: '"web"',
  },
  {
    name: 'a label value off by case',
    documents: [
      policy(
        'shop/api',
        `podSelector: {}
ingress:
  - from: [{podSelector: {matchLabels: {tier: ▸Front}}}]`,
      ),
    ],
    from: 'shop/web',
    to: 'shop/api',
    kind: 'label-value',
    says: ['tier=front', 'tier=Front', 'Upper and lower case'],
    writes: '"front"',
  },
  {
    name: 'one value of an expression',
    documents: [
      policy(
        'shop/api',
        `podSelector: {}
ingress:
  - from:
      - podSelector:
          matchExpressions:
            - {key: app, operator: In, values: [mobile, ▸webb]}`,
      ),
    ],
    from: 'shop/web',
    to: 'shop/api',
    kind: 'label-value',
    says: ['app=web', 'app in (mobile, webb)'],
    writes: '"web"',
  },
  {
    name: 'the name of a namespace off by a letter',
    documents: [
      policy(
        'shop/api',
        `podSelector: {}
ingress:
  - from:
      - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ▸tool}}`,
      ),
    ],
    from: 'tools/prometheus',
    to: 'shop/api',
    kind: 'label-value',
    says: ['namespace tools', 'kubernetes.io/metadata.name=tools'],
    writes: '"tools"',
  },
  {
    name: 'a namespace label value off by case',
    documents: [
      policy(
        'shop/web',
        `podSelector: {}
policyTypes: [Egress]
egress:
  - to:
      - namespaceSelector: {matchLabels: {team: ▸Tools}}`,
      ),
    ],
    from: 'shop/web',
    to: 'tools/prometheus',
    side: 'egress',
    kind: 'label-value',
    says: ['namespace tools', 'team=Tools'],
  },
  {
    name: 'a subject almost selected',
    documents: [
      policy('shop/deny', 'podSelector: {}'),
      policy(
        'shop/api',
        `podSelector: {matchLabels: {app: ▸api-sever}}
ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]`,
      ),
    ],
    from: 'shop/web',
    to: 'shop/api',
    port: 9090,
    kind: 'label-value',
    says: ['shop/api[Pod]', 'policy api selects app=api-sever'],
    writes: '"api-server"',
  },
  {
    name: 'a label key off by case',
    documents: [
      policy(
        'shop/api',
        `podSelector: {}
ingress:
  - from: [{podSelector: {matchLabels: {▸App: web}}}]`,
      ),
    ],
    from: 'shop/web',
    to: 'shop/api',
    kind: 'label-key',
    says: ['app=web', 'App=web'],
    writes: '"app"',
  },
  {
    name: 'the same value under a key with a prefix',
    documents: [
      policy('shop/deny', 'podSelector: {}'),
      policy(
        'shop/p',
        `podSelector:
  matchLabels: {▸component: backend}
ingress: [{}]`,
      ),
    ],
    from: 'shop/web',
    to: 'shop/api',
    kind: 'label-key',
    says: ['app.kubernetes.io/component=backend', 'component=backend'],
    writes: '"app.kubernetes.io/component"',
  },
  {
    name: 'a label that the pod lacks',
    documents: [
      policy(
        'shop/db',
        `podSelector: {}
ingress:
  - from:
      - podSelector: {matchLabels: {app: web, ▸db-client: "true"}}`,
      ),
    ],
    from: 'shop/web',
    to: 'shop/db',
    kind: 'label-missing',
    says: ['shop/web[Pod] has no label db-client', 'db-client: "true"'],
    writes: null,
  },
  {
    name: 'a label that the subject lacks',
    documents: [
      policy('shop/deny', 'podSelector: {}'),
      policy(
        'shop/open',
        `podSelector: {matchExpressions: [▸{key: exposed, operator: Exists}]}
ingress: [{}]`,
      ),
    ],
    from: 'shop/web',
    to: 'shop/db',
    kind: 'label-missing',
    says: ['shop/db[Pod] has no label exposed', 'policy open selects'],
    writes: null,
  },
  {
    name: 'a label that the namespace lacks, meant as its name',
    documents: [
      policy(
        'shop/api',
        `podSelector: {}
ingress:
  - from:
      - namespaceSelector:
          matchLabels:
            ▸name: tools`,
      ),
    ],
    from: 'tools/prometheus',
    to: 'shop/api',
    kind: 'namespace-label-missing',
    says: ['namespace tools has no label name', 'kubernetes.io/metadata.name: tools'],
    writes: '"kubernetes.io/metadata.name": "tools"',
  },
  {
    name: 'an expression on a label that the namespace lacks',
    documents: [
      policy(
        'shop/api',
        `podSelector: {}
ingress:
  - from:
      - namespaceSelector:
          matchExpressions:
            - ▸{key: purpose, operator: In, values: [monitoring]}`,
      ),
    ],
    from: 'tools/prometheus',
    to: 'shop/api',
    kind: 'namespace-label-missing',
    says: ['namespace tools has no label purpose'],
    writes: '{"key": "kubernetes.io/metadata.name", "operator": "In", "values": ["tools"]}',
  },
  {
    name: 'a podSelector alone means the own namespace',
    documents: [
      policy(
        'shop/api',
        `podSelector: {}
ingress:
  - from:
      - ▸podSelector: {matchLabels: {app: prometheus}}`,
      ),
    ],
    from: 'tools/prometheus',
    to: 'shop/api',
    kind: 'namespace-selector-missing',
    says: ["policy's own namespace, shop", 'namespaceSelector for tools'],
    writes:
      '{"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "tools"}}, "podSelector": {"matchLabels": {"app": "prometheus"}}}',
  },
  {
    name: 'the same where the entry means a pod of the own namespace already',
    documents: [
      policy(
        'shop/db',
        `podSelector: {matchLabels: {app: db}}
ingress:
  - from:
      - ▸podSelector: {matchLabels: {app: web}}`,
      ),
    ],
    from: 'tools/web',
    to: 'shop/db',
    kind: 'namespace-selector-missing',
    says: ['tools/web[Pod]'],
    writes: null,
  },
  {
    name: 'two selectors in one entry where either should do: the namespace holds',
    documents: [
      policy(
        'shop/db',
        `podSelector: {}
ingress:
  - from:
      - ▸namespaceSelector: {matchLabels: {team: tools}}
        podSelector: {matchLabels: {app: api-server}}`,
      ),
    ],
    from: 'tools/prometheus',
    to: 'shop/db',
    kind: 'selectors-in-one-entry',
    says: ['both its selectors', 'namespace tools is selected', '"- "'],
    writes: null,
  },
  {
    name: 'two selectors in one entry where either should do: the pod holds',
    documents: [
      policy(
        'shop/db',
        `podSelector: {}
ingress:
  - from:
      - ▸podSelector: {matchLabels: {app: api-server}}
        namespaceSelector: {matchLabels: {team: tools}}`,
      ),
    ],
    from: 'shop/api',
    to: 'shop/db',
    kind: 'selectors-in-one-entry',
    says: ['its namespace is not selected'],
  },
  {
    name: "the Service's port instead of the pod's",
    documents: [
      service('shop/web', 'app: web', '{port: 80, targetPort: 8080}'),
      policy(
        'shop/web',
        `podSelector: {matchLabels: {app: web}}
ingress:
  - ports:
      - port: ▸80`,
      ),
    ],
    from: 'tools/prometheus',
    to: 'shop/web',
    port: 8080,
    kind: 'service-port',
    says: ['80 is the port of Service shop/web', '8080'],
    writes: '8080',
  },
  {
    name: "the Service's port in egress, its target a name",
    documents: [
      service('shop/web', 'app: web', '{port: 80, targetPort: http}'),
      policy(
        'tools/p',
        `podSelector: {}
policyTypes: [Egress]
egress: [{ports: [{port: ▸80}]}]`,
      ),
    ],
    from: 'tools/prometheus',
    to: 'shop/web',
    port: 8080,
    side: 'egress',
    kind: 'service-port',
    says: ['Service shop/web'],
    writes: '8080',
  },
  {
    name: "the question names the Service's port",
    documents: [
      service('shop/web', 'app: web', '{port: 80, targetPort: 8080}'),
      policy(
        'shop/web',
        `podSelector: {matchLabels: {app: web}}
ingress:
  - ▸ports: [{port: 8080}]`,
      ),
    ],
    from: 'tools/prometheus',
    to: 'shop/web',
    port: 80,
    kind: 'service-port-asked',
    says: ['Service shop/web', 'Ask for 8080'],
    writes: null,
  },
  {
    name: 'a port name that the pod gives to no port',
    documents: [
      policy(
        'shop/api',
        `podSelector: {matchLabels: {app: api-server}}
ingress:
  - ports: [{port: ▸http}]`,
      ),
    ],
    from: 'shop/web',
    to: 'shop/api',
    port: 9090,
    kind: 'port-name',
    says: ['"http"', '9090 is named "grpc"'],
    writes: '9090',
  },
  {
    name: 'a port name that the pod has under another protocol',
    documents: [
      policy(
        'shop/api',
        `podSelector: {matchLabels: {app: api-server}}
ingress:
  - ports: [{port: ▸dns}]`,
      ),
    ],
    from: 'shop/web',
    to: 'shop/api',
    port: 9090,
    kind: 'port-name',
    says: ['over UDP, for 5353'],
  },
  {
    name: 'a port name for a pod that declares no ports',
    documents: [
      policy(
        'tools/p',
        `podSelector: {}
ingress:
  - ports: [{port: ▸metrics}]`,
      ),
    ],
    from: 'shop/web',
    to: 'tools/prometheus',
    port: 9090,
    kind: 'port-name',
    says: ['declare no ports at all'],
    writes: '9090',
  },
  {
    name: 'the wrong protocol',
    documents: [
      policy(
        'shop/api',
        `podSelector: {matchLabels: {app: api-server}}
ingress:
  - ports: [{port: 5353, protocol: ▸SCTP}]`,
      ),
    ],
    from: 'shop/web',
    to: 'shop/api',
    port: 5353,
    protocol: 'UDP',
    kind: 'protocol',
    says: ['SCTP 5353', 'this is UDP 5353'],
    writes: '"UDP"',
  },
  {
    name: 'no protocol, which means TCP',
    documents: [
      policy(
        'tools/p',
        `podSelector: {}
policyTypes: [Egress]
egress:
  - ports:
      - ▸port: 5353`,
      ),
    ],
    from: 'tools/prometheus',
    to: 'shop/api',
    port: 5353,
    protocol: 'UDP',
    side: 'egress',
    kind: 'protocol',
    says: ['without a protocol means TCP'],
    writes: '{"protocol": "UDP", "port": 5353}',
  },
  {
    name: 'a named port over the wrong protocol',
    documents: [
      policy(
        'shop/api',
        `podSelector: {}
ingress:
  - ports: [▸{port: dns}]`,
      ),
    ],
    from: 'shop/web',
    to: 'shop/api',
    port: 5353,
    protocol: 'UDP',
    kind: 'protocol',
    says: ['TCP port "dns"'],
    writes: '{"protocol": "UDP", "port": "dns"}',
  },
  {
    name: 'two digits swapped',
    documents: [
      policy(
        'shop/db',
        `podSelector: {matchLabels: {app: db}}
ingress:
  - from: [{podSelector: {matchLabels: {app: web}}}]
    ports: [{port: ▸5423}]`,
      ),
    ],
    from: 'shop/web',
    to: 'shop/db',
    port: 5432,
    kind: 'port-number',
    says: ['TCP 5423', '5432'],
    writes: '5432',
  },
  {
    name: 'just past the end of a range',
    documents: [
      policy(
        'shop/db',
        `podSelector: {matchLabels: {app: db}}
ingress:
  - ports: [{port: ▸5400, endPort: 5431}]`,
      ),
    ],
    from: 'shop/web',
    to: 'shop/db',
    port: 5432,
    kind: 'port-number',
    says: ['5400-5431', '5432 is just past the end'],
    writes: null,
  },
  {
    name: 'the right rule under ingress where egress is what blocks',
    documents: [
      policy(
        'shop/web',
        `podSelector: {matchLabels: {app: web}}
policyTypes: [Ingress, Egress]
ingress:
  - ▸from: [{podSelector: {matchLabels: {app: db}}}]
    ports: [{port: 5432}]
egress:
  - ports: [{port: 53, protocol: UDP}]`,
      ),
    ],
    from: 'shop/web',
    to: 'shop/db',
    port: 5432,
    side: 'egress',
    kind: 'wrong-direction',
    says: ['under ingress', 'under egress, with "to"'],
    writes: null,
  },
  {
    name: 'the right rule under egress where ingress is what blocks',
    documents: [
      policy(
        'shop/db',
        `podSelector: {matchLabels: {app: db}}
policyTypes: [Ingress, Egress]
egress:
  - ▸to: [{podSelector: {matchLabels: {app: web}}}]`,
      ),
    ],
    from: 'shop/web',
    to: 'shop/db',
    port: 5432,
    place: 0,
    kind: 'wrong-direction',
    says: ['under egress', 'under ingress, with "from"'],
  },
  {
    name: 'rules for a direction that policyTypes leaves out (T6)',
    documents: [
      policy('shop/deny', 'podSelector: {}\npolicyTypes: [Ingress]'),
      policy(
        'shop/p',
        `podSelector: {}
policyTypes: [Egress]
▸ingress:
  - from: [{podSelector: {}}]
egress: [{}]`,
      ),
    ],
    from: 'shop/web',
    to: 'shop/db',
    kind: 'direction-not-listed',
    says: ['ingress rules of policy shop/p', 'leaves out Ingress'],
    writes: null,
  },
  {
    name: 'egress rules without types isolate ingress (T4)',
    documents: [
      policy(
        'shop/▸dns',
        `podSelector: {matchLabels: {app: db}}
egress:
  - ports: [{port: 53, protocol: UDP}]`,
      ).replace('"▸dns"', '▸"dns"'),
    ],
    from: 'shop/web',
    to: 'shop/db',
    kind: 'default-types',
    says: ['without policyTypes it isolates ingress', 'policyTypes: [Egress]'],
  },
  {
    name: 'a direction that is listed without rules (T7)',
    documents: [
      policy(
        'shop/web',
        `podSelector: {matchLabels: {app: web}}
policyTypes: ▸[Ingress, Egress]
ingress: [{}]`,
      ),
    ],
    from: 'shop/web',
    to: 'shop/db',
    side: 'egress',
    kind: 'listed-without-rules',
    says: ['lists Egress', 'nothing is let out'],
  },
  {
    name: 'the right policy in a namespace without such pods',
    documents: [
      policy('shop/deny', 'podSelector: {}'),
      policy(
        'default/▸db',
        `podSelector: {matchLabels: {app: db}}
ingress: [{from: [{namespaceSelector: {}}]}]`,
      ).replace('"▸db"', '▸"db"'),
    ],
    from: 'shop/web',
    to: 'shop/db',
    kind: 'wrong-namespace',
    says: ['policy default/db selects nothing', 'shop/db[Pod] is in shop'],
  },
  {
    name: 'an address in the block beside',
    documents: [
      policy(
        'shop/web',
        `podSelector: {}
ingress:
  - from: [{ipBlock: {cidr: ▸10.20.0.0/24}}]`,
      ),
    ],
    from: '10.20.1.7',
    to: 'shop/web',
    kind: 'block-misses',
    says: ['10.20.1.7 lies just outside 10.20.0.0/24', '10.20.1.0/24'],
    writes: '"10.20.1.0/24"',
  },
  {
    name: 'an address in a block with two digits swapped',
    documents: [
      policy(
        'shop/web',
        `podSelector: {}
policyTypes: [Egress]
egress:
  - to: [{ipBlock: {cidr: ▸192.186.0.0/16}}]`,
      ),
    ],
    from: 'shop/web',
    to: '192.168.4.4',
    side: 'egress',
    kind: 'block-misses',
    says: ['192.168.0.0/16 would hold it'],
    writes: '"192.168.0.0/16"',
  },
  {
    name: 'an address that an except carves out',
    documents: [
      policy(
        'shop/web',
        `podSelector: {}
policyTypes: [Egress]
egress:
  - to: [{ipBlock: {cidr: 0.0.0.0/0, except: [172.16.0.0/12, ▸10.0.0.0/8]}}]`,
      ),
    ],
    from: 'shop/web',
    to: '10.1.2.3',
    side: 'egress',
    kind: 'block-except',
    says: ['10.1.2.3 lies in 0.0.0.0/0', 'except takes 10.0.0.0/8 out'],
    writes: null,
  },
  {
    name: 'an IPv6 address where every IPv4 one is let through (T34)',
    documents: [
      policy(
        'shop/web',
        `podSelector: {}
policyTypes: [Egress]
egress:
  - to: [{ipBlock: {cidr: ▸0.0.0.0/0}}]`,
      ),
    ],
    from: 'shop/web',
    to: '2001:db8::1',
    side: 'egress',
    kind: 'block-family',
    says: ['IPv6 address', '::/0'],
  },
  {
    name: 'egress blocks although ingress allows (T36)',
    documents: [
      policy('shop/web', 'podSelector: ▸{matchLabels: {app: web}}\npolicyTypes: [Egress]'),
      policy('shop/db', 'podSelector: {matchLabels: {app: db}}\ningress: [{}]'),
    ],
    from: 'shop/web',
    to: 'shop/db',
    side: 'egress',
    kind: 'one-side',
    says: [
      'Only egress stops this',
      'policy shop/db of shop/db[Pod] lets it in',
      'shop/web[Pod] has to let it out',
    ],
  },
  {
    name: 'ingress blocks although no policy restricts what leaves',
    documents: [policy('shop/db', 'podSelector: ▸{}')],
    from: 'tools/web',
    to: 'shop/db',
    kind: 'one-side',
    says: ['Only ingress stops this', 'no policy restricts what comes out of tools/web[Pod]'],
  },
];

describe('one thing is off', () => {
  test.each(CASES)(
    '$name',
    ({ documents, kind, side = 'ingress', says, place = 0, writes, ...packet }) => {
      const { misses, marked, fixed } = near([...WORLD, ...documents], packet);
      const miss = misses[place];
      expect(misses.map((one) => one.kind)[place]).toBe(kind);
      expect(miss?.side).toBe(side);
      expect(miss?.at).toBe(marked);
      for (const words of says) expect(miss?.message).toContain(words);
      if (writes === undefined) return;
      expect(miss?.fix?.edits.map(({ text }) => text) ?? null).toEqual(
        writes === null ? null : [writes],
      );
      if (writes === null || miss === undefined) return;
      // The fix does what is said of it, from the text on.
      const { cluster, analysis, findings } = analyze([{ name: 'fixed.yaml', text: fixed(miss) }]);
      expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
      const end = (name: string) =>
        analysis.peers.find(({ id }) => id === `${name}[Pod]`) ??
        analysis.peers.find(
          (peer) => peer.type === 'external' && peer.sample.text.startsWith(name.slice(0, 4)),
        );
      const source = end(packet.from);
      const destination = end(packet.to);
      if (source === undefined || destination === undefined) throw new Error('an end is gone');
      const decision = decide(
        cluster,
        source,
        destination,
        packet.protocol ?? 'TCP',
        packet.port ?? 80,
      );
      expect(decision[side].verdict).toBe('allow');
    },
  );
});

describe('nothing is said', () => {
  const kinds = (documents: readonly string[], packet: Packet) =>
    near([...WORLD, ...documents], packet).misses.map(({ kind }) => kind);
  const from = (peer: string) => policy('shop/db', `podSelector: {}\ningress: [{from: [${peer}]}]`);

  test('of a packet that is let through', () => {
    const documents = [from('{podSelector: {matchLabels: {app: web}}}')];
    expect(kinds(documents, { from: 'shop/web', to: 'shop/db' })).toEqual([]);
  });

  test('of a packet that depends', () => {
    const documents = [from('{ipBlock: {cidr: 10.0.0.0/8}}')];
    expect(kinds(documents, { from: 'shop/web', to: 'shop/db' })).toEqual([]);
  });

  test.each([
    ['another value', '{podSelector: {matchLabels: {app: mobile}}}'],
    ['a short value that differs by a letter', '{podSelector: {matchLabels: {app: we}}}'],
    ['two requirements that fail', '{podSelector: {matchLabels: {app: wep, tier: fron}}}'],
    [
      'a value that is excluded on purpose',
      '{podSelector: {matchExpressions: [{key: app, operator: NotIn, values: [web]}]}}',
    ],
    [
      'another namespace by name',
      '{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: default}}}',
    ],
  ])('of %s, but that one side alone stops it', (_, peer) => {
    expect(kinds([from(peer)], { from: 'shop/web', to: 'shop/db' })).toEqual(['one-side']);
  });

  test('of a value that differs in its number', () => {
    const documents = [
      pod('shop/worker', 'app: worker-1'),
      from('{podSelector: {matchLabels: {app: worker-2}}}'),
    ];
    expect(kinds(documents, { from: 'shop/worker', to: 'shop/db' })).toEqual(['one-side']);
  });

  test('of a block far away', () => {
    const documents = [from('{ipBlock: {cidr: 192.168.0.0/16}}')];
    expect(kinds(documents, { from: '10.1.2.3', to: 'shop/db' })).toEqual(['one-side']);
  });

  test('of another port', () => {
    const documents = [policy('shop/db', 'podSelector: {}\ningress: [{ports: [{port: 9000}]}]')];
    expect(kinds(documents, { from: 'shop/web', to: 'shop/db', port: 5432 })).toEqual(['one-side']);
  });

  test('of a policy elsewhere that has pods of its own', () => {
    const documents = [
      policy('shop/deny', 'podSelector: {}'),
      policy('tools/web', 'podSelector: {matchLabels: {app: web}}\ningress: [{}]'),
    ];
    expect(kinds(documents, { from: 'shop/db', to: 'shop/web' })).toEqual(['one-side']);
  });
});

describe('the list', () => {
  const entries = (count: number) =>
    Array.from({ length: count }, (_, at) => `{podSelector: {matchLabels: {app: wep, x${at}: a}}}`);
  const clients = pod('shop/client', 'app: web, x0: a, x1: a, x2: a, x3: a, x4: a, x5: a');

  test('has at most five, and that one side alone stops it is among them', () => {
    const documents = [
      clients,
      policy('shop/db', `podSelector: {}\ningress: [{from: [${entries(6).join(', ')}]}]`),
    ];
    const { misses } = near([...WORLD, ...documents], { from: 'shop/client', to: 'shop/db' });
    expect(misses.map(({ kind }) => kind)).toEqual([
      'label-value',
      'label-value',
      'label-value',
      'label-value',
      'one-side',
    ]);
  });

  test('begins with the closest, whatever the order of the text', () => {
    const documents = [
      policy(
        'shop/db',
        `podSelector: {}
ingress:
  - from: [{podSelector: {matchLabels: {app: web, role: client}}}]
  - from: [{podSelector: {matchLabels: {app: wep}}}]`,
      ),
    ];
    const { misses } = near([...WORLD, ...documents], { from: 'shop/web', to: 'shop/db' });
    expect(misses.map(({ kind }) => kind)).toEqual(['label-value', 'label-missing', 'one-side']);
  });

  test('tells both sides where both stop it', () => {
    const documents = [
      policy(
        'shop/db',
        'podSelector: {matchLabels: {app: db}}\ningress: [{from: [{podSelector: {matchLabels: {app: wep}}}]}]',
      ),
      policy(
        'shop/web',
        'podSelector: {matchLabels: {app: web}}\npolicyTypes: [Egress]\negress: [{to: [{podSelector: {matchLabels: {App: db}}}]}]',
      ),
    ];
    const { misses } = near([...WORLD, ...documents], { from: 'shop/web', to: 'shop/db' });
    expect(misses.map(({ kind, side }) => `${side} ${kind}`)).toEqual([
      'egress label-key',
      'ingress label-value',
    ]);
  });
});
