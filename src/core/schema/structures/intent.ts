// The structure of an Intent, the one kind of Netpolis itself. A peer or a list of them may stand in
// `from` and `to`, which is for its reader to say.

export const INTENT_TYPES = `
netpolis.Intent
  apiVersion string
  kind string
  metadata ObjectMeta
  flows! [netpolis.IntentFlow]
netpolis.IntentFlow
  from! string-or-list
  to! string-or-list
  ports [int-or-string]
  expect! =allow|deny
  reason string
`;
