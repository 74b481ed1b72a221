import type { DeliveryHealth, Measure, OutcomeHealth, SignalKind } from './shapes';

/**
 * Words that tree, plan list and panel share with the pages made by the server. Each key stands literally in a call of
 * `WRM.I18n.getText`, because the server replaces exactly that when it delivers the script.
 */
export const words = {
  outcome: WRM.I18n.getText('throughline.outcome'),
  delivery: WRM.I18n.getText('throughline.delivery'),
  signal: WRM.I18n.getText('throughline.signal'),
  owner: WRM.I18n.getText('throughline.owner'),
  indexing: WRM.I18n.getText('throughline.indexing'),
  expected: WRM.I18n.getText('throughline.bar.expected'),
  outcomeSpoken: WRM.I18n.getText('throughline.outcome.spoken'),
  outcomeSpokenNone: WRM.I18n.getText('throughline.outcome.spoken.none'),
  deliverySpoken: WRM.I18n.getText('throughline.delivery.spoken'),
  deliverySpokenNone: WRM.I18n.getText('throughline.delivery.spoken.none'),
  outcomeHealth: {
    GREEN: WRM.I18n.getText('throughline.outcome.health.good'),
    AMBER: WRM.I18n.getText('throughline.outcome.health.warn'),
    RED: WRM.I18n.getText('throughline.outcome.health.bad'),
    UNKNOWN: WRM.I18n.getText('throughline.outcome.health.none'),
  } satisfies Record<OutcomeHealth, string>,
  deliveryHealth: {
    NO_WORK: WRM.I18n.getText('throughline.delivery.health.NO_WORK'),
    DONE: WRM.I18n.getText('throughline.delivery.health.DONE'),
    NOT_STARTED: WRM.I18n.getText('throughline.delivery.health.NOT_STARTED'),
    ON_TRACK: WRM.I18n.getText('throughline.delivery.health.ON_TRACK'),
    AT_RISK: WRM.I18n.getText('throughline.delivery.health.AT_RISK'),
    OFF_TRACK: WRM.I18n.getText('throughline.delivery.health.OFF_TRACK'),
  } satisfies Record<DeliveryHealth, string>,
  signals: {
    REALIZING: WRM.I18n.getText('throughline.signal.REALIZING'),
    DRIFT: WRM.I18n.getText('throughline.signal.DRIFT'),
    UNEXPLAINED: WRM.I18n.getText('throughline.signal.UNEXPLAINED'),
    STALLED: WRM.I18n.getText('throughline.signal.STALLED'),
    BLIND: WRM.I18n.getText('throughline.signal.BLIND'),
  } satisfies Record<SignalKind, string>,
  size: {
    COUNT: WRM.I18n.getText('throughline.size.COUNT'),
    STORY_POINTS: WRM.I18n.getText('throughline.size.STORY_POINTS'),
    ORIGINAL_ESTIMATE: WRM.I18n.getText('throughline.size.ORIGINAL_ESTIMATE'),
  } satisfies Record<Measure, string>,
  sizeSingle: {
    COUNT: WRM.I18n.getText('throughline.size.COUNT.single'),
    STORY_POINTS: WRM.I18n.getText('throughline.size.STORY_POINTS.single'),
    ORIGINAL_ESTIMATE: WRM.I18n.getText('throughline.size.ORIGINAL_ESTIMATE.single'),
  } satisfies Record<Measure, string>,
  sizeOf: {
    COUNT: WRM.I18n.getText('throughline.size.COUNT.of'),
    STORY_POINTS: WRM.I18n.getText('throughline.size.STORY_POINTS.of'),
    ORIGINAL_ESTIMATE: WRM.I18n.getText('throughline.size.ORIGINAL_ESTIMATE.of'),
  } satisfies Record<Measure, string>,
  noOwner: WRM.I18n.getText('throughline.tree.no-owner'),
  ownerLeft: WRM.I18n.getText('throughline.owner.left'),
  treeCsv: WRM.I18n.getText('throughline.tree.csv.tree'),
  scorecardCsv: WRM.I18n.getText('throughline.tree.csv.scorecard'),
  plans: WRM.I18n.getText('throughline.tree.plans'),
  tryAgain: WRM.I18n.getText('throughline.page.try-again'),
  reference: WRM.I18n.getText('throughline.page.reference'),
  offline: WRM.I18n.getText('throughline.page.offline'),
  failed: WRM.I18n.getText('throughline.page.failed'),
  loggedOut: WRM.I18n.getText('throughline.page.logged-out'),
  logIn: WRM.I18n.getText('throughline.page.log-in'),
  save: WRM.I18n.getText('throughline.page.save'),
  cancel: WRM.I18n.getText('throughline.page.cancel'),
  conflict: WRM.I18n.getText('throughline.tree.conflict'),
  mine: WRM.I18n.getText('throughline.tree.conflict.mine'),
  theirs: WRM.I18n.getText('throughline.tree.conflict.theirs'),
  keepMine: WRM.I18n.getText('throughline.tree.conflict.keep-mine'),
  takeTheirs: WRM.I18n.getText('throughline.tree.conflict.take-theirs'),
  undo: WRM.I18n.getText('throughline.page.undo'),
  dismiss: WRM.I18n.getText('throughline.page.dismiss'),
};
