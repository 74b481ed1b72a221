import type { Format } from '../shared/format';
import type { Differing } from '../shared/mine-or-theirs';
import { text } from './words';

/** The settings as the server has them, as the form has them, and where two forms differ. */

export interface Settings {
  cancelledResolutions: string[];
  levels: Record<string, number>;
  defaultSizes: { STORY_POINTS: number; ORIGINAL_ESTIMATE: number };
  groups: { view: string[]; edit: string[]; administer: string[] };
  jqlCeiling: number;
  fill: { pageSize: number; percent: number };
  staleParents?: number;
  version: number;
}

/** What is written in the form: lists as lines, hours instead of seconds. */
export interface Written {
  cancelled: string;
  levels: { name: string; level: string }[];
  points: string;
  hours: string;
  view: string;
  edit: string;
  administer: string;
  ceiling: string;
  page: string;
  percent: string;
}

export function written(settings: Settings, format: Format): Written {
  return {
    cancelled: settings.cancelledResolutions.join('\n'),
    levels: Object.entries(settings.levels)
      .sort((one, other) => other[1] - one[1])
      .map(([name, level]) => ({ name, level: String(level) })),
    points: format.number(settings.defaultSizes.STORY_POINTS, 6),
    hours: format.number(settings.defaultSizes.ORIGINAL_ESTIMATE / 3600, 6),
    view: settings.groups.view.join('\n'),
    edit: settings.groups.edit.join('\n'),
    administer: settings.groups.administer.join('\n'),
    ceiling: format.number(settings.jqlCeiling, 0),
    page: format.number(settings.fill.pageSize, 0),
    percent: format.number(settings.fill.percent, 0),
  };
}

const lines = (words: string): string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export function sent(form: Written, format: Format): Omit<Settings, 'version'> {
  const number = (words: string, times = 1): number => (format.parse(words) ?? Number.NaN) * times;
  return {
    cancelledResolutions: lines(form.cancelled),
    levels: Object.fromEntries(
      form.levels.filter(({ name }) => name.trim() !== '').map(({ name, level }) => [name.trim(), number(level)]),
    ),
    defaultSizes: { STORY_POINTS: number(form.points), ORIGINAL_ESTIMATE: number(form.hours, 3600) },
    groups: { view: lines(form.view), edit: lines(form.edit), administer: lines(form.administer) },
    jqlCeiling: number(form.ceiling),
    fill: { pageSize: number(form.page), percent: number(form.percent) },
  };
}

/** Fields in which mine is not theirs, as both are read. */
export function differing(mine: Written, theirs: Written): Differing[] {
  const names: Record<keyof Written, string> = {
    view: text.view,
    edit: text.edit,
    administer: text.administer,
    levels: text.levels,
    cancelled: text.cancelled,
    points: text.points,
    hours: text.hours,
    ceiling: text.ceiling,
    page: text.page,
    percent: text.percent,
  };
  const read = (form: Written, field: keyof Written): string =>
    field === 'levels'
      ? form.levels.map(({ name, level }) => `${name} ${level}`).join(', ')
      : lines(form[field]).join(', ');
  return (Object.keys(names) as (keyof Written)[])
    .map((field) => ({ name: names[field], mine: read(mine, field), theirs: read(theirs, field) }))
    .filter((each) => each.mine !== each.theirs);
}
