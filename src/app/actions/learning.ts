// Opening and closing the course.
import type { PageStore } from '../store.ts';

/** @param lesson null for the list of them */
export function learn(store: PageStore, lesson: string | null): void {
  store.setState({ learning: { lesson, isAsked: lesson !== null }, view: 'lesson' });
}

/** What the editor holds stays. */
export function stopLearning(store: PageStore): void {
  const { view } = store.getState();
  store.setState({ learning: null, view: view === 'lesson' ? 'picture' : view });
}

/** The lesson has put its manifests into the editor. */
export function arrive(store: PageStore): void {
  const { learning } = store.getState();
  if (learning !== null) store.setState({ learning: { ...learning, isAsked: false } });
}
