// The picture of the cluster, with its legend, its controls and its words.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type Drawing, EVERYTHING, type Finding } from '../../core/index.ts';
import type { Actions } from '../actions.ts';
import { NO_FILTERS, type PageStore } from '../store.ts';
import './graph.css';
import { shownOf } from '../pointing.ts';
import { AroundMenu } from './AroundMenu.tsx';
import { hidesLinks } from './guessing.ts';
import { Legend } from './Legend.tsx';
import { leftOutText, notComputedText, noticeOf } from './notices.ts';
import { PointedLine } from './PointedLine.tsx';
import type { Picture } from './picture.ts';
import { Summary } from './Summary.tsx';
import type { Still } from './still.ts';
import { everythingText } from './words.ts';

const NONE: readonly Finding[] = [];

const ZOOM_STEP = 1.3;

interface Props {
  readonly store: PageStore;
  readonly actions: Actions;
  readonly still: Still | null;
}

export function Graph({ store, actions, still }: Props) {
  const section = useRef<HTMLElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const picture = useRef<Picture | null>(null);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [failed, setFailed] = useState(false);
  const isFiltered = useStore(store, ({ filters }) => isNarrowed(filters));

  // In the same frame in which the page around it is replaced.
  useLayoutEffect(() => {
    if (still !== null) host.current?.before(still.element);
  }, [still]);

  useEffect(() => {
    let started: Picture | null = null;
    let stopped = false;
    // The library behind it is large; all but the canvas can be used while it loads.
    import('./picture.ts').then(
      ({ startPicture }) => {
        if (stopped || host.current === null) return;
        started = startPicture(
          store,
          host.current,
          setDrawing,
          () => legendHeight(section.current),
          () => wordsHeight(section.current),
          still,
        );
        picture.current = started;
      },
      () => {
        setFailed(true);
        store.setState({ pictureStands: true });
      },
    );
    return () => {
      stopped = true;
      picture.current = null;
      started?.stop();
    };
  }, [store, still]);

  const findings = useStore(store, ({ answer }) => answer?.findings ?? NONE);
  const leftOut = useMemo(() => leftOutText(findings), [findings]);
  const foreign = useStore(store, ({ answer }) => answer?.foreign ?? null);
  const notComputed = useMemo(
    () => (foreign === null ? null : notComputedText(foreign)),
    [foreign],
  );
  const guessing = useStore(store, (state) => (hidesLinks(state) ? state.guessing : null));
  const isPointing = useStore(store, (state) => shownOf(state) !== null);
  const usual = drawing === null ? null : noticeOf(drawing, isFiltered);
  // The line about the cursor takes its place, so that it covers no more of the picture; and what is
  // being fetched need not be pasted.
  const isOnItsWay = useStore(store, (state) => state.fetching !== null);
  const isSaidElsewhere =
    (isPointing && usual?.kind === 'bundled') || (isOnItsWay && usual?.kind === 'empty');
  const notice = isSaidElsewhere ? null : usual;
  const everything = drawing?.links.find((link) => link.source === EVERYTHING) ?? null;
  return (
    <section className="graph" ref={section} aria-label="Picture of the cluster">
      {/* The canvas is for eyes and pointers; the same is told by the list and the tables. */}
      <div className="graph-canvas" ref={host} aria-hidden="true" data-testid="graph" />
      <div className="graph-words" aria-live="polite">
        {failed && (
          <p className="graph-left-out">
            The picture could not be loaded. The details beside it say the same; reload to try
            again.
          </p>
        )}
        {leftOut !== null && <p className="graph-left-out">{leftOut}</p>}
        {notComputed !== null && <p className="graph-left-out">{notComputed}</p>}
        {everything !== null && (
          <p className={`graph-everything ${everything.verdict}`}>{everythingText(everything)}</p>
        )}
        {notice !== null && (
          <p className={`graph-notice ${notice.kind}`}>
            <strong>{notice.title}</strong> <span>{notice.words}</span>
          </p>
        )}
        {guessing !== null && (
          <p className="graph-guessing" lang={guessing.language}>
            {guessing.words}{' '}
            <button type="button" className="link" onClick={() => actions.guess(null)}>
              {guessing.show}
            </button>
          </p>
        )}
        <PointedLine store={store} actions={actions} />
      </div>
      <div className="graph-controls">
        <AroundMenu store={store} actions={actions} />
        <button
          type="button"
          aria-label="Zoom in"
          title="Zoom in"
          onClick={() => picture.current?.zoomBy(ZOOM_STEP)}
        >
          +
        </button>
        <button
          type="button"
          aria-label="Zoom out"
          title="Zoom out"
          onClick={() => picture.current?.zoomBy(1 / ZOOM_STEP)}
        >
          −
        </button>
        <button
          type="button"
          aria-label="Show all"
          title="Show all"
          onClick={() => picture.current?.showAll()}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4" />
          </svg>
        </button>
      </div>
      <Legend store={store} />
      {drawing !== null && <Summary drawing={drawing} />}
    </section>
  );
}

/** With the space around it; one that is opened on a small screen is soon closed, and may cover. */
function legendHeight(section: HTMLElement | null): number {
  const height = section?.querySelector('.graph-legend')?.clientHeight ?? 0;
  return height > (section?.clientHeight ?? 0) / 5 ? 0 : height + 24;
}

/** Those over an empty picture stand in its middle and don't count, nor what comes and goes with the cursor. */
function wordsHeight(section: HTMLElement | null): number {
  const lines = section?.querySelectorAll<HTMLElement>(
    '.graph-words p:not(.empty, .filtered, .graph-pointed)',
  );
  const last = lines?.[lines.length - 1];
  return last === undefined ? 0 : last.offsetTop + last.offsetHeight + 24;
}

function isNarrowed(filters: typeof NO_FILTERS): boolean {
  return (
    filters.namespaces.length > 0 ||
    filters.text.trim() !== '' ||
    filters.protocol !== null ||
    filters.port !== null ||
    filters.show !== NO_FILTERS.show ||
    filters.direction !== NO_FILTERS.direction
  );
}
