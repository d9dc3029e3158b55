// The forms of names, labels and ports that the API server accepts.

const LABEL_NAME = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)$/;
const DNS_LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const DNS_SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

export function isDnsSubdomain(text: string): boolean {
  return text.length <= 253 && DNS_SUBDOMAIN.test(text);
}

export function isDnsLabel(text: string): boolean {
  return text.length <= 63 && DNS_LABEL.test(text);
}

/** `name` or `prefix/name`; the name at most 63 characters, the prefix a DNS subdomain (SEMANTICS 2.2). */
export function isLabelKey(text: string): boolean {
  const parts = text.split('/');
  const name = parts.at(-1) as string;
  const prefix = parts.length === 2 ? (parts[0] as string) : null;
  return (
    parts.length <= 2 &&
    name.length <= 63 &&
    LABEL_NAME.test(name) &&
    (prefix === null || isDnsSubdomain(prefix))
  );
}

/** Empty, or at most 63 characters of letters, digits, `-`, `_`, `.` with letters or digits at the ends. */
export function isLabelValue(text: string): boolean {
  return text === '' || (text.length <= 63 && LABEL_NAME.test(text));
}

/** Why a port name is refused, or null (SEMANTICS 2.6). */
export function portNameFault(text: string): string | null {
  if (/^[0-9]+$/.test(text)) return `Write the number without quotes: ${Number(text)}.`;
  if (text === '') return 'Write a number or the name of a container port.';
  if (text.length > 15) return 'A port name has at most 15 characters.';
  if (/[A-Z]/.test(text)) return `Port names are lower-case: "${text.toLowerCase()}".`;
  if (!/^[a-z0-9-]+$/.test(text)) return 'A port name has only lower-case letters, digits and "-".';
  if (!/[a-z]/.test(text)) return 'A port name has at least one letter.';
  if (text.includes('--') || text.startsWith('-') || text.endsWith('-')) {
    return 'In a port name "-" stands only single, between letters or digits.';
  }
  return null;
}
