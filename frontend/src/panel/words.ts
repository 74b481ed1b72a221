/** Words of the issue panel's script; see shared/words.ts for why each key stands literally in a call. */
export const text = {
  suggested: WRM.I18n.getText('throughline.panel.suggested'),
  link: WRM.I18n.getText('throughline.panel.suggest.link'),
  linkTo: WRM.I18n.getText('throughline.triage.link-to'),
  noSuggestion: WRM.I18n.getText('throughline.panel.suggest.none'),
  exempted: WRM.I18n.getText('throughline.panel.exempted'),
  unexempted: WRM.I18n.getText('throughline.panel.unexempted'),
  exempt: WRM.I18n.getText('throughline.triage.exempt'),
  linked: WRM.I18n.getText('throughline.panel.linked'),
  unlinked: WRM.I18n.getText('throughline.panel.unlinked'),
};
