import type { Basis } from '../../core/conversation/events.ts';
import { Icon } from './icons.tsx';
import type { Words } from './settings.ts';

/** What a text stands on, folded away until somebody asks: the source, its day, and how far it can be trusted. */
export function BasisView({ basis, words }: { basis: Basis[]; words: Words }) {
  return (
    <details class="basis">
      <summary>
        <span>{words('basis')}</span>
        <Icon of="chevron" size={16} />
      </summary>
      <ul>
        {basis.map(({ title, source, day, trust }, index) => (
          <li key={index}>
            <span class="title">{title}</span>
            <span>{source}</span>
            <span class="trust">
              {words('as-of', { day })} · {trust}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
