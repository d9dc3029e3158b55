// Where the terminal is once it is asked for: under the picture, or a view of its own. It is loaded no sooner.
import { lazy, Suspense, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Page } from '../start.ts';
import { Divider } from './Divider.tsx';

const TerminalDock = lazy(async () => ({
  default: (await import('../terminal/TerminalDock.tsx')).TerminalDock,
}));

interface Props {
  readonly page: Page;
  readonly share: number;
  readonly onShare: (share: number) => void;
}

export function TerminalPane({ page, share, onShare }: Props) {
  const { store, actions } = page;
  const shown = useStore(store, (state) => state.showsTerminal);
  // Once there it stays: what runs in it goes on while it is put away.
  const [wanted, setWanted] = useState(false);
  if (shown && !wanted) setWanted(true);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.code !== 'Backquote' || event.altKey || event.metaKey) return;
      event.preventDefault();
      actions.showTerminal(!store.getState().showsTerminal);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store, actions]);

  if (!wanted) return null;
  return (
    <>
      {shown && (
        <Divider
          name="terminal"
          label="Height of the terminal"
          axis="column"
          after
          share={share}
          onShare={onShare}
        />
      )}
      <section className="pane is-terminal" aria-label="Terminal" hidden={!shown}>
        <Suspense fallback={<p className="terminal-waits">Loading the terminal…</p>}>
          <TerminalDock page={page} shown={shown} />
        </Suspense>
      </section>
    </>
  );
}
