import type { Session } from './session.ts';

/**
 * After events came in: sorts them for good, puts the analyst's marks on those that have some, counts them for
 * the list of cases, tells the page.
 */
export async function settleEvents(session: Session): Promise<void> {
  await session.events.settle();
  await session.markAnew();
  await session.keepTally();
  session.tellEvents();
}
