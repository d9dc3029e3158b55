// Commands that exist in reality and not here: said in words, with what to do instead.

const NETWORK =
  'this terminal stands outside the cluster; run it in a pod, as in "kubectl exec -it POD -- %"';
const FETCH =
  'nothing leaves this page; paste the manifests into the editor, or drop their files on it';
const TOOL = 'only kubectl and a few commands around it are; "help" lists them';

const CLUSTERS = 'the cluster is there already: what the manifests in the editor declare';
const PLUGIN = "the plugin's own objects and tools; NetworkPolicies work without them";
const FOLDERS = 'there are no folders here, only the files of the editor; "ls" lists them';
const OUTPUT = 'use "-o jsonpath=…" or "-o custom-columns=…" of kubectl get';

const WORDS: ReadonlyMap<string, string> = new Map([
  ...said(
    'wget curl nc ping nslookup dig host telnet traceroute ip ifconfig ss netstat getent',
    (name) => NETWORK.replace('%', name),
  ),
  ...said('minikube kind k3d kubeadm', () => CLUSTERS),
  ...said('calicoctl cilium hubble antctl', () => PLUGIN),
  ...said('cd mkdir rmdir find', () => FOLDERS),
  ...said('jq yq', () => OUTPUT),
  ...said('source .', () => 'the Tab key completes here already'),
  ...said('complete compdef', () => 'the Tab key completes here already'),
  ...said(
    'helm docker podman nerdctl crictl kustomize git sudo ssh apt apt-get apk brew yum dnf python python3 node sed mv chmod bash sh zsh top ps env read eval trap k9s stern oc date diff man which type tmux open',
    () => TOOL,
  ),
]);

function said(names: string, words: (name: string) => string) {
  return names.split(' ').map((name) => [name, words(name)] as const);
}

/** null for a name that nobody knows. */
export function notHere(name: string, args: readonly string[]): string | null {
  const words = WORDS.get(name);
  if (words === undefined) return null;
  // A manifest is to be fetched, nobody is to be reached.
  const isFetched =
    /^(?:curl|wget|git)$/.test(name) && args.some((word) => /^https?:.*\/\/.*[./]/.test(word));
  return `not simulated here: ${name}: ${isFetched ? FETCH : words}`;
}
