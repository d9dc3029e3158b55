// The one order of named things: by namespace, then name, in plain code units, the same everywhere.

interface Named {
  readonly namespace: string;
  readonly name: string;
}

export function byNamespaceAndName(a: Named, b: Named): number {
  return compareText(a.namespace, b.namespace) || compareText(a.name, b.name);
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
