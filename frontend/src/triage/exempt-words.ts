/** Words of the fields of an exemption; see shared/words.ts for why each key stands literally in a call. */
export const text = {
  reason: WRM.I18n.getText('throughline.triage.reason'),
  reasonHint: WRM.I18n.getText('throughline.triage.reason.hint'),
  until: WRM.I18n.getText('throughline.triage.until'),
};
