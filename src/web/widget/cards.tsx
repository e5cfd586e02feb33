import { useState } from 'preact/hooks';
import type { Card, ChecklistItem } from '../../core/conversation/events.ts';
import { Icon } from './icons.tsx';
import type { Words } from './settings.ts';

type CardOf<Kind extends Card['kind']> = Extract<Card, { kind: Kind }>;

interface CardProps<Kind extends Card['kind']> {
  card: CardOf<Kind>;
  words: Words;
  /** Sends a choice; absent where the card is not the latest word any more. */
  choose?: ((label: string, value: string) => void) | undefined;
}

export function CardView({ card, ...rest }: CardProps<Card['kind']>) {
  if (card.kind === 'summary') return <SummaryCard card={card} {...rest} />;
  if (card.kind === 'checklist') return <ChecklistCard card={card} {...rest} />;
  return <CaseCard card={card} {...rest} />;
}

function SummaryCard({ card, words, choose }: CardProps<'summary'>) {
  return (
    <section class="card" aria-label={card.title}>
      <h3>{card.title}</h3>
      <ul class="rows">
        {card.lines.map(({ slot, label, value, state }) => {
          const isMissing = state === 'missing';
          const content = (
            <>
              <span class="label">{label}</span>
              <span class="value">
                {isMissing ? <span class="mark">{value || words('missing')}</span> : value}
              </span>
            </>
          );
          return (
            <li key={slot} class={isMissing ? 'missing' : ''}>
              {choose ? (
                <button type="button" class="row" onClick={() => choose(label, `edit:${slot}`)}>
                  {content}
                  <span class="hidden">{words('edit', { label })}</span>
                  <Icon of="chevron" size={16} />
                </button>
              ) : (
                <div class="row">{content}</div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function ChecklistCard({ card, words }: CardProps<'checklist'>) {
  return (
    <section class="card" aria-label={card.title}>
      <h3>{card.title}</h3>
      <ul class="checks">
        {card.items.map(item => (
          <li key={item.element} class={item.files > 0 ? 'ready' : ''}>
            {item.how ? (
              <details>
                <summary class="check">
                  <CheckLine item={item} words={words} />
                  <span class="hidden">{words('how-to')}</span>
                  <Icon of="chevron" size={16} />
                </summary>
                {item.proves && <p>{words('proves', { what: item.proves })}</p>}
                <p>{item.how}</p>
              </details>
            ) : (
              <div class="check">
                <CheckLine item={item} words={words} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function CheckLine({ item, words }: { item: ChecklistItem; words: Words }) {
  const { label, level, files } = item;
  const isReady = files > 0;
  return (
    <>
      <Icon of={isReady ? 'check' : 'circle'} size={18} />
      <span class="hidden">{words(isReady ? 'ready' : 'not-ready')}</span>
      <span class="value">{label}</span>
      <span class={`mark ${level}`}>{isReady ? words('files', { count: files }) : words(level)}</span>
    </>
  );
}

function CaseCard({ card, words }: CardProps<'case'>) {
  const [outcome, setOutcome] = useState<'copied' | 'copy-failed' | null>(null);
  const copy = () => {
    const written = navigator.clipboard?.writeText(card.number) ?? Promise.reject(new Error('no clipboard'));
    written.then(
      () => setOutcome('copied'),
      () => setOutcome('copy-failed'),
    );
  };
  return (
    <section class="card case" aria-label={card.title}>
      <h3>{card.title}</h3>
      <p class="number">{card.number}</p>
      <button type="button" class="quiet" onClick={copy}>
        <Icon of={outcome === 'copied' ? 'check' : 'copy'} size={18} />
        {words(outcome === 'copied' ? 'copied' : 'copy')}
      </button>
      <p class="hint" role="status">
        {outcome === 'copy-failed' ? words('copy-failed') : ''}
      </p>
    </section>
  );
}
