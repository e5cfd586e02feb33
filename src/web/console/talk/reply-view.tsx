import type { ShownReply } from '../../../protocol/entry.ts';
import { useWords } from '../words/words.ts';
import { CardView } from './card-view.tsx';
import { GeneratedMark } from './generated-mark.tsx';

/** Something the bot said, with what the person could press and unfold there. */
export function ReplyView({ reply }: { reply: ShownReply }) {
  const words = useWords();
  const { text, why, card, buttons, basis, tone, generated } = reply;
  return (
    <div className={tone === 'urgent' ? 'bubble bubble-urgent' : 'bubble'} data-generated={generated}>
      {text}
      {generated && <GeneratedMark />}
      {why !== undefined && <p className="quiet">{why}</p>}
      {card && <CardView card={card} />}
      {buttons && buttons.length > 0 && (
        <ul className="offered" aria-label={words.buttonsOffered}>
          {buttons.map(({ label, value }) => (
            <li key={value}>{label}</li>
          ))}
        </ul>
      )}
      {basis && basis.length > 0 && (
        <details className="basis">
          <summary>{words.basisShown}</summary>
          <ul>
            {basis.map(({ title, source, day, trust }) => (
              <li key={`${title}${source}`}>
                {title} · {source} · {day} · {trust}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
