// Where things lead, and what is said of them: the cursor is shown as | in one of two files.
import { describe, expect, it } from 'vitest';
import { definition } from '../../../src/core/help/definition.ts';
import { hover } from '../../../src/core/help/hover.ts';
import { references } from '../../../src/core/help/references.ts';
import { analyze } from '../../../src/core/index.ts';
import { cursorIn, SHOP } from './cluster.ts';

const POLICY = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: one
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: api
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: web
        - namespaceSelector:
            matchLabels:
              team: ops
      ports:
        - port: grpc
  egress:
    - to:
        - podSelector:
            matchLabels:
              app: none
      ports:
        - port: http
`;

/** Where in which text, the cursor standing before `words` and `by` letters into them. */
function asked(file: 'shop.yaml' | 'policy.yaml', words: string, by = 1) {
  const texts = { 'shop.yaml': SHOP, 'policy.yaml': POLICY };
  const text = texts[file];
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`no ${words}`);
  const { at } = cursorIn(`${text.slice(0, start + by)}|${text.slice(start + by)}`);
  const files = Object.entries(texts).map(([name, one]) => ({ name, text: one }));
  return { files, file, at, cluster: analyze(files).cluster, texts };
}

function targets(file: 'shop.yaml' | 'policy.yaml', words: string, by?: number) {
  const { files, at, cluster, texts } = asked(file, words, by);
  return definition(files, file, at, cluster).map(({ name, at: place }) => {
    const text = texts[place.file as keyof typeof texts];
    return `${name} at ${text.slice(place.start, place.end)}`;
  });
}

function found(file: 'shop.yaml' | 'policy.yaml', words: string, by?: number) {
  const { files, at, cluster, texts } = asked(file, words, by);
  return references(files, file, at, cluster).map(({ file: other, start, end }) => {
    const text = texts[other as keyof typeof texts].slice(start, end);
    return text.replace(/\s+/g, ' ');
  });
}

function said(file: 'shop.yaml' | 'policy.yaml', words: string, by?: number) {
  const { files, at, cluster } = asked(file, words, by);
  return hover(files, file, at, cluster);
}

describe('definitions', () => {
  it('of a selector are the workloads it selects', () => {
    expect(targets('policy.yaml', 'podSelector')).toEqual(['Deployment shop/api at api']);
    expect(targets('policy.yaml', 'app: api', 6)).toEqual(['Deployment shop/api at api']);
    expect(targets('policy.yaml', 'app: web')).toEqual(['Deployment shop/web at web']);
  });

  it('of a selector of namespaces are the namespaces', () => {
    expect(targets('policy.yaml', 'team: ops')).toEqual(['Namespace monitoring at monitoring']);
  });

  it('of the name of a namespace is its manifest', () => {
    expect(targets('policy.yaml', 'shop\nspec')).toEqual(['Namespace shop at shop']);
  });

  it('of a port name is where the pods meant declare it', () => {
    expect(targets('policy.yaml', 'grpc')).toEqual(['Deployment shop/api at grpc']);
    // Nobody there has the label, and so nobody the port.
    expect(targets('policy.yaml', 'port: http', 7)).toEqual([]);
  });

  it('of a Service are its pods, and of its target port theirs', () => {
    expect(targets('shop.yaml', 'selector:\n    app: web', 3)).toEqual([
      'Deployment shop/web at web',
    ]);
    expect(targets('shop.yaml', 'targetPort: http', 14)).toEqual(['Deployment shop/web at http']);
  });

  it('are none of a name that nothing declares, nor of a comment', () => {
    expect(targets('policy.yaml', 'app: none')).toEqual([]);
    expect(targets('policy.yaml', 'NetworkPolicy')).toEqual([]);
  });
});

describe('references', () => {
  it('of a workload are the selectors and the Service that select it', () => {
    expect(found('shop.yaml', 'name: api', 7)).toEqual(['matchLabels: app: api']);
    expect(found('shop.yaml', 'name: web', 7)).toEqual([
      'podSelector: matchLabels: app: web',
      'app: web',
    ]);
    expect(found('shop.yaml', 'name: prometheus', 7)).toEqual([
      'namespaceSelector: matchLabels: team: ops',
    ]);
  });

  it('of a label are the requirements that ask for it', () => {
    expect(found('shop.yaml', 'app: api\n        tier', 1)).toEqual(['app: api']);
    expect(found('shop.yaml', 'tier: back', 1)).toEqual([]);
  });

  it('of a port name are the rules that name it', () => {
    expect(found('shop.yaml', 'name: grpc', 7)).toEqual(['grpc']);
    expect(found('shop.yaml', 'name: stats', 7)).toEqual([]);
  });

  it('of a namespace are the selectors that match it and the policies in it', () => {
    expect(found('shop.yaml', 'name: monitoring', 7)).toEqual([
      'namespaceSelector: matchLabels: team: ops',
    ]);
    expect(found('shop.yaml', 'name: shop', 7)).toEqual(['shop']);
  });
});

describe('hover', () => {
  it('tells what a selector selects', () => {
    expect(said('policy.yaml', 'podSelector')).toMatchObject({
      title: 'podSelector: LabelSelector',
      paragraphs: ['This selector selects 1 workload: shop/api.'],
      field: 'NetworkPolicySpec.podSelector',
    });
    expect(said('policy.yaml', 'app: none')?.paragraphs).toEqual([
      'This selector selects no workload of these manifests.',
    ]);
    expect(said('policy.yaml', 'namespaceSelector')?.paragraphs).toEqual([
      'This selector selects 1 namespace: monitoring.',
    ]);
  });

  it('tells where a port name leads', () => {
    expect(said('policy.yaml', 'grpc')?.paragraphs).toEqual(['grpc is 9090 TCP on shop/api.']);
    expect(said('policy.yaml', 'port: http', 7)?.paragraphs).toEqual([
      'No workload is meant here that could declare a port "http".',
    ]);
  });

  it('tells what is known of a namespace', () => {
    expect(said('policy.yaml', 'shop\nspec')?.paragraphs).toEqual([
      'Namespace shop with 2 workloads.',
      'Labels: team: sales, stage: live, kubernetes.io/metadata.name: shop.',
    ]);
  });

  it('says of the ends of an intent that one or several may be named', () => {
    const text =
      'apiVersion: netpolis.dev/v1\nkind: Intent\nflows:\n- {from: a, to: b, expect: deny}\n';
    const files = [{ name: 'intent.yaml', text }];
    expect(
      hover(files, 'intent.yaml', text.indexOf('from'), asked('shop.yaml', 'shop').cluster),
    ).toMatchObject({
      title: 'from: string or list of strings',
      field: 'netpolis.IntentFlow.from',
    });
  });

  it('names the documentation of a field, and stands at its key', () => {
    const about = said('policy.yaml', 'ingress');
    expect(about).toMatchObject({ field: 'NetworkPolicySpec.ingress', paragraphs: [] });
    expect(POLICY.slice(about?.span.start, about?.span.end)).toBe('ingress');
  });

  it('is silent where nothing is to be said', () => {
    expect(said('policy.yaml', 'one')).toBeNull();
  });
});
