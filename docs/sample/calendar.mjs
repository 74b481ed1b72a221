// The story's days, all relative to today: a plan of three years that is under way, and the periods that are over.
const DAY = 86_400_000;
export const iso = (date) => new Date(date).toISOString().slice(0, 10);

export function calendar(today) {
  // the plan began with the year that was young five months ago: always under way, never over
  const first = new Date(today - 150 * DAY).getUTCFullYear();
  const planStart = new Date(Date.UTC(first, 0, 1));
  const planEnd = new Date(Date.UTC(first + 2, 11, 31));
  return {
    planStart,
    planEnd,
    iso,
    /** The day by which today is that share of the way from the plan's start. */
    dayAt: (share) => iso(Math.min(+planEnd, +planStart + (today - planStart) / share)),
    /** Last days of the months or quarters since the plan began that are over. */
    ends(frequency) {
      const found = [];
      const step = frequency === 'QUARTERLY' ? 3 : 1;
      for (let month = step; ; month += step) {
        const end = new Date(Date.UTC(first, month, 0));
        if (+end + DAY > today) return found;
        found.push(end);
      }
    },
  };
}
