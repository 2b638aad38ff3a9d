import type { ReactNode } from 'react';

interface SettingLineProps {
  readonly name: string;
  readonly about: string;
  /** The control. */
  readonly children: ReactNode;
}

export function SettingLine({ name, about, children }: SettingLineProps) {
  return (
    <div className="fl-setting">
      <div>
        <div className="fl-setting-name">{name}</div>
        <p className="fl-faint">{about}</p>
      </div>
      {children}
    </div>
  );
}
