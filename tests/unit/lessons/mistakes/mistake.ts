// What a learner writes who has nearly understood: the solution of a step, edited.

export interface Mistake {
  readonly step: string;
  /** What they did, in a few words. */
  readonly is: string;
  /** Of the files of the solved desk; all of its places are replaced. */
  readonly edits: readonly (readonly [from: string, to: string])[];
}
