import type { Category } from '#shared/model/event.ts';

/**
 * Which account an event is about: the Target or the Subject fields (`TargetDomainName`, `TargetUserName`, …),
 * or a field that names it. Where that is empty, the others follow.
 */
export type AccountSource = 'Target' | 'Subject' | (string & {});

/**
 * What one event id of one provider means. `message` is text in which stand
 * `{Field}`, `{A|B}` (the first that is present), `{Field:format}` (see `formats.ts`), `{@Target}` (an account
 * with its domain), `{Data.0}` (the first unnamed value), and `[…]` around what is left out when a field inside
 * is absent. The other properties name places in the same way.
 */
export interface EventDefinition {
  readonly category: Category;
  /** ECS event.action, in Winlogbeat's words where it has one. */
  readonly action: string;
  readonly outcome?: 'success' | 'failure';
  readonly message: string;
  readonly user?: AccountSource;
  /** Where these are when not under one of the usual names. */
  readonly sourceIp?: string;
  readonly destinationIp?: string;
  readonly process?: string;
}

export interface ProviderDefinitions {
  /** Names under which it logs, compared without case; a trailing `*` stands for any ending. */
  readonly providers: readonly string[];
  /** For its event ids that are not listed. */
  readonly category: Category;
  readonly events: { readonly [eventId: number]: EventDefinition };
}
