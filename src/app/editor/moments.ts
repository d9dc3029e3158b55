// The right moment for work that can wait. Each calls back once, and returns how to forget it.

/** When the element has any size: not while its pane is folded away. */
export function whenSeen(element: HTMLElement, act: () => void): () => void {
  const observer = new ResizeObserver(() => {
    if (element.clientHeight === 0) return;
    observer.disconnect();
    act();
  });
  observer.observe(element);
  return () => observer.disconnect();
}

/** When the page has nothing else to do, where the browser can tell. */
export function whenQuiet(act: () => void): () => void {
  // Safari has no requestIdleCallback.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(act, 200);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(act, { timeout: 2_000 });
  return () => cancelIdleCallback(handle);
}
