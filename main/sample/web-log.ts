import { INTRUDER } from './company.ts';
import type { Random } from './random.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const pad = (n: number): string => String(n).padStart(2, '0');

function clf(at: number): string {
  const d = new Date(at);
  return `${pad(d.getUTCDate())}/${MONTHS[d.getUTCMonth()] ?? ''}/${d.getUTCFullYear()}:${pad(d.getUTCHours())}:${pad(d.getUTCMinutes())}:${pad(d.getUTCSeconds())} +0000`;
}

interface Request {
  readonly at: number;
  readonly ip: string;
  readonly request: string;
  readonly status: number;
  readonly bytes: number;
  readonly agent: string;
}

const line = (r: Request): string =>
  `${r.ip} - - [${clf(r.at)}] "${r.request}" ${r.status} ${r.bytes} "-" "${r.agent}"`;

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

/** Combined log of the public web server: three days of visitors, and the intruder's scan and upload. */
export function webLog(random: Random, firstDay: number): string {
  const requests: Request[] = [];
  for (let at = firstDay; at < firstDay + 3 * 86_400_000; at += random.between(4_000, 40_000)) {
    const found = random.next() > 0.03;
    requests.push({
      at,
      ip: `198.51.100.${random.between(120, 240)}`,
      request: `GET ${found ? random.pick(PATHS) : '/old-page'} HTTP/1.1`,
      status: found ? 200 : 404,
      bytes: found ? random.between(900, 60_000) : 162,
      agent: random.pick(BROWSERS),
    });
  }
  const scan = Date.parse('2026-05-11T22:40:02Z');
  for (let i = 0; i < 420; i++) {
    const probe = random.pick(PROBES);
    requests.push({
      at: scan + i * 1_150,
      ip: INTRUDER.scan,
      request: `GET ${probe} HTTP/1.1`,
      status: probe === '/server-status' ? 403 : 404,
      bytes: 162,
      agent: 'Mozilla/5.0 zgrab/0.x',
    });
  }
  requests.push(
    {
      at: Date.parse('2026-05-13T01:26:40Z'),
      ip: INTRUDER.scan,
      request: 'POST /uploads/t.php HTTP/1.1',
      status: 200,
      bytes: 31,
      agent: 'curl/8.4.0',
    },
    {
      at: Date.parse('2026-05-13T01:27:12Z'),
      ip: INTRUDER.scan,
      request: 'GET /uploads/t.php?c=id HTTP/1.1',
      status: 200,
      bytes: 54,
      agent: 'curl/8.4.0',
    },
  );
  requests.sort((a, b) => a.at - b.at);
  return `${requests.map(line).join('\n')}\n`;
}
