import { TLP_COLOURS } from '#shared/response/tlp-label.ts';
import type { Tlp } from '#shared/response/tlp-label.ts';
import { TLP_WORDS } from '#shared/response/incident-words.ts';
import './incident.css';

/** A label of the Traffic Light Protocol as the standard draws it, the same in light and dark: its colour on black. */
export const TlpMark = ({ tlp }: { readonly tlp: Tlp }) => (
  <span className="fl-tlp" style={{ color: TLP_COLOURS[tlp] }}>
    {TLP_WORDS[tlp]}
  </span>
);
