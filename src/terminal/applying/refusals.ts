// What the API server would refuse of manifests, in kubectl's form and with the findings' own words.
import { analyze, type Finding, NO_ASSUMPTIONS, withStructure } from '../../core/index.ts';
import { KINDS } from '../cluster/kinds.ts';
import type { KubeObject } from '../cluster/objects.ts';

/** The errors of one text, by their place. */
export type Errors = readonly Finding[];

export function errorsIn(text: string, name: string): Errors {
  const files = [{ name, text }];
  const outcome = withStructure(analyze(files, undefined, NO_ASSUMPTIONS), files);
  return outcome.findings.filter(({ level }) => level === 'error');
}

/** What findings say of a refused policy, and what goes without saying here. */
const LEFT_OUT = ' The API server would refuse this policy: it is left out.';

/** What groups of the API hold beyond the kinds that are simulated: no extension may add to these. */
const BUILT_IN: ReadonlyMap<string, string> = new Map([
  [
    '',
    'Binding Event LimitRange List PersistentVolume PersistentVolumeClaim PodTemplate ResourceQuota',
  ],
  ['apps', 'ControllerRevision'],
  ['batch', ''],
  ['extensions', ''],
  ['networking.k8s.io', 'IPAddress ServiceCIDR'],
]);

/** A kind that its group does not have: misspelt, or in another group today; null where it may be there. */
export function unknownKind(
  { kind, apiVersion, namespace, name }: KubeObject,
  source: string,
): string | null {
  const others = BUILT_IN.get(kind.group);
  if (others === undefined) return null;
  const isKnown = KINDS.includes(kind) || others.split(' ').includes(kind.kind);
  if (isKnown && !/\/v1beta[12]$/.test(apiVersion)) return null;
  return `error: resource mapping not found for name: "${name}" namespace: "${namespace ?? ''}" from "${source}": no matches for kind "${kind.kind}" in version "${apiVersion}"\nensure CRDs are installed first`;
}

/** Why the API server would refuse an object; null where it would not. */
export function refusalOf({ kind, name, place }: KubeObject, errors: Errors): string | null {
  if (place === null) return null;
  const { document, tree } = place;
  const start = document.offset + tree.range.start;
  const end = document.offset + tree.range.end;
  const own = errors.filter(({ span }) => span.start >= start && span.start <= end);
  const messages = [...new Set(own.map(({ message }) => message.replace(LEFT_OUT, '')))];
  if (messages.length === 0) return null;
  const lead = `The ${kind.kind} "${name}" is invalid:`;
  return messages.length === 1
    ? `${lead} ${messages[0]}`
    : [lead, ...messages.map((one) => `* ${one}`)].join('\n');
}

/** What stands in a text and is no object: syntax that can't be read, a kind that is missing. */
export function unreadable(objects: readonly KubeObject[], errors: Errors): Errors {
  return errors.filter(
    ({ span }) =>
      !objects.some(({ place }) => {
        if (place === null) return false;
        const { offset, text } = place.document;
        return span.start >= offset && span.start <= offset + text.length;
      }),
  );
}
