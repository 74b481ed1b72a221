/** Words of a plan's page; see shared/words.ts for why each key stands literally in a call. */
export const text = {
  unread: WRM.I18n.getText('throughline.tree.unread'),
  fromTo: WRM.I18n.getText('throughline.objective.from-to'),
  openTree: WRM.I18n.getText('throughline.overview.tree'),
  vision: WRM.I18n.getText('throughline.overview.vision'),
  visionHint: WRM.I18n.getText('throughline.overview.vision.hint'),
  mission: WRM.I18n.getText('throughline.overview.mission'),
  missionHint: WRM.I18n.getText('throughline.overview.mission.hint'),
  themes: WRM.I18n.getText('throughline.overview.themes'),
  noThemes: WRM.I18n.getText('throughline.overview.themes.none'),
  theme: WRM.I18n.getText('throughline.tree.theme'),
  history: WRM.I18n.getText('throughline.objective.history'),
  edit: WRM.I18n.getText('throughline.overview.edit'),
  write: WRM.I18n.getText('throughline.overview.write'),
};
