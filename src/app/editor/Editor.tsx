// The editor room: tabs above, the text of the open file below.
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useFindings } from '../findings.ts';
import type { PageStore } from '../store.ts';
import './editor.css';
import { errorsByFile } from './marks.ts';
import { type Session, startSession, type TextActions } from './session.ts';
import { type TabActions, Tabs } from './Tabs.tsx';

export type EditorActions = TextActions & TabActions;

export function Editor({ store, actions }: { store: PageStore; actions: EditorActions }) {
  const panel = useId();
  const host = useRef<HTMLDivElement>(null);
  const session = useRef<Session | null>(null);
  const [missing, setMissing] = useState(false);

  useEffect(() => {
    if (host.current === null) return;
    const started = startSession(store, actions, host.current, setMissing);
    session.current = started;
    return () => started.stop();
  }, [store, actions]);

  const files = useStore(store, (state) => state.files);
  const activeFile = useStore(store, (state) => state.activeFile);
  const { read, linted } = useFindings(store);
  const errors = useMemo(() => errorsByFile([...read, ...linted]), [read, linted]);
  const names = useMemo(() => files.map(({ name }) => name), [files]);

  return (
    <div className="editor">
      <Tabs
        names={names}
        active={activeFile}
        errors={errors}
        panel={panel}
        actions={actions}
        onOpened={() => session.current?.focus()}
      />
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
