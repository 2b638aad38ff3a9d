import type { Entity } from '#shared/records/kinds/entity.ts';
import { choicesOf } from '#renderer/ui/choices-of.ts';
import { ENTITY_KINDS, type EntityKind } from '#shared/records/kinds/entity.ts';
import { ENTITY_NAMES } from '#shared/entities/entity-kinds.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const KIND_TITLES = Object.fromEntries(
  ENTITY_KINDS.map((kind) => [kind, capital(ENTITY_NAMES[kind].one)]),
) as { readonly [K in EntityKind]: string };

export const VERDICT_NAMES: { readonly [V in Entity['verdict']]: string } = {
  unknown: 'Unknown',
  suspected: 'Suspected',
  accessed: 'Accessed',
  compromised: 'Compromised',
  cleared: 'Cleared',
};

export const ANALYSIS_NAMES: { readonly [A in Entity['analysis']]: string } = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  done: 'Done',
};

export const KIND_CHOICES = choicesOf(KIND_TITLES);
export const VERDICT_CHOICES = choicesOf(VERDICT_NAMES);
export const ANALYSIS_CHOICES = choicesOf(ANALYSIS_NAMES);
