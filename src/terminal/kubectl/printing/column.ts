// A column of `kubectl get`: what stands under one heading.
import type { KubeObject } from '../../cluster/objects.ts';
import type { World } from '../../cluster/world.ts';

export interface Column {
  readonly title: string;
  /** Shown only with `-o wide`. */
  readonly isWide?: true;
  readonly text: (object: KubeObject, about: About) => string;
}

export interface About {
  readonly world: World;
  readonly age: (object: KubeObject) => string;
}

export const column = (title: string, text: Column['text']): Column => ({ title, text });
export const wide = (title: string, text: Column['text']): Column => ({
  title,
  text,
  isWide: true,
});
export const AGE = column('AGE', (object, { age }) => age(object));
