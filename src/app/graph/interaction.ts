// What a hand does on the canvas, told to the store.
import type { Core, EventObject, NodeSingular, SingularElementReturnValue } from 'cytoscape';
import { type EndId, type Link, namespaceAt } from '../../core/index.ts';
import type { PageStore, Place, Selection } from '../store.ts';
import { shapeId } from './elements.ts';

export interface Hands {
  linkOf(id: string): Link | null;
  membersOf(box: EndId): readonly EndId[];
  /** Shows where things would stand with these moves, before they are kept. */
  preview(moved: Readonly<Record<string, Place>>): void;
  /** The moves as they come out once boxes have made way for each other. */
  settle(moved: Readonly<Record<string, Place>>): Readonly<Record<string, Place>>;
}

/** Gives back how to let go of the canvas. */
export function interact(cy: Core, store: PageStore, hands: Hands): () => void {
  const select = (selection: Selection | null) => store.setState({ selection });
  /** First of the selection, then of what the cursor pointed at. */
  const letGo = () => {
    if (store.getState().selection !== null) select(null);
    else store.setState({ pointing: null, pointed: null });
  };

  cy.on('tap', (event: EventObject) => {
    const target = event.target as Core | SingularElementReturnValue;
    if (target === cy) return letGo();
    const element = target as SingularElementReturnValue;
    const link = hands.linkOf(String(element.data('link') ?? ''));
    if (link !== null) {
      return select({ kind: 'flow', source: link.source, destination: link.destination });
    }
    const isPeer = element.hasClass('workload') || element.hasClass('external');
    // A way in is told at the workload that it leads to.
    if (isPeer || element.hasClass('way')) {
      return select({ kind: 'peer', id: String(element.data('end')) });
    }
    const end = String(element.data('end') ?? '');
    if (element.hasClass('title') && namespaceAt(end) !== null)
      return select({ kind: 'peer', id: end });
    return letGo();
  });

  cy.on('mouseover', 'node, edge', ({ target }: EventObject) => {
    if (target.hasClass('box')) return;
    target.addClass('hover');
    if (target.isNode()) target.connectedEdges().not('.faded').addClass('hover');
    setCursor(cy, target.hasClass('title') ? 'grab' : 'pointer');
  });
  cy.on('mouseout', 'node, edge', () => {
    cy.elements('.hover').removeClass('hover');
    setCursor(cy, '');
  });

  dragging(cy, store, hands);
  return () => cy.removeAllListeners();
}

/** A shape goes where it is dragged; a title takes all of its box along. */
function dragging(cy: Core, store: PageStore, hands: Hands): void {
  let from: Place | null = null;
  let starts = new Map<EndId, Place>();
  let frame = 0;

  const movedBy = (node: NodeSingular) => {
    const { x, y } = node.position();
    const origin = from ?? { x, y };
    const moved = new Map<string, Place>(Object.entries(store.getState().moved));
    for (const [id, start] of starts) {
      moved.set(id, {
        x: Math.round(start.x + x - origin.x),
        y: Math.round(start.y + y - origin.y),
      });
    }
    return Object.fromEntries(moved);
  };

  cy.on('grab', '.workload, .external, .title', ({ target }: EventObject) => {
    const node = target as NodeSingular;
    const end = String(node.data('end'));
    const ids = node.hasClass('title') ? hands.membersOf(end) : [end];
    from = { ...node.position() };
    starts = new Map(ids.map((id) => [id, { ...cy.getElementById(shapeId(id)).position() }]));
  });
  cy.on('drag', '.workload, .external, .title', ({ target }: EventObject) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      if (from !== null) hands.preview(movedBy(target as NodeSingular));
    });
  });
  cy.on('dragfree', '.workload, .external, .title', ({ target }: EventObject) => {
    cancelAnimationFrame(frame);
    const moved = movedBy(target as NodeSingular);
    from = null;
    store.setState({ moved: hands.settle(moved) });
  });
}

function setCursor(cy: Core, cursor: string): void {
  const container = cy.container();
  if (container !== null) container.style.cursor = cursor;
}
