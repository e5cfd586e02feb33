import type { Card } from '../../../core/conversation/events.ts';
import { useWords } from '../words/words.ts';

/** A card of the bot's as lines to read. */
export function CardView({ card }: { card: Card }) {
  const words = useWords();
  if (card.kind === 'case')
    return (
      <div className="card">
        <strong>{card.title}</strong> {card.number}
      </div>
    );
  const lines =
    card.kind === 'summary'
      ? card.lines.map(({ slot, label, value, state }) => ({
          key: slot,
          label,
          shown: state === 'missing' ? value || words.missing : value,
          isMissing: state === 'missing',
        }))
      : card.items.map(({ element, label, files }) => ({
          key: element,
          label,
          shown: files > 0 ? words.files(files) : words.missing,
          isMissing: files === 0,
        }));
  return (
    <div className="card">
      <strong>{card.title}</strong>
      <dl>
        {lines.map(({ key, label, shown, isMissing }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd className={isMissing ? 'quiet' : ''}>{shown}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
