import { Link } from '@tanstack/react-router';
import { words } from '../../words/words.ts';

/** The way to what can be brought in from elsewhere. */
export function History({ publication }: { publication: string }) {
  return (
    <section aria-labelledby="history">
      <h2 id="history">{words.publication.history}</h2>
      <p className="dim">{words.publication.historySays}</p>
      <p>
        <Link to="/p/$publication/import" params={{ publication }}>
          {words.home.bringHistory}
        </Link>
      </p>
    </section>
  );
}
