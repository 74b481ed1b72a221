import { get, Problem, put } from './api';

/** Replacing an object as a person saw it, and what happens when somebody else was faster. */

interface Versioned {
  version: number;
}

/** Somebody else saved first: what they left. */
export class Stale<T> extends Error {
  constructor(readonly now: T) {
    super('changed meanwhile');
  }
}

/**
 * Saves what differs from the object as it is on the server, and nothing else of it.
 *
 * @param seen the version that the person looked at, or chose to write over
 * @throws Stale if it is no longer at that version
 * @throws Problem if the server refuses
 */
export async function replace<T extends Versioned>(
  path: string,
  seen: number,
  change: (now: T) => Partial<T>,
): Promise<T> {
  const now = await get<T>(path);
  if (now.version !== seen) throw new Stale(now);
  try {
    return await put<T>(path, { ...now, ...change(now) }, seen);
  } catch (failed) {
    if (!(failed instanceof Problem) || failed.status !== 412) throw failed;
    throw new Stale(await get<T>(path));
  }
}
