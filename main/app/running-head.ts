import { markup } from '#shared/report/markup.ts';

/**
 * A document with a line at the head of every page. Chromium draws no heads of its own when a person prints through the
 * system's dialog; the head of a table that holds everything is repeated on every page.
 */
export function withRunningHead(html: string, line: string): string {
  const head = markup`<body><table class="running" role="presentation"><thead><tr><th>${line}</th></tr></thead><tbody><tr><td>`;
  return html
    .replace('</style>', () => `${STYLE}</style>`)
    .replace('<body>', () => head.toString())
    .replace('</body>', () => '</td></tr></tbody></table></body>');
}

/** The line takes the room from the upper margin, so that pages break where they do without it. */
const STYLE = `
@page { margin-top: 17mm }
.running { border: 0; font: inherit }
.running > thead > tr > th { height: 6mm; border: 0; padding: 0; vertical-align: top; color: #4a4d55; font-size: 7.5px; letter-spacing: 0.04em }
.running > tbody > tr { break-inside: auto }
.running > tbody > tr > td { border: 0; padding: 0 }
`;
