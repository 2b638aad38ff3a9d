import { useAppInfo } from '#renderer/state/app-info.ts';

/** Versions, for a report of a defect or a court. */
export function About() {
  const info = useAppInfo();
  if (info === undefined) return null;
  const lines = [
    ['Fireline', info.version],
    ['Electron', info.electron],
    ['Chromium', info.chromium],
    ['System', info.platform],
    ['Cases are kept in', info.home],
  ] as const;
  return (
    <dl className="fl-about fl-selectable">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
