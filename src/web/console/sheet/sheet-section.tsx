import type { ReactNode } from 'react';

/** A part of the sheet; what has nothing to say is not there. */
export function SheetSection({
  title,
  isEmpty,
  children,
}: {
  title: string;
  isEmpty: boolean;
  children: ReactNode;
}) {
  if (isEmpty) return null;
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
