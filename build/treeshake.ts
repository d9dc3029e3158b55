// What both builds of the page may leave out.

/** The core and the simulated terminal only declare: what a chunk does not use of them stays out. */
export const treeshake = {
  moduleSideEffects: [{ test: /src\/(?:core|terminal)\/|ipaddr|js-yaml/, sideEffects: false }],
};
