import type { EntityKind } from '#shared/records/kinds/entity.ts';
import {
  AccountIcon,
  CloudIcon,
  DomainIcon,
  FileIcon,
  HashIcon,
  HostIcon,
  AddressIcon,
  MailboxIcon,
  ServiceIcon,
  LinkIcon,
} from '#renderer/ui/icons.ts';
import type { Icon } from '#renderer/ui/icons.ts';

const GLYPHS: { readonly [K in EntityKind]: Icon } = {
  host: HostIcon,
  account: AccountIcon,
  ip: AddressIcon,
  domain: DomainIcon,
  url: LinkIcon,
  file: FileIcon,
  hash: HashIcon,
  mailbox: MailboxIcon,
  service: ServiceIcon,
  'cloud-resource': CloudIcon,
};

interface KindGlyphProps {
  readonly kind: EntityKind;
  readonly x?: number;
  readonly y?: number;
}

/** The picture of a kind; its name stands elsewhere. */
export function KindGlyph({ kind, x, y }: KindGlyphProps) {
  const Glyph = GLYPHS[kind];
  return (
    <Glyph
      size={12}
      strokeWidth={1.75}
      aria-hidden
      {...(x === undefined ? {} : { x })}
      {...(y === undefined ? {} : { y })}
    />
  );
}
