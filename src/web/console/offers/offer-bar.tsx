import { useOffers } from '../api/use-offers.ts';
import { useWords } from '../words/words.ts';
import '../styles/offers.css';
import { OfferLine } from './offer-line.tsx';

/** Everything one is asked to join, wherever one is. */
export function OfferBar() {
  const words = useWords();
  const { data: offers, dataUpdatedAt: toldAt } = useOffers();
  return (
    <section className="offers" role="alert" aria-label={words.offersLabel}>
      {offers?.rows.map((row, index) => (
        <OfferLine
          key={row.conversation}
          row={row}
          isFirst={index === 0}
          ending={{ until: row.offer?.until ?? offers.at, at: offers.at, toldAt }}
        />
      ))}
    </section>
  );
}
