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

/** Whether a fragment is one that this page, or a newer one, has made. */
export function isLink(fragment: string): boolean {
  return /^#v\d+\./.test(fragment);
}
