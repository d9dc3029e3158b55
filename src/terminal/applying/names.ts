// Which names the API server takes, and what it says of the others.

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SERVICE = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** null for a name that is fine. */
export function nameRefusal(kind: string, name: string): string | null {
  const short = name.length > 200 ? `${name.slice(0, 197)}…` : name;
  const lead = `The ${kind} "${short}" is invalid: metadata.name: Invalid value: "${short}":`;
  if (kind === 'Service' || kind === 'Namespace') {
    if (name.length > 63) return `${lead} must be no more than 63 characters`;
    if (kind === 'Service' && !SERVICE.test(name)) {
      return `${lead} a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')`;
    }
    if (!LABEL.test(name)) {
      return `${lead} a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')`;
    }
    return null;
  }
  if (name.length > 253) return `${lead} must be no more than 253 characters`;
  return SUBDOMAIN.test(name)
    ? null
    : `${lead} a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')`;
}

const LABEL_KEY =
  /^(?:[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;
const LABEL_VALUE = /^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$/;

export function isLabelKey(key: string): boolean {
  return LABEL_KEY.test(key);
}

/** null for a label's value that is fine. */
export function labelValueRefusal(value: string): string | null {
  if (LABEL_VALUE.test(value)) return null;
  if (value.length > 63) return 'must be no more than 63 characters';
  return "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
}

/** null for labels that are all fine. */
export function labelsRefusal(
  kind: string,
  name: string,
  labels: ReadonlyMap<string, string>,
): string | null {
  for (const [key, value] of labels) {
    const lead = `The ${kind} "${name}" is invalid: metadata.labels: Invalid value:`;
    if (!isLabelKey(key)) {
      return `${lead} "${key}": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character`;
    }
    const wrong = labelValueRefusal(value);
    if (wrong !== null) return `${lead} "${value}": ${wrong}`;
  }
  return null;
}
