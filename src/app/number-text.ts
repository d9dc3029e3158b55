// Numbers as people read them: 1,024. By hand, since waking the browser's own formatter costs more
// than the rest of the first picture's panels.
export function numberText(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
