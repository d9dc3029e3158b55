// How many random inputs a law is tried on.
import process from 'node:process';

/** `PROPERTY_RUNS=1000` in place of the usual number, for a longer search. */
export const runs = (usual: number): number => Number(process.env.PROPERTY_RUNS ?? usual);
