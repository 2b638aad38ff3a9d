import type { ReactNode } from 'react';

interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
  /** Small buttons at the end of the line. */
  readonly acts?: ReactNode;
}

/** A named fact in a list of facts (`<dl className="fl-facts">`). */
export function Fact({ name, children, acts }: FactProps) {
  return (
    <div className="fl-fact">
      <dt title={name}>{name}</dt>
      <dd>{children}</dd>
      {acts === undefined ? null : <dd className="fl-fact-acts">{acts}</dd>}
    </div>
  );
}
