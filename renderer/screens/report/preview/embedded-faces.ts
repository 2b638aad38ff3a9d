/** `@font-face` rules as the report's style sheet writes them. */
const FACE =
  /@font-face\{font-family:'([^']+)';font-style:(\w+);font-weight:(\d+);src:url\(data:[\w/;-]*;base64,([\w+/=]+)\) format\('woff2'\);unicode-range:([^}]+)\}/g;

/** The document without them, for a page whose policy would refuse them one by one. */
export const withoutFaces = (html: string): string => html.replaceAll(FACE, '');

/** The faces that a printed document carries, made of their bytes by the window that shows it. */
export function embeddedFaces(html: string, Face: typeof FontFace): readonly FontFace[] {
  return [...html.matchAll(FACE)].map(
    ([, family = '', style = '', weight = '', data = '', unicodeRange = '']) =>
      new Face(family, bytesOf(data), { style, weight, unicodeRange }),
  );
}

function bytesOf(base64: string): ArrayBuffer {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let n = 0; n < text.length; n++) bytes[n] = text.charCodeAt(n);
  return bytes.buffer;
}
