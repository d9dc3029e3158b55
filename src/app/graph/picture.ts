// Keeps a Cytoscape canvas equal to the page's state, without React.
import cytoscape, { type Core } from 'cytoscape';
import {
  boundsOf,
  type Drawing,
  type EndId,
  EVERYTHING,
  type Focus,
  isOpenedBy,
  isSwitchedOn,
  type Layout,
  type Link,
  layout,
  type Prepared,
  prepare,
  type Rect,
  readFlows,
  WAYS,
  withWays,
} from '../../core/index.ts';
import { fits, opensAny, shownOf } from '../pointing.ts';
import type { PageState, PageStore, Selection } from '../store.ts';
import { readColours } from '../styles/tokens.ts';
import { isAnother } from './another-input.ts';
import { apply, elementsOf, ringOnly } from './elements.ts';
import { hidesLinks, withoutLinks } from './guessing.ts';
import { interact } from './interaction.ts';
import { leftOutText } from './notices.ts';
import { pointedEnds } from './pointed-ends.ts';
import { forProjector } from './projected.ts';
import type { Still } from './still.ts';
import { type Colours, stylesheetOf } from './stylesheet.ts';
import { aspectOf, FIT_PADDING, fitClear, freeRoom as freeRoomOf, LEAST_ZOOM } from './view.ts';

export interface Picture {
  zoomBy(factor: number): void;
  showAll(): void;
  stop(): void;
}

/** Links beyond this are hidden while the canvas is dragged, so that it follows the hand. */
const MANY_LINKS = 1000;

const WORDS_HEIGHT = 40;

