// The face of the core.

export { readAssumptionsFile } from './assumptions/file.ts';
export { partsOf } from './assumptions/parts.ts';
export type { RestingAnswer, RestingPort } from './assumptions/resting-services.ts';
export type { Typed } from './assumptions/typed.ts';
export {
  typedLabels,
  typedLabelValue,
  typedNamespace,
  typedRanges,
} from './assumptions/typed.ts';
export { undeclaredNamespaces } from './assumptions/undeclared.ts';
export { assumptionsFrom, writtenAssumptions } from './assumptions/value.ts';
export { PROFILES } from './cni/profiles.ts';
export type { Around } from './drawing/around.ts';
export {
  ACTORS,
  actorWords,
  aroundKey,
  INTERNET,
  isDrawn,
  isSwitchedOn,
  newPodIn,
  WAYS,
  wantsActors,
} from './drawing/around.ts';
export type { Obstacles } from './drawing/bend.ts';
export { bendOf } from './drawing/bend.ts';
export type { Prepared } from './drawing/draw.ts';
export { draw, prepare } from './drawing/draw.ts';
export type { Drawing, EndId, Link, Shape } from './drawing/drawing.ts';
export {
  AROUND,
  EVERYTHING,
  linkId,
  namespaceAt,
  namespaceEnd,
  OUTSIDE,
} from './drawing/drawing.ts';
export { namedBy } from './drawing/filters.ts';
export type { Focus } from './drawing/focus.ts';
export type { Rect } from './drawing/geometry.ts';
export { boundsOf } from './drawing/geometry.ts';
export { peersAt } from './drawing/groups.ts';
export type { Layout } from './drawing/layout.ts';
export { layout } from './drawing/layout.ts';
export { hasGlobe, NAME_LETTERS, noteText, shapeSize } from './drawing/measure.ts';
export { externalName, portsText } from './drawing/names.ts';
export { withWays } from './drawing/with-ways.ts';
export type { Effects } from './effect/effects.ts';
export { isOpenedBy, openedFlows } from './effect/opened.ts';
export type { OpenedFlow, PolicyPart } from './effect/opened-alone.ts';
export type { Part } from './effect/part.ts';
export type { Pointed, SelectedPeers, Spot } from './effect/pointed.ts';
export type { Analysis } from './engine/analysis.ts';
export type { Flow, Flows } from './engine/flows.ts';
export { readFlows } from './engine/flows.ts';
export type {
  AdminMatch,
  Match,
  PolicyReference,
  Segment,
  Selecting,
  SideDecision,
  TierDecision,
} from './explain/decision.ts';
export type { ExplainedSegment } from './explain/near-miss/explain-fully.ts';
export type { NearMiss, NearMissKind } from './explain/near-miss/near-miss.ts';
export { nearMisses } from './explain/near-miss/near-misses.ts';
export type { Settling } from './explain/near-miss/settle.ts';
export { renderCheckJson } from './export/check-json.ts';
export { renderJunit } from './export/check-junit.ts';
export { listChecks } from './export/check-listing.ts';
export { renderCheckText } from './export/check-text.ts';
export { evaluate } from './export/eval.ts';
export { renderEvalJson } from './export/eval-json.ts';
export { renderEvalText } from './export/eval-text.ts';
export { renderExposureText } from './export/exposure.ts';
export { renderLintJson } from './export/lint-json.ts';
export { renderLintText, renderRules } from './export/lint-text.ts';
export { renderListDot, renderListMermaid } from './export/list-graphs.ts';
export { renderListJson } from './export/list-json.ts';
export { renderListCsv, renderListMarkdown } from './export/list-tables.ts';
export { renderListText } from './export/list-text.ts';
export { listFindings } from './export/listing.ts';
export { placesIn } from './export/places.ts';
export { renderSarif } from './export/sarif.ts';
export { evaluateName } from './export/service-answer.ts';
export { renderServiceJson, renderServiceText } from './export/service-text.ts';
export type {
  ExposedRow,
  Exposure,
  Reason,
} from './exposure/new-pods.ts';
export type { NewPodFlow, NewPodFlows } from './exposure/new-pods-of.ts';
export { namedText, newPodsText, openText, ruleText } from './exposure/words.ts';
export { findPeer } from './find-peer.ts';
export type { Completion, CompletionKind, Completions } from './help/completion.ts';
export type { TextChange } from './help/format.ts';
export type { Hover } from './help/hover.ts';
export type { Fold, OutlineEntry } from './help/outline.ts';
export type { Target } from './help/place.ts';
export { checkFlows } from './intent/check.ts';
export type { IntentCheck, PlacedCheck } from './intent/check-intents.ts';
export { checkIntents } from './intent/check-intents.ts';
export type { FlowCheck } from './intent/flow-check.ts';
export { addFlow } from './manifests/add-flow.ts';
export { readIntentFile } from './manifests/intent-file.ts';
export type { FoundObject } from './manifests/objects.ts';
export { objectsIn } from './manifests/objects.ts';
export type { ReadingCache } from './manifests/read-files.ts';
export { createReadingCache } from './manifests/read-files.ts';
export { resolvePlain } from './manifests/scalar.ts';
export { splitDocuments } from './manifests/split.ts';
export { createStructureCache } from './manifests/structure-findings.ts';
export type { Entry, MapTree, Tree } from './manifests/tree.ts';
export { parseDocument } from './manifests/tree.ts';
export type { AssumedNamespace, Assumptions, Cni, HostNetwork } from './model/assumptions.ts';
export { CNIS, countAssumptions, HOST_NETWORKS, NO_ASSUMPTIONS } from './model/assumptions.ts';
export type { Finding, Level } from './model/finding.ts';
export type { ForeignPolicies, ForeignPolicy } from './model/foreign-policy.ts';
export { mayConcern } from './model/foreign-policy.ts';
export { EXPECTATIONS, type IntendedFlow, type Intent } from './model/intent.ts';
export type { End, Peer, PeerIndex } from './model/peer.ts';
export { API_SERVER, CLUSTER_DNS, INGRESS_CONTROLLER, NEW_POD, NODES } from './model/peer.ts';
export type { ContainerPort, PortRange, PortSet, Protocol } from './model/port.ts';
export { isAllPorts, isEmptyPortSet, PROTOCOLS, rangeText } from './model/port.ts';
export type { SourceFile } from './model/source-file.ts';
export { isApplied, isSameFile, withApplied, withText } from './model/source-file.ts';
export type { Position, Span } from './model/span.ts';
export { lineCounter, spanAt } from './model/span.ts';
export type { Fact, Verdict } from './model/verdict.ts';
export { factSentence, nodeNote } from './model/verdict.ts';
export type { Workload } from './model/workload.ts';
export type { Outcome, Progress } from './pipeline.ts';
export { analyze, analyzeInSteps } from './pipeline.ts';
export type { RestingFlow, RestingNeighbours } from './questions.ts';
export {
  askName,
  completeAt,
  decidePacket,
  definitionAt,
  dial,
  effectsOf,
  explainFlow,
  exposureOf,
  flowsOpenedAlone,
  foldsOf,
  formatText,
  hoverAt,
  lint,
  neighbours,
  newPodFlows,
  outlineOf,
  pointAt,
  referencesAt,
  waysOf,
  withActors,
  withStructure,
} from './questions.ts';
export { loadDocumentation } from './schema/load-documentation.ts';
export type { FieldHelp, PlaceHelp } from './schema/schema-at.ts';
export { schemaAt } from './schema/schema-at.ts';
export { actorsOf, lackingController } from './service/actors.ts';
export type { NameAnswer } from './service/ask.ts';
export type { DrawnWay, DrawnWays } from './service/drawn-ways.ts';
export type { InFront, Reachable } from './service/neighbours.ts';
export { newPodCalled } from './service/new-pods.ts';
export type { Reach } from './service/reach.ts';
