import { Link } from '@tanstack/react-router';
import { words } from '../../words/words.ts';

/** Where one sees whether what is set up arrives. */
export function Arriving({ publication }: { publication: string }) {
  return (
    <section aria-labelledby="connections">
      <h2 id="connections">{words.connections.title}</h2>
      <p className="dim">{words.connections.inSettings}</p>
      <p>
        <Link to="/p/$publication/connections" params={{ publication }}>
          {words.connections.open}
        </Link>
      </p>
    </section>
  );
}
