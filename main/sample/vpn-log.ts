import { DAY, DAYS, FIRST_DAY, HOUR, at } from './calendar.ts';
import { HOSTS, INTRUDER, KARIN, PEOPLE, VICTIM, type Person } from './company.ts';
import type { Random } from './random.ts';
import { linesInOrder, type Line } from './text-lines.ts';

/** The VPN concentrator's audit as JSON lines: who connected from where. */
export function vpnLog(random: Random): string {
  const lines: Line[] = [];
  const add = (
    time: number,
    action: 'vpn-login' | 'vpn-logout',
    user: string,
    ip: string,
    rest: { readonly outcome: 'success' | 'failure'; readonly assigned?: string },
  ): void => {
    lines.push({
      at: time,
      text: JSON.stringify({
        '@timestamp': new Date(time).toISOString(),
        event: { action, outcome: rest.outcome, category: 'authentication' },
        user: { name: user },
        source: { ip },
        host: { name: HOSTS.vpn.name },
        ...(rest.assigned !== undefined && { vpn: { assigned_ip: rest.assigned } }),
        message: `${action === 'vpn-login' ? 'Login' : 'Logout'} of ${user} from ${ip}: ${rest.outcome}`,
      }),
    });
  };
  const session = (time: number, who: Person, ip: string, length: number): void => {
    const assigned = `192.0.2.${random.between(200, 210)}`;
    add(time, 'vpn-login', who.account, ip, { outcome: 'success', assigned });
    add(time + length, 'vpn-logout', who.account, ip, { outcome: 'success' });
  };
  for (let day = 0; day < DAYS; day++) {
    for (const who of [...PEOPLE, KARIN]) {
      for (let n = random.between(0, 3); n > 0; n--) {
        const time = FIRST_DAY + day * DAY + random.between(5 * HOUR, 19 * HOUR);
        if (who === VICTIM && time > at('2026-05-13T08:43:55')) continue;
        session(
          time,
          who,
          `198.51.100.${random.between(150, 160)}`,
          random.between(HOUR / 4, 3 * HOUR),
        );
      }
    }
  }
  const failed = { outcome: 'failure' } as const;
  add(at('2026-05-12T13:10:55.201'), 'vpn-login', 'adm.nyberg', INTRUDER.scan, failed);
  add(at('2026-05-12T13:11:20.880'), 'vpn-login', 'adm.nyberg', INTRUDER.scan, failed);
  add(at('2026-05-13T01:55:48.016'), 'vpn-login', 'helpdesk2', INTRUDER.scan, {
    outcome: 'success',
    assigned: INTRUDER.laptop.ip,
  });
  add(at('2026-05-13T03:40:09.540'), 'vpn-logout', 'helpdesk2', INTRUDER.scan, {
    outcome: 'success',
  });
  return linesInOrder(lines);
}
