// What the address asks for before its fragment: manifests from elsewhere, or a frame for slides.

export interface Address {
  /** Where the manifests are to be fetched from, as it is written; null where nothing is to be fetched. */
  readonly source: string | null;
  /** Whether only the picture is to be shown, in a frame of another page. */
  readonly isFrame: boolean;
}

/** A link that carries its manifests needs no others. */
export function readAddress({ search, hash }: Pick<Location, 'search' | 'hash'>): Address {
  const asked = new URLSearchParams(search);
  const source = asked.get('src')?.trim() ?? '';
  return { source: source === '' || isLink(hash) ? null : source, isFrame: asked.has('embed') };
}

/** The path and the search without what was asked for by `src`: the text shown is no longer from there. */
export function withoutSource({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string {
  const kept = new URLSearchParams(search);
  if (!kept.has('src')) return pathname + search;
  kept.delete('src');
  const left = String(kept);
  return left === '' ? pathname : `${pathname}?${left}`;
}

/** Whether a fragment is one that this page, or a newer one, has made. */
export function isLink(fragment: string): boolean {
  return /^#v\d+\./.test(fragment);
}

/** The same page, not in a frame. */
export function withoutFrame({ href }: Pick<Location, 'href'>): string {
  const url = new URL(href);
  url.searchParams.delete('embed');
  return url.href;
}
