import type { Change } from './newest';

/** The name of whom it was that changed something; the log itself keeps the user name. */
export function actorOf({ actor, actorName }: Change): string {
  return actorName ?? actor;
}
