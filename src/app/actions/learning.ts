// Opening and closing the course.
import type { Guessing, PageStore } from '../store.ts';

/** @param lesson null for the list of them */
export function learn(store: PageStore, lesson: string | null): void {
  store.setState({ learning: { lesson, isAsked: lesson !== null }, view: 'lesson' });
}

/** What the editor holds stays. */
export function stopLearning(store: PageStore): void {
  const { view } = store.getState();
  store.setState({ learning: null, view: view === 'lesson' ? 'picture' : view });
}

/** @param guessing null once it is answered, or where somebody wants to see at once */
export function guess(store: PageStore, guessing: Guessing | null): void {
  store.setState({ guessing });
}

/** The lesson has put its manifests into the editor. */
export function arrive(store: PageStore): void {
  const { learning } = store.getState();
  if (learning !== null) store.setState({ learning: { ...learning, isAsked: false } });
}
