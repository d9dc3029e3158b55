// Pods that nobody has written yet: which of them could reach a workload or be reached by it, by their labels.
import { useCallback } from 'react';
import {
  type ExposedRow,
  isEmptyPortSet,
  namedText,
  newPodsText,
  openText,
  type PeerIndex,
  type Reason,
  ruleText,
} from '../../../core/index.ts';
import type { EngineClient } from '../../../worker/client.ts';
import type { Actions } from '../../actions.ts';
import { PlaceButton } from '../PlaceButton.tsx';
import { plainWords } from '../peer-words.ts';
import { shortPorts } from '../port-words.ts';
import { useAsked } from '../services/use-asked.ts';
import { VerdictBadge } from '../Verdict.tsx';
import './exposure.css';

interface Props {
  readonly client: EngineClient;
  readonly version: number;
  readonly index: PeerIndex;
  readonly actions: Actions;
}

export function NewPods({ client, version, index, actions }: Props) {
  const asked = useAsked(
    useCallback(() => client.exposure(version, index), [client, version, index]),
  );
  if (asked.state === 'failed') return <p role="alert">{asked.words}</p>;
  if (asked.state === 'waiting') return null;
  const { ingress, egress, isWhole } = asked.value;
  return (
    <section className="exposure" aria-label="Pods not written yet">
      <h3>Pods not written yet</h3>
      <p className="faint">
        What policies say of pods that are in no manifest. Where several lines fit a pod, the one
        that names most holds.
      </p>
      <Rows title="Could reach it" none="No such pod could." rows={ingress} actions={actions} />
      <Rows title="It could reach" none="No such pod." rows={egress} actions={actions} />
      {!isWhole && (
        <p className="faint">
          Policies ask for more labels than can be weighed together: some lines may be missing.
        </p>
      )}
    </section>
  );
}

interface RowsProps {
  readonly title: string;
  readonly none: string;
  readonly rows: readonly ExposedRow[];
  readonly actions: Actions;
}

const MOST = 20;

/** Those that are let through less than others are, mostly by policies of their own, are folded away. */
function Rows({ title, none, rows, actions }: RowsProps) {
  const more = rows.filter(({ isLess }) => !isLess);
  const less = rows.filter(({ isLess }) => isLess);
  return (
    <>
      <h4>{title}</h4>
      {rows.length === 0 && <p>{none}</p>}
      <Lines rows={more} actions={actions} />
      {less.length > 0 && (
        <details>
          <summary>
            Exceptions, let through less <span className="count">{less.length}</span>
          </summary>
          <Lines rows={less} actions={actions} />
        </details>
      )}
    </>
  );
}

function Lines({ rows, actions }: Pick<RowsProps, 'rows' | 'actions'>) {
  if (rows.length === 0) return null;
  return (
    <>
      <ul>
        {rows.slice(0, MOST).map((row) => (
          <li key={newPodsText(row.pods)}>
            <Line row={row} actions={actions} />
          </li>
        ))}
      </ul>
      {rows.length > MOST && <p className="faint">and {rows.length - MOST} more</p>}
    </>
  );
}

function Line({ row, actions }: { readonly row: ExposedRow; readonly actions: Actions }) {
  const { pods, allowed, depends, named, because, reasons } = row;
  const sure = [
    ...(isEmptyPortSet(allowed) ? [] : [shortPorts(allowed)]),
    ...named.filter(({ certain }) => certain).map(namedText),
  ];
  const open = [
    ...(isEmptyPortSet(depends) ? [] : [shortPorts(depends)]),
    ...named.filter(({ certain }) => !certain).map(namedText),
  ];
  return (
    <>
      <p>{capital(newPodsText(pods))}</p>
      <p>
        {sure.length > 0 && <Part verdict="allow" ports={sure.join('; ')} />}
        {open.length > 0 && <Part verdict="depends" ports={open.join('; ')} />}
        {sure.length + open.length === 0 && <VerdictBadge verdict="deny" />}
      </p>
      {because.map((sentence) => (
        <p key={sentence}>{plainWords(sentence)}</p>
      ))}
      <Reasons reasons={reasons} actions={actions} />
    </>
  );
}

export function Part({
  verdict,
  ports,
}: {
  readonly verdict: 'allow' | 'depends';
  readonly ports: string;
}) {
  return (
    <span className="row-part">
      <VerdictBadge verdict={verdict} />
      <span className="ports">{ports}</span>
    </span>
  );
}

const MOST_REASONS = 6;

function Reasons({
  reasons,
  actions,
}: {
  readonly reasons: readonly Reason[];
  readonly actions: Actions;
}) {
  if (reasons.length === 0) return null;
  const more = reasons.length - MOST_REASONS;
  return (
    <p className="faint">
      {reasons.slice(0, MOST_REASONS).map((reason, at) => (
        <span key={reasonKey(reason)}>
          {at > 0 && '; '}
          {reason.kind === 'open' ? (
            openText(reason)
          ) : (
            <>
              {reason.kind === 'stopped' ? 'stopped by ' : 'by '}
              {reason.end === 'new-pod' && 'the new pod’s own '}
              <PlaceButton span={reason.span} actions={actions} quiet>
                {ruleText(reason)}
              </PlaceButton>
            </>
          )}
        </span>
      ))}
      {more > 0 && ` and ${more} more`}
    </p>
  );
}

function reasonKey(reason: Reason): string {
  if (reason.kind === 'open') return `${reason.end} ${reason.direction}`;
  return `${reason.end} ${reason.span.file} ${reason.span.start}`;
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
