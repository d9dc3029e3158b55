// Narrows what the page may ask of the network: policies of a page add up, so nothing can widen it again.

/** @param origin the one other that may be asked; null where the page is to ask nobody but its own host */
export function fence(page: Document, origin: string | null): void {
  const own = page.location.protocol === 'file:' ? '' : "'self'";
  const policy = page.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = `connect-src ${[own, origin].filter(Boolean).join(' ') || "'none'"}`;
  page.head.append(policy);
}
