/** Words that triage, the page of a project and the gadgets share; see shared/words.ts for why each key stands literally. */
export const text = {
  parts: {
    aligned: WRM.I18n.getText('throughline.triage.part.aligned'),
    exempt: WRM.I18n.getText('throughline.triage.part.exempt-short'),
    orphan: WRM.I18n.getText('throughline.triage.part.orphan'),
  },
  exemptBecause: WRM.I18n.getText('throughline.triage.part.exempt'),
  done: WRM.I18n.getText('throughline.triage.linking.done'),
  undone: WRM.I18n.getText('throughline.triage.linking.undone'),
  weeks: WRM.I18n.getText('throughline.triage.chart.weeks'),
  table: WRM.I18n.getText('throughline.triage.chart.table'),
  chart: WRM.I18n.getText('throughline.triage.chart.chart'),
  week: WRM.I18n.getText('throughline.triage.chart.week'),
  filled: WRM.I18n.getText('throughline.triage.chart.filled'),
  tooShort: WRM.I18n.getText('throughline.triage.chart.too-short'),
};
