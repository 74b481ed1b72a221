/** Ends of weeks (Sundays), months and quarters, as dates of the contract. */

export type Frequency = 'WEEKLY' | 'MONTHLY' | 'QUARTERLY';

const DAY = 86_400_000;

/** The last `count` periods that have ended by a day, newest first. */
export function periodsUntil(day: string, frequency: Frequency, count: number): string[] {
  const ends: string[] = [];
  for (let end = lastEnd(day, frequency); ends.length < count; end = lastEnd(dayBefore(end), frequency)) ends.push(end);
  return ends;
}

/** The newest end of a period that is not after a day. */
export function lastEnd(day: string, frequency: Frequency): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (frequency === 'WEEKLY') return iso(at.getTime() - at.getUTCDay() * DAY);
  const months = frequency === 'MONTHLY' ? 1 : 3;
  // the first of a month minus a day; of the next period first, in case this one ends today
  const begun = Math.floor(at.getUTCMonth() / months) * months;
  const end = (month: number): number => Date.UTC(at.getUTCFullYear(), month, 1) - DAY;
  return iso(end(begun + months) <= at.getTime() ? end(begun + months) : end(begun));
}

function dayBefore(day: string): string {
  return iso(Date.parse(`${day}T00:00:00Z`) - DAY);
}

function iso(millis: number): string {
  return new Date(millis).toISOString().slice(0, 10);
}
