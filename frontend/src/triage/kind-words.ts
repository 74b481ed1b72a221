import type { GapKind, OrphanKind } from './shapes';

/** Words for the kinds of orphans, on every page that lists them; see shared/words.ts for why each key stands literally. */

/** What the group is called. */
export const groups = {
  PROJECT: WRM.I18n.getText('throughline.triage.group.project'),
  EPIC: WRM.I18n.getText('throughline.triage.group.epic'),
  PARTIAL: WRM.I18n.getText('throughline.triage.group.partial'),
  ISSUE: WRM.I18n.getText('throughline.triage.group.issue'),
  DEAD_LINK: WRM.I18n.getText('throughline.triage.group.dead-link'),
  UNSUPPORTED_OBJECTIVE: WRM.I18n.getText('throughline.triage.group.unsupported'),
  UNMEASURED_OBJECTIVE: WRM.I18n.getText('throughline.triage.group.unmeasured'),
  ORPHAN_KPI: WRM.I18n.getText('throughline.triage.group.orphan-kpi'),
  STALE_KPI: WRM.I18n.getText('throughline.triage.group.stale-kpi'),
  UNOWNED: WRM.I18n.getText('throughline.triage.group.unowned'),
} satisfies Record<OrphanKind, string>;

/** What a gap of the strategy is in want of. */
export const gaps = {
  DEAD_LINK: WRM.I18n.getText('throughline.triage.gap.dead-link'),
  UNSUPPORTED_OBJECTIVE: WRM.I18n.getText('throughline.triage.gap.unsupported'),
  UNMEASURED_OBJECTIVE: WRM.I18n.getText('throughline.triage.gap.unmeasured'),
  ORPHAN_KPI: WRM.I18n.getText('throughline.triage.gap.orphan-kpi'),
  STALE_KPI: WRM.I18n.getText('throughline.triage.gap.stale-kpi'),
  UNOWNED: WRM.I18n.getText('throughline.triage.gap.unowned'),
} satisfies Record<GapKind, string>;
