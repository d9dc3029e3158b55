// The numbers that are counted for one rule.

export interface Tally {
  opens: number;
  alone: number;
  mayOpen: number;
  mayAlone: number;
}

export function newTally(): Tally {
  return { opens: 0, alone: 0, mayOpen: 0, mayAlone: 0 };
}
