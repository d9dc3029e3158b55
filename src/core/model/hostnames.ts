// Whether two names of hosts, as the Gateway API writes them, can mean the same host.

const WILDCARD = '*.';

/** Of each list some: none at all means every host (gateway-api, HTTPRouteSpec.Hostnames). */
export function hostnamesMeet(listener: string | null, hostnames: readonly string[]): boolean {
  if (listener === null || listener === '' || hostnames.length === 0) return true;
  return hostnames.some((hostname) => meet(listener.toLowerCase(), hostname.toLowerCase()));
}

/** `*.example.com` means every name below it, of one or more labels, and not itself. */
function meet(one: string, other: string): boolean {
  if (one === other) return true;
  return isBelow(one, other) || isBelow(other, one);
}

function isBelow(wildcard: string, name: string): boolean {
  return wildcard.startsWith(WILDCARD) && name.endsWith(wildcard.slice(1));
}
