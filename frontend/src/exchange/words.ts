/** Words of export and import; see shared/words.ts for why each key stands literally in a call. */
export const text = {
  title: WRM.I18n.getText('throughline.exchange.title'),
  lead: WRM.I18n.getText('throughline.exchange.lead'),
  export: WRM.I18n.getText('throughline.exchange.export'),
  exportHelp: WRM.I18n.getText('throughline.exchange.export.help'),
  exportNow: WRM.I18n.getText('throughline.exchange.export.now'),
  import: WRM.I18n.getText('throughline.exchange.import'),
  importHelp: WRM.I18n.getText('throughline.exchange.import.help'),
  importNow: WRM.I18n.getText('throughline.exchange.import.now'),
  file: WRM.I18n.getText('throughline.exchange.file'),
  mode: WRM.I18n.getText('throughline.exchange.mode'),
  modes: {
    REPLACE: WRM.I18n.getText('throughline.exchange.mode.REPLACE'),
    CREATE: WRM.I18n.getText('throughline.exchange.mode.CREATE'),
  },
  preview: WRM.I18n.getText('throughline.exchange.preview'),
  failed: WRM.I18n.getText('throughline.exchange.failed'),
  done: WRM.I18n.getText('throughline.exchange.done'),
  andMore: WRM.I18n.getText('throughline.exchange.and-more'),
  kinds: {
    created: WRM.I18n.getText('throughline.exchange.created'),
    changed: WRM.I18n.getText('throughline.exchange.changed'),
    removed: WRM.I18n.getText('throughline.exchange.removed'),
    conflicting: WRM.I18n.getText('throughline.exchange.conflicting'),
  },
};
