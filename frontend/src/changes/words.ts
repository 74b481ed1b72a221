/** Words of the change log; see shared/words.ts for why each key stands literally in a call. */
export const text = {
  batches: WRM.I18n.getText('throughline.changes.batches'),
  title: WRM.I18n.getText('throughline.changes.title'),
  lead: WRM.I18n.getText('throughline.changes.lead'),
  key: WRM.I18n.getText('throughline.changes.key'),
  object: WRM.I18n.getText('throughline.changes.object'),
  show: WRM.I18n.getText('throughline.changes.show'),
  unread: WRM.I18n.getText('throughline.objective.history.unread'),
  none: WRM.I18n.getText('throughline.changes.none'),
  when: WRM.I18n.getText('throughline.changes.when'),
  who: WRM.I18n.getText('throughline.changes.who'),
  what: WRM.I18n.getText('throughline.changes.what'),
  row: WRM.I18n.getText('throughline.changes.row'),
  shown: WRM.I18n.getText('throughline.objective.work.shown'),
  more: WRM.I18n.getText('throughline.objective.work.more'),
};
