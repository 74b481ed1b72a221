/** Words of looking at a past day; see shared/words.ts for why each key stands literally in a call. */
export const text = {
  asOf: WRM.I18n.getText('throughline.tree.as-of'),
  asOfToday: WRM.I18n.getText('throughline.tree.as-of.today'),
  asOfDay: WRM.I18n.getText('throughline.tree.as-of.day'),
  asOfSlider: WRM.I18n.getText('throughline.tree.as-of.slider'),
  asOfBanner: WRM.I18n.getText('throughline.tree.as-of.banner'),
  asOfReadOnly: WRM.I18n.getText('throughline.tree.as-of.read-only'),
  asOfFilled: WRM.I18n.getText('throughline.tree.as-of.filled'),
  backToToday: WRM.I18n.getText('throughline.tree.as-of.back'),
  today: WRM.I18n.getText('throughline.tree.today'),
};
