import { useState } from 'react';
import type { EvidenceItem } from '#shared/model/evidence.ts';
import { failureOf } from '#renderer/bridge/failure.ts';
import { useRead } from '#renderer/bridge/use-read.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Field } from '#renderer/ui/field.tsx';
import { HexView } from '#renderer/ui/hex-view.tsx';
import { NextIcon, PreviousIcon } from '#renderer/ui/icons.ts';
import { Notice } from '#renderer/ui/notice.tsx';
import { parseOffset } from './offset.ts';

interface RawTabProps {
  readonly item: EvidenceItem;
  /** Where to begin. */
  readonly start: number;
}

const PAGE = 2_048;

/** The sealed bytes, a page at a time. */
export function RawTab({ item, start }: RawTabProps) {
  const [offset, setOffset] = useState(start - (start % 16));
  const [typed, setTyped] = useState('');
  const { data: bytes, error } = useRead('evidence.bytes', {
    evidence: item.index,
    offset,
    length: PAGE,
  });
  const wanted = parseOffset(typed, item.size);
  const go = (): void => {
    if (wanted === undefined) return;
    setOffset(wanted - (wanted % 16));
    setTyped('');
  };
  if (item.size === 0) return <p className="fl-tab-text fl-muted">The file holds no bytes.</p>;
  return (
    <>
      <div className="fl-raw-bar">
        <IconButton
          size="small"
          icon={PreviousIcon}
          label="Earlier bytes"
          isDisabled={offset === 0}
          onPress={() => setOffset(Math.max(0, offset - PAGE))}
        />
        <IconButton
          size="small"
          icon={NextIcon}
          label="Later bytes"
          isDisabled={offset + PAGE >= item.size}
          onPress={() => setOffset(offset + PAGE)}
        />
        <Field
          label="Offset"
          hideLabel
          mono
          value={typed}
          onChange={setTyped}
          placeholder={`Offset, e.g. 0x${offset.toString(16)}`}
          onEnter={go}
        />
        <Button size="small" isDisabled={wanted === undefined} onPress={go}>
          Go
        </Button>
      </div>
      {error === null ? null : (
        <div className="fl-tab-notice">
          <Notice tone="critical">{failureOf(error).message}</Notice>
        </div>
      )}
      {bytes === undefined ? null : (
        <HexView
          bytes={bytes}
          offset={offset}
          {...(start === 0 ? {} : { mark: { offset: start, length: 16 } })}
        />
      )}
    </>
  );
}
