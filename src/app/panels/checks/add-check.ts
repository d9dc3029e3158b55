// A check that says what a flow is now, written into the manifests: whatever changes it later is seen.
import {
  actorWords,
  addFlow,
  type End,
  type IntendedFlow,
  isAllPorts,
  isEmptyPortSet,
  type PeerIndex,
  type PortSet,
  PROTOCOLS,
  rangeText,
} from '../../../core/index.ts';
import type { Outlook } from '../../outlook.ts';
import type { Page } from '../../start.ts';

const FILE = 'intent.yaml';

/** To the intent that is there, else to a file of its own; shows the lines. */
export function addCheckOf(
  { store, actions }: Page,
  outlook: Outlook,
  source: PeerIndex,
  destination: PeerIndex,
): void {
  const flow = intendedAs(outlook, source, destination);
  const { checks, files, readOnly } = store.getState();
  const name = checks.at(-1)?.span.file ?? FILE;
  const file = files.find((one) => one.name === name);
  const { text, at } = addFlow(file?.text ?? '', flow);
  if (file === undefined) actions.addFile(name, text);
  else actions.setText(name, text);
  if (readOnly) return;
  const { view } = store.getState();
  actions.reveal({ file: name, start: at, end: at });
  // On a phone the flow stays in sight, with the check below it.
  actions.setView(view);
  actions.say(
    flow.expect === 'allow'
      ? `Added to ${name}: this flow must stay possible.`
      : `Added to ${name}: this flow must stay impossible.`,
  );
}

/** Allowed on the ports on which it is surely allowed; without any, denied. */
function intendedAs(
  { peers, flows }: Outlook,
  source: PeerIndex,
  destination: PeerIndex,
): IntendedFlow {
  const { allowed } = flows.flow(source, destination);
  const [from, to] = [writtenAs(peers, source), writtenAs(peers, destination)];
  if (isEmptyPortSet(allowed)) return { from, to, expect: 'deny' };
  return isAllPorts(allowed)
    ? { from, to, expect: 'allow' }
    : { from, to, ports: portsOf(allowed), expect: 'allow' };
}

/** As short as it is still one: the kind is left out where no other workload has the name. */
function writtenAs(peers: readonly End[], index: PeerIndex): string | readonly string[] {
  const peer = peers[index];
  if (peer === undefined) return [];
  if (peer.type === 'external') return peer.cidrs.length === 1 ? (peer.cidrs[0] ?? '') : peer.cidrs;
  if (peer.type === 'actor' || actorWords(peer) !== null) return peer.id;
  const { namespace, name } = peer.workload;
  const alike = peers.filter(
    (one) =>
      one.type === 'workload' && one.workload.namespace === namespace && one.workload.name === name,
  );
  return alike.length === 1 ? `${namespace}/${name}` : peer.id;
}

function portsOf(set: PortSet): readonly (string | number)[] {
  return PROTOCOLS.flatMap((protocol) => {
    const [first] = set[protocol];
    if (first?.from === 1 && first.to === 65535) return [protocol];
    return set[protocol].map((range) => {
      const text = rangeText(range);
      if (protocol !== 'TCP') return `${text}/${protocol}`;
      return range.from === range.to ? range.from : text;
    });
  });
}
