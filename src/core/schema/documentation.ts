// What the API's own description says of types and fields: much text, so it is loaded only for help.
// The words are those of the Kubernetes API, the Gateway API and Argo Rollouts, all of them Apache-2.0;
// those of Netpolis's own kinds, and our own for what has none, stand beside.
import texts from './documentation.json';
import { COMMON_DOCUMENTATION, EXTENSION_DOCUMENTATION } from './extension-documentation.ts';
import { OWN_DOCUMENTATION } from './own-documentation.ts';
import { POLICY_DOCUMENTATION } from './policy-documentation.ts';

type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

const OWN: Texts = {
  ...OWN_DOCUMENTATION,
  ...POLICY_DOCUMENTATION,
  ...EXTENSION_DOCUMENTATION,
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
  const said = lookUp(texts, type, field) ?? lookUp(OWN, type, field);
  if (said !== null || field === '' || !isKnown(type)) return said;
  return Object.hasOwn(COMMON_DOCUMENTATION, field) ? (COMMON_DOCUMENTATION[field] ?? null) : null;
}

function isKnown(type: string): boolean {
  return Object.hasOwn(texts, type) || Object.hasOwn(OWN, type);
}

function lookUp(all: Texts, type: string, field: string): string | null {
  const words = Object.hasOwn(all, type) ? all[type] : undefined;
  return words !== undefined && Object.hasOwn(words, field) ? (words[field] ?? null) : null;
}
