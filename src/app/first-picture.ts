// Draws the first answer before the components are there: the picture is what people come for.
import { boundsOf, draw, layout, readFlows } from '../core/index.ts';
import { elementsOf } from './graph/elements.ts';
import { drawStill, type Still } from './graph/still.ts';
import { aspectOf, fitClear, freeRoom } from './graph/view.ts';
import { shareProperties } from './layout/sizes.ts';
import type { Page } from './start.ts';
import type { PageState, PageStore } from './store.ts';
import { readColours } from './styles/tokens.ts';

/** Characters; the answer to more takes so long that the components had better not wait for it. */
const MOST_TEXT = 60_000;
const MOST_SHAPES = 60;

/** Milliseconds that the components wait for the answer at most. */
const PATIENCE = 2_000;

/** What the legend will cover, in pixels: it comes with the components. */
const LEGEND = 58;

/**
 * Into `host`, the part of the page where the picture will be. Answers when it has been painted,
 * or with null as soon as it is plain that there is nothing to wait for.
 */
export async function drawFirstPicture(
  { store, sizes }: Page,
  host: HTMLElement,
): Promise<Still | null> {
  const frame = host.closest<HTMLElement>('.page');
  for (const [name, share] of Object.entries(shareProperties(sizes))) {
    frame?.style.setProperty(name, share);
  }
  const { files } = store.getState();
  const size = files.reduce((sum, { text }) => sum + text.length, 0);
  if (size > MOST_TEXT || host.clientWidth === 0) return null;
  const state = await firstAnswer(store);
  const still = state === null ? null : stillOf(state, host);
  if (still === null) return null;
  host.append(still.element);
  await nextPainting();
  performance.mark('first-picture');
  return still;
}

function firstAnswer(store: PageStore): Promise<PageState | null> {
  return new Promise((resolve) => {
    const done = (state: PageState | null) => {
      clearTimeout(timer);
      unsubscribe();
      resolve(state);
    };
    const timer = setTimeout(() => done(null), PATIENCE);
    const unsubscribe = store.subscribe((state) => {
      if (state.answer !== null) done(state);
      else if (state.failure !== null) done(null);
    });
  });
}

function stillOf(state: PageState, host: HTMLElement): Still | null {
  if (state.answer === null) return null;
  const { analysis } = state.answer;
  const drawing = draw(
    analysis,
    readFlows(analysis),
    { ...state.filters, around: state.around },
    state.selection,
  );
  if (drawing.shapes.length === 0 || drawing.shapes.length > MOST_SHAPES) return null;
  const room = freeRoom(host.clientWidth, host.clientHeight, { above: 0, below: LEGEND });
  const places = layout(drawing, new Map(), state.moved, aspectOf(room));
  const bounds = boundsOf(places.values());
  if (bounds === null) return null;
  const shapes = drawing.shapes.flatMap(({ id }) => places.get(id) ?? []);
  const canvas = { width: host.clientWidth, height: host.clientHeight };
  const colours = readColours();
  const elements = elementsOf(drawing, places, { colours, selected: null });
  return {
    element: drawStill(elements, fitClear(room, bounds, shapes, canvas), colours),
    layout: places,
    workloads: analysis.peers.flatMap((peer) => (peer.type === 'workload' ? [peer.id] : [])),
  };
}

/** After the frame that is due: a task that a frame asks for runs when it is on the screen. */
function nextPainting(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0));
    // A page in the background paints nothing.
    setTimeout(resolve, 200);
  });
}
