import { z } from 'zod';
import { TECHNIQUE_ID } from '../model/attack.ts';
import type { Result } from '../model/result.ts';
import { fail, ok } from '../model/result.ts';
import { byText } from '../work/by-text.ts';
import { counted } from '../work/number-text.ts';
import type { TechniqueUse, TechniqueUses } from './technique-use.ts';
import { shownBy } from './technique-use.ts';

/**
 * Layers of the ATT&CK Navigator, format 4.5
 * (https://github.com/mitre-attack/attack-navigator/blob/master/layers/spec/v4.5/layerformat.md).
 */
const LAYER_FORMAT = '4.5';
const NAVIGATOR = '5.1.0';
/** White to the red of the Navigator's own examples. */
const COLORS = ['#ffffff', '#ff6666'];

/** The techniques of a case as a layer; the score is how often each is named, capped so that one does not pale the others. */
export function navigatorLayer(
  uses: TechniqueUses,
  { title, version }: { readonly title: string; readonly version: string },
): string {
  const techniques = [...uses]
    .filter(([, use]) => shownBy(use) > 0 || use.lookedFor.length > 0)
    .sort(([a], [b]) => byText(a, b))
    .map(([techniqueID, use]) => ({
      techniqueID,
      score: scoreOf(use),
      comment: commentOf(use),
      enabled: true,
      showSubtechniques: techniqueID.length > 5,
    }));
  const layer = {
    name: title,
    versions: {
      ...(version !== '' && { attack: version.split('.')[0] ?? version }),
      navigator: NAVIGATOR,
      layer: LAYER_FORMAT,
    },
    domain: 'enterprise-attack',
    description: 'Techniques that the case names, written by Fireline.',
    techniques,
    gradient: { colors: COLORS, minValue: 0, maxValue: MOST_SCORE },
    legendItems: [{ label: 'looked for, not found', color: COLORS[0] }],
  };
  return `${JSON.stringify(layer, null, 2)}\n`;
}

const MOST_SCORE = 10;

const scoreOf = (use: TechniqueUse): number => Math.min(MOST_SCORE, shownBy(use));

function commentOf({ findings, items, actions, events, lookedFor }: TechniqueUse): string {
  const parts = [
    [findings.length, 'finding'],
    [items.length, 'board item'],
    [actions.length, 'response action'],
    [events, 'event'],
  ] as const;
  const named = parts.flatMap(([count, noun]) => (count === 0 ? [] : [counted(count, noun)]));
  const times = lookedFor.length === 1 ? 'once' : `${lookedFor.length} times`;
  const sought = lookedFor.length === 0 ? [] : [`looked for ${times}, not found`];
  return [...named, ...sought].join(', ');
}

const layerShape = z.looseObject({
  name: z.string().max(1_000),
  domain: z.string().max(200).optional(),
  versions: z
    .looseObject({ attack: z.string().max(40).optional(), layer: z.string().max(40).optional() })
    .optional(),
  techniques: z
    .array(
      z.looseObject({
        techniqueID: z.string().max(20),
        score: z.number().nullish(),
        comment: z.string().max(20_000).nullish(),
        enabled: z.boolean().nullish(),
      }),
    )
    .max(20_000),
});

/** What a layer says of one technique. */
export interface LayerMark {
  readonly score?: number;
  readonly comment?: string;
}

export interface ReadLayer {
  readonly name: string;
  readonly marks: ReadonlyMap<string, LayerMark>;
}

export const MOST_LAYER_BYTES = 8_000_000;

/** A layer from its text; techniques that are switched off, and ids that are none, are left out. */
export function readNavigatorLayer(text: string): Result<ReadLayer> {
  if (text.length > MOST_LAYER_BYTES) {
    return fail('too-large', 'This file is larger than any Navigator layer.');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail('invalid-argument', 'This file is not JSON, so it is no Navigator layer.');
  }
  const read = layerShape.safeParse(value);
  if (!read.success) {
    return fail('invalid-argument', 'This file is no layer of the ATT&CK Navigator.');
  }
  const { name, domain = 'enterprise-attack', techniques } = read.data;
  // Older layers say `mitre-enterprise`.
  if (!domain.includes('enterprise')) {
    return fail('invalid-argument', `This layer is of ${domain}, not of ATT&CK for Enterprise.`);
  }
  const marks = techniques.flatMap(({ techniqueID, score, comment, enabled }) => {
    if (enabled === false || !TECHNIQUE_ID.test(techniqueID)) return [];
    const mark: LayerMark = {
      ...(typeof score === 'number' && { score }),
      ...(typeof comment === 'string' && comment !== '' && { comment }),
    };
    return [[techniqueID, mark] as const];
  });
  return ok({ name, marks: new Map(marks) });
}
