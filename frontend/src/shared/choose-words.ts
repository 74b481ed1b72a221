/** Words of the search for an objective; see words.ts for why each key stands literally in a call. */
export const text = {
  choose: WRM.I18n.getText('throughline.panel.choose'),
  none: WRM.I18n.getText('throughline.panel.choose.none'),
  one: WRM.I18n.getText('throughline.panel.choose.one'),
  some: WRM.I18n.getText('throughline.panel.choose.some'),
  more: WRM.I18n.getText('throughline.panel.choose.more'),
};
