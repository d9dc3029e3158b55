// Lets the keyboard go on from the heading of a panel, when what it was on is gone.

export function focusHeading(panel: Element | null | undefined): void {
  const heading = panel?.querySelector('h2');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}
