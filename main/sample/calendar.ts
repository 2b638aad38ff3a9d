import { HOSTS, type Host } from './company.ts';

/** The three days of the sample, and the moments that several sources tell of. All in ms since 1970 UTC. */
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A UTC time of the story, e.g. `2026-05-12T09:12:04.113`. */
export const at = (text: string): number => Date.parse(`${text}Z`);

/** Midnight of Monday, 11 May 2026. */
export const FIRST_DAY = at('2026-05-11T00:00:00');
export const DAYS = 3;
export const END = FIRST_DAY + DAYS * DAY;

/** When the evidence was collected: the files' modification time, from which years are inferred. */
export const COLLECTED = at('2026-05-14T06:00:00');

/** When the Security log of WS07 was cleared. What it held before is gone. */
export const CLEARED = at('2026-05-13T03:31:15.640');

/** When the firewall began to refuse the command-and-control address. */
export const BLOCKED = at('2026-05-13T08:47:00');

/** When WS07 was taken off the network. */
export const ISOLATED = at('2026-05-13T09:10:00');

/** The implant calls home every ten minutes, give or take; the firewall and the host both saw each call. */
export const BEACONS: readonly number[] = Array.from(
  { length: 144 },
  (_, i) => at('2026-05-12T09:17:00') + i * 600_000 + ((i * 7919) % 23_000),
).filter((time) => time < ISOLATED);

/** The twelve parts of the archive that left the file server: when each began, and its bytes. */
export const UPLOADS: readonly { readonly at: number; readonly bytes: number }[] = Array.from(
  { length: 12 },
  (_, part) => ({
    at: at('2026-05-13T02:19:41.420') + part * 241_000,
    bytes: 209_715_200 + ((part * 3_571) % 7_919),
  }),
);

/** When the administrator is in a meeting and her desk is locked. */
const AWAY = { from: at('2026-05-12T13:24:40'), to: at('2026-05-12T14:03:42') };

/** Whether its owner can be at a desk: Karin Nyberg is away for a while, and WS07 is off after its isolation. */
export function isManned({ name }: Host, time: number): boolean {
  if (name === HOSTS.victim.name) return time < at('2026-05-13T08:43:55');
  return name !== HOSTS.adminDesk.name || time < AWAY.from || time > AWAY.to;
}

/** How busy the office is at an hour of the (UTC) day, 0 to 1. */
export function activity(time: number): number {
  const hour = new Date(time).getUTCHours();
  if (hour < 5 || hour > 19) return 0.08;
  return hour >= 7 && hour <= 16 ? 1 : 0.35;
}
