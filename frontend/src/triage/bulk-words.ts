/** Words of what was done to many at once; see shared/words.ts for why each key stands literally in a call. */
export const text = {
  linkedNow: WRM.I18n.getText('throughline.triage.linked-now'),
  linkedNowOne: WRM.I18n.getText('throughline.triage.linked-now.one'),
  exemptNow: WRM.I18n.getText('throughline.triage.exempt-now'),
  exemptNowOne: WRM.I18n.getText('throughline.triage.exempt-now.one'),
  unlinked: WRM.I18n.getText('throughline.triage.unlinked'),
  unlinkedOne: WRM.I18n.getText('throughline.triage.unlinked.one'),
  unexempted: WRM.I18n.getText('throughline.triage.unexempted'),
  unexemptedOne: WRM.I18n.getText('throughline.triage.unexempted.one'),
  conflicts: WRM.I18n.getText('throughline.triage.conflicts'),
  somebody: WRM.I18n.getText('throughline.triage.somebody'),
};