export function startPicture(
  store: PageStore,
  host: HTMLElement,
  /** Called with what is drawn now, for the words around it. */
  tell: (drawing: Drawing) => void,
  /** Pixels at the lower edge that the legend covers. */
  roomBelow: () => number,
  /** Pixels at the upper edge that words cover, once they are there. */
  roomAbove: () => number,
  /** What stands here already, drawn before there was a canvas; it goes when the canvas shows as much. */
  still: Still | null,
): Picture {
  let colours = readColours();
  let places: Layout = still?.layout ?? new Map();
  /** Of all places those of what is drawn now. */
  let shown: Layout = new Map();
  let drawing: Drawing | null = null;
  let prepared: Prepared | null = null;
  let flows: { of: unknown; read: ReturnType<typeof readFlows> } | null = null;
  let moved: PageState['moved'] = {};
  /** Those of the last input that had any. */
  let workloads: ReadonlySet<EndId> = new Set(still?.workloads);
  let fitted = false;
  /** Whether a person has panned or zoomed since all was shown. */
  let chosen = false;
  let cy = canvas(host, colours, false);
  let stopInteraction = listen();

  function listen(): () => void {
    cy.on('dragpan scrollzoom pinchzoom', () => {
      chosen = true;
    });
    return interact(cy, store, {
      linkOf: (id) => drawing?.links.find((link) => link.id === id) ?? null,
      membersOf: (box) => drawing?.boxes.find(({ id }) => id === box)?.members ?? [],
      preview: (moved) => {
        if (drawing === null) return;
        show(drawing, layout(drawing, places, moved, aspectOf(freeRoom())));
      },
      settle: (moved) => {
        if (drawing === null) return moved;
        const laid = layout(drawing, places, moved, aspectOf(freeRoom()));
        return Object.fromEntries(
          Object.entries(moved).map(([id, place]) => {
            const { x, y } = laid.get(id) ?? place;
            return [id, { x, y }];
          }),
        );
      },
    });
  }

  function update(state: PageState): void {
    const { answer } = state;
    if (answer === null) return;
    const { analysis } = answer;
    const before = new Set(drawing?.shapes.map((shape) => shape.id));
    if (flows?.of !== analysis) flows = { of: analysis, read: readFlows(analysis) };
    prepared = prepare(analysis, flows.read, { ...state.filters, around: state.around });
    const next = drawnFor(state, prepared);
    drawing = next;
    chooseCanvasFor(next);
    const held = analysis.peers.flatMap((peer) => (peer.type === 'workload' ? [peer.id] : []));
    const isOther = isAnother(workloads, held);
    if (held.length > 0) workloads = new Set(held);
    // Another input, or shapes put back by hand: nothing is where it should stay.
    if (isOther || isPutBack(moved, state.moved)) places = new Map();
    const isDragged = state.moved !== moved;
    const stood = shown;
    moved = state.moved;
    const laid = layout(next, places, moved, aspectOf(freeRoom()));
    // What is hidden by a filter comes back to where it was.
    places = new Map([...places, ...laid]);
    show(next, laid);
    const ids = next.shapes.map((shape) => shape.id);
    // What made room for something new is new where it stands now.
    const isNew = (id: EndId) => !before.has(id) || (!isDragged && isElsewhere(stood, laid, id));
    look(laid, isOther, ids.filter(isNew));
    tell(seen(next, state));
    host.dataset.settled = String(answer.version);
  }

  function drawnFor(state: PageState, { draw }: Prepared): Drawing {
    const drawn = draw(focusOf(state));
    if (!isSwitchedOn(state.around, WAYS)) return drawn;
    const selected = state.selection?.kind === 'peer' ? state.selection.id : null;
    return withWays(drawn, state.ways.ways, state.ways.hasActor, selected);
  }

  /** Only what the cursor points at is another: nothing moves. */
  function point(state: PageState): void {
    if (prepared === null) return;
    const next = drawnFor(state, prepared);
    if (next === drawing) {
      ringOnly(cy, pointedEnds(state));
      return;
    }
    drawing = next;
    show(drawing, shown);
  }

  function show(next: Drawing, laid: Layout): void {
    shown = laid;
    const state = store.getState();
    const selected = selectedId(state.selection, next.links);
    const looked = { colours, selected, pointed: pointedEnds(state) };
    apply(cy, elementsOf(seen(next, state), laid, looked));
  }

  /** The canvas for very many links gives up some sharpness for speed; that can't be changed later. */
  function chooseCanvasFor(next: Drawing): void {
    const heavy = next.links.length > MANY_LINKS;
    if (heavy === (cy.scratch('heavy') === true)) return;
    const viewport = { zoom: cy.zoom(), pan: { ...cy.pan() } };
    stopInteraction();
    cy.destroy();
    cy = canvas(host, colours, heavy);
    cy.viewport(viewport);
    stopInteraction = listen();
  }

  /**
   * All is in view at first. Later the view stays, unless what is new lies outside of it; and where
   * a person has chosen the view, unless nothing at all is left in it.
   */
  function look(laid: Layout, isOther: boolean, added: readonly EndId[]): void {
    if (laid.size === 0 || host.clientWidth === 0) return;
    const isAway = (id: EndId) => !isInSight(laid.get(id));
    const isLeft = (id: EndId) => !isOnCanvas(laid.get(id));
    const isLost = chosen ? [...laid.keys()].every(isLeft) : added.some(isAway);
    if (!fitted || isOther || isLost) showAll();
    fitted = true;
  }

  function isOnCanvas(place: Rect | undefined): boolean {
    if (place === undefined) return false;
    const { x1, y1, x2, y2 } = cy.extent();
    return x1 < place.x && place.x < x2 && y1 < place.y && place.y < y2;
  }

  function isInSight(place: Rect | undefined): boolean {
    if (place === undefined) return false;
    const { x, y, width, height } = freeRoom();
    const zoom = cy.zoom();
    const pan = cy.pan();
    const left = (place.x - place.width / 2) * zoom + pan.x;
    const top = (place.y - place.height / 2) * zoom + pan.y;
    return (
      x <= left + 1 &&
      left + place.width * zoom <= x + width + 1 &&
      y <= top + 1 &&
      top + place.height * zoom <= y + height + 1
    );
  }

  /** The part of the canvas that nothing covers. */
  function freeRoom(): Rect {
    const above = drawing === null ? 0 : wordsHeight(drawing, store.getState(), roomAbove());
    return freeRoomOf(cy.width(), cy.height(), { above, below: roomBelow() });
  }

  function showAll(): void {
    chosen = false;
    cy.resize();
    // Our own layout knows the bounds; asking the canvas for them would have it measure everything.
    const bounds = boundsOf(shown.values());
    if (bounds === null) return;
    const canvas = { width: cy.width(), height: cy.height() };
    const places = drawing?.shapes.flatMap(({ id }) => shown.get(id) ?? []) ?? [];
    cy.viewport(fitClear(freeRoom(), bounds, places, canvas));
  }

  const unsubscribe = store.subscribe((state, before) => {
    const same =
      state.answer === before.answer &&
      state.filters === before.filters &&
      state.selection === before.selection &&
      state.moved === before.moved &&
      state.around === before.around &&
      state.guessing === before.guessing &&
      (state.ways === before.ways || !isSwitchedOn(state.around, WAYS));
    if (!same) update(state);
    // Once the legend has its line for them, too.
    if (state.around !== before.around && !chosen) requestAnimationFrame(showAll);
    if (same && state.pointed !== before.pointed) point(state);
  });
  const theme = new MutationObserver(() => {
    colours = readColours();
    cy.style(lookIn(colours));
    if (drawing !== null) update(store.getState());
  });
  theme.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-projector'] });
  const size = new ResizeObserver(() => {
    cy.resize();
    if (drawing === null || host.clientWidth === 0) return;
    if (fitted) {
      if (!chosen) showAll();
      return;
    }
    // Laid out while it could not be seen, so for no room in particular.
    places = new Map();
    update(store.getState());
  });
  size.observe(host);
  cy.one('render', () => {
    still?.element.remove();
    store.setState({ pictureStands: true });
  });
  update(store.getState());

  return {
    zoomBy(factor) {
      const middle = { x: cy.width() / 2, y: cy.height() / 2 };
      chosen = true;
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: middle });
    },
    showAll,
    stop() {
      unsubscribe();
      theme.disconnect();
      size.disconnect();
      stopInteraction();
      still?.element.remove();
      cy.destroy();
    },
  };
}

