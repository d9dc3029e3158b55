// What both builds of the page may leave out.

/** The core only declares: what a chunk does not use of it stays out. */
export const treeshake = {
  moduleSideEffects: [{ test: /src\/core\/|ipaddr|js-yaml/, sideEffects: false }],
};
