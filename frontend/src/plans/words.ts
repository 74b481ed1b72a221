import type { Measure, Plan } from '../shared/shapes';

/** Words of the list of plans; see shared/words.ts for why each key stands literally in a call. */
export const text = {
  title: WRM.I18n.getText('throughline.plans.title'),
  lead: WRM.I18n.getText('throughline.plans.lead'),
  fresh: WRM.I18n.getText('throughline.plans.new'),
  plan: WRM.I18n.getText('throughline.plans.column.plan'),
  period: WRM.I18n.getText('throughline.plans.column.period'),
  state: WRM.I18n.getText('throughline.plans.column.state'),
  empty: WRM.I18n.getText('throughline.plans.empty'),
  emptyRead: WRM.I18n.getText('throughline.plans.empty.read'),
  name: WRM.I18n.getText('throughline.plans.name'),
  vision: WRM.I18n.getText('throughline.plans.vision'),
  start: WRM.I18n.getText('throughline.plans.start'),
  end: WRM.I18n.getText('throughline.plans.end'),
  measure: WRM.I18n.getText('throughline.plans.measure'),
  measures: {
    COUNT: WRM.I18n.getText('throughline.plans.measure.COUNT'),
    STORY_POINTS: WRM.I18n.getText('throughline.plans.measure.STORY_POINTS'),
    ORIGINAL_ESTIMATE: WRM.I18n.getText('throughline.plans.measure.ORIGINAL_ESTIMATE'),
  } satisfies Record<Measure, string>,
  create: WRM.I18n.getText('throughline.plans.create'),
  unread: WRM.I18n.getText('throughline.plans.unread'),
  more: WRM.I18n.getText('throughline.plans.more'),
  loading: WRM.I18n.getText('throughline.plans.loading'),
  states: {
    DRAFT: WRM.I18n.getText('throughline.tree.state.DRAFT'),
    ACTIVE: WRM.I18n.getText('throughline.tree.state.ACTIVE'),
    CLOSED: WRM.I18n.getText('throughline.tree.state.CLOSED'),
  } satisfies Record<Plan['state'], string>,
};
