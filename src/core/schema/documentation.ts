// What the API's own description says of types and fields: much text, so it is loaded only for help.
// The words are those of the Kubernetes API, the Gateway API and Argo Rollouts, all of them Apache-2.0;
// those of Netpolis's own kinds stand beside.
import texts from './documentation.json';
import { OWN_DOCUMENTATION } from './own-documentation.ts';

const TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...texts,
  ...OWN_DOCUMENTATION,
};

/**
 * Paragraphs with blank lines between them; null where nothing is said.
 * @param name as `schemaAt` gives it: `NetworkPolicyPort.endPort`, or the name of a type
 */
export function documentationOf(name: string): string | null {
  const dot = name.lastIndexOf('.');
  // A maker's name before a type begins with a small letter: gateway.Listener.
  const isType = dot === -1 || /^[a-z]+\.[A-Z]\w*$/.test(name);
  const type = isType ? name : name.slice(0, dot);
  const field = isType ? '' : name.slice(dot + 1);
  const words = Object.hasOwn(TEXTS, type) ? TEXTS[type] : undefined;
  return words !== undefined && Object.hasOwn(words, field) ? (words[field] ?? null) : null;
}