/** What is selected, or else the flows that the part at the cursor alone opens. */
function focusOf(state: PageState): Focus | null {
  const pointed = shownOf(state);
  if (pointed === null || !opensAny(pointed.told)) return state.selection;
  const { opened } = pointed.told;
  if (opened === null || !fits(pointed, state.answer)) return null;
  return { kind: 'flows', has: isOpenedBy(opened) };
}

/** Where everything stands goes by the links all the same, so that nothing moves when they come. */
function seen(drawing: Drawing, state: PageState): Drawing {
  return hidesLinks(state) ? withoutLinks(drawing) : drawing;
}

function isElsewhere(before: Layout, now: Layout, id: EndId): boolean {
  const [old, place] = [before.get(id), now.get(id)];
  return old?.x !== place?.x || old?.y !== place?.y;
}

/** Whether a shape that was moved by hand is not any more. */
function isPutBack(before: PageState['moved'], after: PageState['moved']): boolean {
  return Object.keys(before).some((id) => !Object.hasOwn(after, id));
}

/** They come only after the picture: until then it is reckoned. */
function wordsHeight(
  { bundled, tooMany, links }: Drawing,
  { answer }: PageState,
  measured: number,
): number {
  const isIncomplete = leftOutText(answer?.findings ?? []) !== null;
  const words = [
    isIncomplete,
    (answer?.foreign.policies.length ?? 0) > 0,
    bundled || tooMany > 0,
    links.some((link) => link.source === EVERYTHING),
  ];
  return Math.max(FIT_PADDING + WORDS_HEIGHT * words.filter((word) => word).length, measured);
}

function canvas(host: HTMLElement, colours: Colours, heavy: boolean): Core {
  const cy = cytoscape({
    container: host,
    style: lookIn(colours),
    layout: { name: 'preset' },
    minZoom: LEAST_ZOOM,
    maxZoom: 3,
    boxSelectionEnabled: false,
    autounselectify: true,
    hideEdgesOnViewport: heavy,
    textureOnViewport: heavy,
    ...(heavy ? { pixelRatio: 1 } : {}),
  });
  cy.scratch('heavy', heavy);
  return cy;
}

function selectedId(selection: Selection | null, links: readonly Link[]): string | null {
  if (selection === null) return null;
  if (selection.kind === 'peer') return selection.id;
  const { source, destination } = selection;
  return (
    links.find((link) => link.source === source && link.destination === destination)?.id ?? null
  );
}

function lookIn(colours: Colours) {
  const look = stylesheetOf(colours);
  return 'projector' in document.documentElement.dataset ? forProjector(look) : look;
}
