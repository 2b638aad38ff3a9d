import { END, FIRST_DAY, activity, at } from './calendar.ts';
import { INTRUDER } from './company.ts';
import type { Random } from './random.ts';
import { linesInOrder, webTime, type Line } from './text-lines.ts';

interface Request {
  readonly at: number;
  readonly ip: string;
  readonly request: string;
  readonly status: number;
  readonly bytes: number;
  readonly agent: string;
}

const line = (r: Request): Line => ({
  at: r.at,
  text: `${r.ip} - - [${webTime(r.at)}] "${r.request}" ${r.status} ${r.bytes} "-" "${r.agent}"`,
});

const BROWSERS: readonly [string, ...string[]] = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_4) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15',
  'Mozilla/5.0 (X11; Linux x86_64; rv:125.0) Gecko/20100101 Firefox/125.0',
];
const PATHS: readonly [string, ...string[]] = [
  '/',
  '/about',
  '/products',
  '/contact',
  '/css/site.css',
  '/js/app.js',
  '/img/logo.svg',
  '/news/2026/05',
];
const PROBES: readonly [string, ...string[]] = [
  '/.env',
  '/.git/config',
  '/wp-login.php',
  '/phpmyadmin/',
  '/admin/login',
  '/backup.zip',
  '/server-status',
  "/products?id=1'%20OR%20'1'='1",
  '/cgi-bin/test.cgi',
  '/../../../../etc/passwd',
  '/api/v1/users',
  '/search?q=<script>alert(1)</script>',
];

/** Combined log of the public web server: three days of visitors, the intruder's scan and the web shell. */
export function webLog(random: Random): string {
  const requests: Request[] = [];
  for (let time = FIRST_DAY; time < END; time += random.between(4_000, 40_000)) {
    if (random.next() > activity(time) + 0.3) continue;
    const found = random.next() > 0.03;
    requests.push({
      at: time,
      ip: `198.51.100.${random.between(120, 199)}`,
      request: `GET ${found ? random.pick(PATHS) : '/old-page'} HTTP/1.1`,
      status: found ? 200 : 404,
      bytes: found ? random.between(900, 60_000) : 162,
      agent: random.pick(BROWSERS),
    });
  }
  for (let i = 0; i < 420; i++) {
    const probe = random.pick(PROBES);
    requests.push({
      at: at('2026-05-11T22:40:02') + i * 1_150,
      ip: INTRUDER.scan,
      request: `GET ${probe} HTTP/1.1`,
      status: probe === '/server-status' ? 403 : 404,
      bytes: 162,
      agent: 'Mozilla/5.0 (compatible; probe/0.4)',
    });
  }
  const shell = (time: string, request: string, bytes: number): Request => ({
    at: at(time),
    ip: INTRUDER.scan,
    request: `${request} HTTP/1.1`,
    status: 200,
    bytes,
    agent: 'curl/8.4.0',
  });
  requests.push(
    shell('2026-05-13T01:26:40', 'POST /uploads/t.php', 31),
    shell('2026-05-13T01:27:12', 'GET /uploads/t.php?c=id', 54),
    shell('2026-05-13T01:28:03', 'GET /uploads/t.php?c=cat%20/srv/www/.env', 412),
  );
  return linesInOrder(requests.map(line));
}
