// Decides whom the page draws around the pods; a chunk of its own, since the first picture mostly has none of them.
export { withActors } from '../core/index.ts';
