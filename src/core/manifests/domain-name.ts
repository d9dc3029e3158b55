// The form of the domain names that an administrator's policy may name (SEMANTICS 3.9).
import { shorten } from './fields.ts';

const LABEL = '[a-zA-Z0-9](?:[-a-zA-Z0-9_]*[a-zA-Z0-9])?';
const DOMAIN_NAME = new RegExp(`^(?:\\*\\.)?(?:${LABEL}\\.)+${LABEL}\\.?$`);

/** Why a domain name is refused, or null. */
export function domainNameFault(text: string): string | null {
  // A pattern on hostile text: what is longer is no domain name anyway.
  if (text.length <= 255 && DOMAIN_NAME.test(text)) return null;
  const said = `"${shorten(text)}" is no domain name that may stand here.`;
  if (text.includes('://') || text.includes('/')) {
    return `${said} Write the name alone, without a scheme or path: www.example.com.`;
  }
  if (text.includes(':')) return `${said} Write the name alone; ports stand beside the peers.`;
  if (
    text === '*' ||
    text.indexOf('*') !== text.lastIndexOf('*') ||
    /[^.]\*|\*[^.]/.test(text) ||
    text.lastIndexOf('*') > 0
  ) {
    return `${said} "*" stands only once, alone at the front, for one or more whole labels: *.example.com.`;
  }
  return `${said} Write labels of letters, digits and "-" with dots between them, at least two: example.com, or *.example.com for every name below it.`;
}
