import type { ReactNode } from 'react';

/** What everybody sees who is not in yet. */
export function Door({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <main className="door">
      <section className="door-card">
        <h1>{title}</h1>
        {hint !== undefined && <p className="quiet">{hint}</p>}
        {children}
      </section>
    </main>
  );
}
