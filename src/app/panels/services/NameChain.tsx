// The way from a pod to a name, step by step: DNS, the Service's port, each endpoint with its verdict.
import { useCallback } from 'react';
import type { PeerIndex, RestingAnswer, RestingPort } from '../../../core/index.ts';
import type { EngineClient } from '../../../worker/client.ts';
import type { Actions } from '../../actions.ts';
import { Assuming } from '../Assuming.tsx';
import { PlaceButton } from '../PlaceButton.tsx';
import { plainId, plainWords } from '../peer-words.ts';
import { SideReasons } from '../SideReasons.tsx';
import { VerdictBadge } from '../Verdict.tsx';
import { ReachBadge } from './ReachBadge.tsx';
import { countText } from './reach-words.ts';
import { useAsked } from './use-asked.ts';

interface Props {
  readonly client: EngineClient;
  readonly version: number;
  readonly index: PeerIndex;
  readonly actions: Actions;
  readonly name: string;
  readonly port: number | string | null;
}

export function NameChain({ client, version, index, name, port, actions }: Props) {
  const asked = useAsked(
    useCallback(
      () => client.askName(version, index, name, port),
      [client, version, index, name, port],
    ),
  );
  if (asked.state === 'failed') return <p role="alert">{asked.words}</p>;
  if (asked.state === 'waiting') return null;
  const { value: answer } = asked;
  const { dns, ports, problem, reach, assuming } = answer;
  // Said once: at a step only where the whole does not say it.
  const more = (words: readonly string[]) => words.filter((one) => !assuming.includes(one));
  return (
    <div className="name-chain">
      <p className="service-line">
        <Meaning answer={answer} actions={actions} />
        <ReachBadge reach={reach} />
      </p>
      <Assuming words={assuming} />
      <ol className="chain">
        {dns !== null && (
          <li className="chain-step">
            <p className="stop">
              <strong>DNS</strong> <VerdictBadge verdict={dns.verdict} />
            </p>
            <p className="faint">{dnsWords(dns)}</p>
            <Assuming words={more(dns.assuming)} />
            {dns.verdict !== 'allow' && (
              <SideReasons
                direction="egress"
                of={plainId(answer.source.id)}
                side={dns.decision.egress}
                actions={actions}
              />
            )}
          </li>
        )}
        {ports.map((one) => (
          <Port
            key={`${one.protocol} ${one.asked} ${one.port?.name}`}
            reached={one}
            source={plainId(answer.source.id)}
            more={more}
            actions={actions}
          />
        ))}
      </ol>
      {problem !== null && <p>{problem}</p>}
    </div>
  );
}

function Meaning({ answer, actions }: { answer: RestingAnswer; actions: Actions }) {
  const { meaning, name } = answer;
  if (meaning.kind === 'service') {
    const { service } = meaning;
    const { origin, nameRange } = service;
    const span = {
      file: origin.file,
      start: origin.offset + nameRange.start,
      end: origin.offset + nameRange.end,
    };
    return (
      <span>
        {name} is Service{' '}
        <PlaceButton span={span} actions={actions}>
          {service.namespace}/{service.name}
        </PlaceButton>
      </span>
    );
  }
  return <span>{meaningWords(answer)}</span>;
}

function meaningWords({ meaning, name }: RestingAnswer): string {
  switch (meaning.kind) {
    case 'service':
      return `${name} is a Service`;
    case 'pod':
      return `${name} is a pod of ${plainId(meaning.peer.id)}`;
    case 'api-server':
      return `${name} is the API server`;
    case 'address':
      return `${name} is an address outside the cluster`;
    case 'outside':
      return `${meaning.name} is a name outside the cluster`;
    case 'nobody':
      return `${name} does not resolve here`;
  }
}

function dnsWords({
  server,
  port,
  isAssumed,
  overTcp,
  verdict,
  instead,
}: NonNullable<RestingAnswer['dns']>): string {
  const who = isAssumed
    ? `No DNS pods here: asked are those labelled k8s-app: kube-dns in kube-system, UDP ${port}.`
    : `Asked is ${plainId(server.id)}, UDP ${port}.`;
  if (instead !== null) {
    return `${who} They can’t be asked; a server in ${instead.id} could be, if there is one.`;
  }
  if (verdict === 'allow' && overTcp !== 'allow') {
    return `${who} Long answers come over TCP, which is ${overTcp === 'deny' ? 'denied' : 'in doubt'}.`;
  }
  return who;
}

interface PortProps {
  readonly reached: RestingPort;
  readonly source: string;
  /** What the whole answer does not take for granted already. */
  readonly more: (words: readonly string[]) => readonly string[];
  readonly actions: Actions;
}

const MOST = 30;

function Port({ reached, source, more, actions }: PortProps) {
  const { port, protocol, asked, endpoints, count, nothing } = reached;
  const targets = [...new Set(endpoints.map((one) => one.port))].join(', ');
  return (
    <>
      <li className="chain-step">
        <p className="stop">
          <strong>
            {protocol} {asked}
          </strong>{' '}
          {port?.name && <span className="faint">{port.name} </span>}
          {targets !== '' && targets !== `${asked}` && (
            <span className="faint">becomes the pods’ {targets}</span>
          )}
        </p>
        {nothing !== null && <p>{nothing}</p>}
      </li>
      {endpoints.length > 0 && (
        <li className="chain-step">
          <p className="stop">
            <strong>{countText(count)}</strong>
          </p>
          <ul className="endpoints">
            {endpoints.slice(0, MOST).map((endpoint) => (
              <Endpoint
                key={`${endpoint.peer.id} ${endpoint.port} ${endpoint.isSelf}`}
                endpoint={endpoint}
                source={source}
                more={more}
                actions={actions}
              />
            ))}
          </ul>
          {endpoints.length > MOST && <p className="faint">and {endpoints.length - MOST} more</p>}
        </li>
      )}
    </>
  );
}

function Endpoint({
  endpoint,
  source,
  more,
  actions,
}: Omit<PortProps, 'reached'> & { endpoint: RestingPort['endpoints'][number] }) {
  const { peer, port, pods, isSelf, verdict, because, decision } = endpoint;
  const name = plainId(peer.id);
  const many = pods === 'per-node' ? ' on every node' : pods > 1 ? ` × ${pods}` : '';
  return (
    <li>
      <details>
        <summary className="service-line">
          <span>
            {isSelf ? 'the pod that asks' : `${name}${many}`}{' '}
            <span className="faint">port {port}</span>
          </span>
          <VerdictBadge verdict={verdict} />
        </summary>
        <Assuming words={more(endpoint.assuming)} />
        {because.map((sentence) => (
          <p key={sentence}>{plainWords(sentence)}</p>
        ))}
        {decision !== null && (
          <>
            <SideReasons direction="egress" of={source} side={decision.egress} actions={actions} />
            <SideReasons direction="ingress" of={name} side={decision.ingress} actions={actions} />
          </>
        )}
        {decision === null && because.length === 0 && (
          <p className="faint">A pod reaches itself where nothing stops its other pods.</p>
        )}
      </details>
    </li>
  );
}
