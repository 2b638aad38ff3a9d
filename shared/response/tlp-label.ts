import { TLP } from '../records/kinds/incident.ts';
import type { Incident } from '../records/kinds/incident.ts';
import type { Markup, Part } from '../report/markup.ts';
import { join, markup } from '../report/markup.ts';

export type Tlp = Incident['tlp'];

/** Colour of a label's text, on black: FIRST, Traffic Light Protocol 2.0, “TLP labels”. */
export const TLP_COLOURS: { readonly [T in Tlp]: string } = {
  red: '#ff2b2b',
  'amber+strict': '#ffc000',
  amber: '#ffc000',
  green: '#33ff00',
  clear: '#ffffff',
};

/** A marking in parts: labels of the TLP, and what stands around them. */
export type MarkingPart = string | { readonly tlp: Tlp; readonly label: string };

const LABEL = /(TLP:\s*(?:RED|AMBER\+STRICT|AMBER|GREEN|CLEAR)(?![\w+]))/gi;

/** `TLP:AMBER · Confidential` as its label and ` · Confidential`; a label is written as the standard writes it. */
export const markingParts = (marking: string): readonly MarkingPart[] =>
  marking.split(LABEL).flatMap((part, n): readonly MarkingPart[] => {
    if (n % 2 === 0) return part === '' ? [] : [part];
    const name = part.slice('TLP:'.length).trim().toLowerCase();
    const tlp = TLP.find((one) => one === name);
    return tlp === undefined ? [part] : [{ tlp, label: `TLP:${tlp.toUpperCase()}` }];
  });

/** The first label that a marking names. */
export const tlpOf = (marking: string): Tlp | undefined =>
  markingParts(marking).find((part) => typeof part !== 'string')?.tlp;

/** A marking for paper, its labels in the colours of the standard. Style is inline: headers of pages have no sheet. */
export const markingHtml = (marking: string): Markup =>
  join(
    markingParts(marking).map((part): Part =>
      typeof part === 'string'
        ? part
        : markup`<span style="display:inline-block;padding:0.1em 0.45em;background:#000;color:${TLP_COLOURS[part.tlp]};font-weight:700;letter-spacing:0;-webkit-print-color-adjust:exact;print-color-adjust:exact">${part.label}</span>`,
    ),
  );
