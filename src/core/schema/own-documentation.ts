// What help says of the fields of Netpolis's own kinds, by type, then field; '' is the type itself.

export const OWN_DOCUMENTATION: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'netpolis.Intent': {
    '': 'Says which flows must be possible and which must not. The page shows a tick beside each; "netpolis check" fails where one is not as it says.',
    flows:
      'The flows, each checked by itself. The peers on both sides are taken in pairs, and every pair counts.',
    metadata: 'A name for the results. It may be left out.',
  },
  'netpolis.IntentFlow': {
    from: 'Who sends: a peer, or a list of them. "shop/web" is a workload, "shop/*" all workloads of a namespace, "*" all workloads, "10.0.0.0/8" addresses outside the cluster, "{ingress-controller}" the controller behind Ingresses, "{nodes}" the machines, "{api-server}" the API server, "{cluster-dns}" the pods that resolve names, "{new-pod}" a pod without labels in a new namespace, "{new-pod} shop" one in namespace shop.',
    to: 'Who is reached, written like "from"; or a Service, as "svc/api.shop" or "svc/api.shop:80". By a Service\'s name, "allow" takes DNS, too.',
    ports:
      'Which ports of the destination are meant: 80, "8000-8999", "53/UDP", "UDP" for all of a protocol, or the name of a port. A number alone is one of TCP. Without it every port is meant.\n\nOf a Service they are its own ports.',
    expect:
      'allow: every port of every pair must surely be let through. deny: none may be, not even perhaps. What depends on a fact that the manifests lack is not passed.',
    reason: 'Why it should be so, for the people who read the results.',
  },
};
