import type { EvidenceItem } from '#shared/model/evidence.ts';
import { useSettings } from '#renderer/state/settings.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { Fact } from '#renderer/ui/fact.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { bytesText, countOf, countText, durationText } from '#renderer/ui/number-text.ts';
import { dateText, instantText } from '#renderer/ui/time-text.ts';
import type { Instant } from '#shared/model/time.ts';
import { visibleText } from '#renderer/ui/visible-text.ts';
import { stateText, stateTone } from '../state-text.ts';
import { CoverageBar } from './coverage-bar.tsx';

export function SummaryTab({ item }: { readonly item: EvidenceItem }) {
  const times = useSettings((settings) => settings.times);
  const { word, means } = stateText(item.state);
  const tone = stateTone(item.state);
  const range =
    item.firstTime === undefined || item.lastTime === undefined
      ? undefined
      : `${instantText(item.firstTime as Instant, 's', times)} to ${instantText(item.lastTime as Instant, 's', times)}`;
  return (
    <>
      {item.verified?.intact === false ? (
        <div className="fl-tab-notice">
          <Notice tone="critical">
            <strong>Altered since it was sealed.</strong> {visibleText(item.verified.detail)}
          </Notice>
        </div>
      ) : null}
      {tone === 'quiet' && item.explanation === undefined ? null : (
        <div className="fl-tab-notice">
          <Notice tone={tone === 'quiet' ? 'info' : tone}>
            <strong>{word}.</strong> {visibleText(item.explanation ?? means)}
          </Notice>
        </div>
      )}
      {item.coverage === undefined ? null : (
        <CoverageBar coverage={item.coverage} size={item.size} />
      )}
      <dl className="fl-facts">
        <Fact name="State">{tone === 'quiet' ? `${word}. ${means}` : word}</Fact>
        <Fact name="Size">
          {bytesText(item.size)} ({countText(item.size)} bytes)
        </Fact>
        {item.coverage === undefined ? null : (
          <Fact name="Events">
            {countOf(item.coverage.events, 'event')} from {countOf(item.coverage.records, 'record')}
            {item.coverage.recovered === 0
              ? ''
              : `, ${countText(item.coverage.recovered)} of them recovered`}
          </Fact>
        )}
        {range === undefined ? null : <Fact name="Times">{range}</Fact>}
        <Hash name="SHA-256" value={item.sha256} />
        <Hash name="SHA-1" value={item.sha1} />
        <Hash name="MD5" value={item.md5} />
        <Fact name="From">{visibleText(item.source)}</Fact>
        <Fact name="Why">{visibleText(item.reason)}</Fact>
        <Fact name="Read from">
          <span className="fl-evidence-text">{visibleText(item.originalPath)}</span>
        </Fact>
        <Fact name="Kept as">
          {item.custody === 'copy'
            ? 'A verified copy in the case'
            : 'A reference; the file stays where it is'}
        </Fact>
        <Fact name="Sealed">{dateText(item.sealedAt, times)}</Fact>
        {item.modifiedAt === undefined ? null : (
          <Fact name="Modified">{dateText(item.modifiedAt, times)}, by its file system</Fact>
        )}
        {item.seconds === undefined ? null : (
          <Fact name="Took">
            {item.seconds < 1
              ? `${(item.seconds * 1_000).toFixed(0)} ms`
              : durationText(item.seconds)}
          </Fact>
        )}
        <Fact name="Verified">
          {item.verified === undefined
            ? 'Not hashed again since it was sealed'
            : `${dateText(item.verified.at, times)}: ${visibleText(item.verified.detail)}`}
        </Fact>
      </dl>
    </>
  );
}

function Hash({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <Fact name={name} acts={<CopyButton text={value} label={`Copy the ${name}`} />}>
      <span className="fl-mono">{value}</span>
    </Fact>
  );
}
