/** Words of the gadgets; see shared/words.ts for why each key stands literally in a call. */
export const text = {
  unread: WRM.I18n.getText('throughline.gadget.unread'),
  forbidden: WRM.I18n.getText('throughline.gadget.forbidden'),
  plan: WRM.I18n.getText('throughline.gadget.plan'),
  every: WRM.I18n.getText('throughline.gadget.every'),
  first: WRM.I18n.getText('throughline.gadget.first'),
  project: WRM.I18n.getText('throughline.gadget.project'),
  refresh: WRM.I18n.getText('throughline.gadget.refresh'),
  noProject: WRM.I18n.getText('throughline.gadget.no-project'),
  orphan: WRM.I18n.getText('throughline.gadget.orphan-share'),
  orphanIn: WRM.I18n.getText('throughline.gadget.orphan-share.in'),
  open: WRM.I18n.getText('throughline.gadget.open'),
  asOf: WRM.I18n.getText('throughline.gadget.as-of'),
  noPlan: WRM.I18n.getText('throughline.gadget.no-plan'),
  indexing: WRM.I18n.getText('throughline.gadget.indexing'),
  lookFirst: WRM.I18n.getText('throughline.gadget.look-first'),
};
