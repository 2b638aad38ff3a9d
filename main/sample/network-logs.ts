import { BEACONS, BLOCKED, END, FIRST_DAY, UPLOADS, activity, at, isManned } from './calendar.ts';
import { DESKS, HOSTS, INTRUDER } from './company.ts';
import type { Random } from './random.ts';
import { bsdTime, linesInOrder, type Line } from './text-lines.ts';

/** The network sensor's flows, look-ups and alerts, as JSON lines in Suricata's EVE layout. */
export function flowLog(random: Random): string {
  const lines: Line[] = [];
  let flow = 1_100_000_000_000;
  const add = (
    time: number,
    type: string,
    from: string,
    to: string,
    port: number,
    rest: object,
  ) => {
    flow += 7_919;
    lines.push({
      at: time,
      text: JSON.stringify({
        timestamp: `${new Date(time).toISOString().slice(0, -1)}${String(flow % 1_000).padStart(3, '0')}+0000`,
        flow_id: flow,
        event_type: type,
        host: 'sensor1',
        src_ip: from,
        src_port: 49_152 + (flow % 16_000),
        dest_ip: to,
        dest_port: port,
        proto: port === 53 ? 'UDP' : 'TCP',
        ...rest,
      }),
    });
  };
  const session = (time: number, from: string, to: string, out: number, back: number): void =>
    add(time, 'flow', from, to, 443, {
      app_proto: 'tls',
      flow: {
        bytes_toserver: out,
        bytes_toclient: back,
        start: new Date(time - 4_000).toISOString(),
        end: new Date(time).toISOString(),
        state: 'closed',
      },
    });

  for (let time = FIRST_DAY; time < END; time += random.between(9_000, 60_000)) {
    if (random.next() > activity(time) + 0.15) continue;
    const desk = random.pick(DESKS).host;
    if (!isManned(desk, time)) continue;
    const from = desk.ip;
    const to = `198.51.100.${random.between(60, 110)}`;
    const name = `${random.pick(['www', 'cdn', 'api', 'mail'])}${random.between(1, 9)}.vendor.example`;
    if (random.next() < 0.5)
      add(time - 300, 'dns', from, HOSTS.dc.ip, 53, {
        dns: { type: 'query', rrname: name, rrtype: 'A' },
      });
    if (random.next() < 0.4)
      add(time - 100, 'tls', from, to, 443, { tls: { sni: name, version: 'TLS 1.3' } });
    session(time, from, to, random.between(1_200, 90_000), random.between(3_000, 2_500_000));
    if (random.next() < 0.006)
      add(time, 'alert', from, to, 443, {
        alert: {
          signature_id: 1_000_210,
          signature: 'LOCAL policy: file sharing site visited',
          category: 'Potential Corporate Privacy Violation',
          severity: 3,
        },
      });
  }
  const { victim, files } = HOSTS;
  const first = at('2026-05-12T09:12:05.512');
  add(first, 'tls', victim.ip, INTRUDER.c2, 443, {
    tls: { sni: INTRUDER.c2Name, version: 'TLS 1.2' },
  });
  // Raised a second after the document was opened; nobody looked.
  add(first + 900, 'alert', victim.ip, INTRUDER.c2, 443, {
    alert: {
      signature_id: 1_000_118,
      signature: 'LOCAL TLS to a domain registered within the last week',
      category: 'Potentially Bad Traffic',
      severity: 2,
    },
  });
  session(first + 3_000, victim.ip, INTRUDER.c2, 2_412, 912_330);
  for (const time of BEACONS.filter((one) => one < BLOCKED)) {
    session(
      time + 900,
      victim.ip,
      INTRUDER.c2,
      random.between(2_100, 2_900),
      random.between(800, 1_400),
    );
  }
  for (const part of UPLOADS) session(part.at + 230_000, files.ip, INTRUDER.c2, part.bytes, 41_120);
  return linesInOrder(lines);
}

const KNOCKED: readonly [number, ...number[]] = [22, 23, 25, 80, 445, 3389, 5900, 8080];

/** The firewall's kernel log: what it refused. RFC 3164, on UTC. */
export function firewallLog(random: Random): string {
  const lines: Line[] = [];
  const drop = (
    time: number,
    way: { readonly prefix: string; readonly from: string; readonly to: string },
    port: number,
  ): void => {
    const inbound = way.prefix === 'BLOCK-IN';
    lines.push({
      at: time,
      text: `${bsdTime(time)} ${HOSTS.firewall.name} kernel: ${way.prefix}: IN=${inbound ? 'wan0' : 'lan0'} OUT=${inbound ? 'lan0' : 'wan0'} SRC=${way.from} DST=${way.to} LEN=60 TOS=0x00 PREC=0x00 TTL=${inbound ? 52 : 127} ID=${random.between(1, 65_535)} DF PROTO=TCP SPT=${random.between(1_024, 65_535)} DPT=${port} WINDOW=64240 RES=0x00 SYN URGP=0`,
    });
  };
  for (let time = FIRST_DAY; time < END; time += random.between(12_000, 120_000)) {
    const from = `203.0.113.${random.between(70, 250)}`;
    drop(time, { prefix: 'BLOCK-IN', from, to: HOSTS.web.ip }, random.pick(KNOCKED));
  }
  for (let i = 0; i < 120; i++) {
    const way = { prefix: 'BLOCK-IN', from: INTRUDER.scan, to: `192.0.2.${10 + i}` };
    drop(at('2026-05-11T22:31:10') + i * 2_100, way, i % 2 === 0 ? 3389 : 445);
  }
  for (const time of BEACONS.filter((one) => one >= BLOCKED)) {
    const way = { prefix: 'BLOCK-OUT', from: HOSTS.victim.ip, to: INTRUDER.c2 };
    for (const again of [0, 1_000, 3_000]) drop(time + 40 + again, way, 443);
  }
  return linesInOrder(lines);
}
