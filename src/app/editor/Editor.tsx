// The editor room: tabs above, the text of the open file below.
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { isApplied } from '../../core/index.ts';
import type { EngineClient } from '../../worker/client.ts';
import { useFindings } from '../findings.ts';
import type { PageStore } from '../store.ts';
import './editor.css';
import { errorsByFile } from './marks.ts';
import { NotApplied } from './NotApplied.tsx';
import { Provenance } from './Provenance.tsx';
import { type Session, startSession, type TextActions } from './session.ts';
import { type TabActions, Tabs } from './Tabs.tsx';

export type EditorActions = TextActions & TabActions & { makeCopy(): void };

export interface EditorProps {
  readonly store: PageStore;
  readonly actions: EditorActions;
  readonly client: EngineClient;
}

export function Editor({ store, actions, client }: EditorProps) {
  const panel = useId();
  const host = useRef<HTMLDivElement>(null);
  const session = useRef<Session | null>(null);
  const [missing, setMissing] = useState(false);

  useEffect(() => {
    if (host.current === null) return;
    const started = startSession(store, actions, client, host.current, setMissing);
    session.current = started;
    return () => started.stop();
  }, [store, actions, client]);

  const files = useStore(store, (state) => state.files);
  const activeFile = useStore(store, (state) => state.activeFile);
  const { read, linted } = useFindings(store);
  const errors = useMemo(() => errorsByFile([...read, ...linted]), [read, linted]);
  const names = useMemo(() => files.map(({ name }) => name), [files]);
  const waiting = useMemo(
    () => new Set(files.filter((file) => !isApplied(file)).map(({ name }) => name)),
    [files],
  );

  return (
    <div className="editor">
      <Tabs
        names={names}
        active={activeFile}
        errors={errors}
        waiting={waiting}
        panel={panel}
        actions={actions}
        onOpened={() => session.current?.focus()}
        onCommand={(command) => session.current?.run(command)}
      />
      {waiting.has(activeFile) && (
        <NotApplied
          onApply={() => {
            actions.setApplied(activeFile, true);
            session.current?.focus();
          }}
        />
      )}
      <Provenance store={store} onCopy={actions.makeCopy} />
      <div className="editor-text" id={panel} role="tabpanel" aria-label={activeFile} ref={host} />
      {missing && (
        <p className="editor-missing" role="status">
          The full editor could not be loaded. This plain one does the job.{' '}
          <button type="button" onClick={() => session.current?.retry()}>
            Try again
          </button>
        </p>
      )}
    </div>
  );
}
