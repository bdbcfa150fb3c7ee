import { Link } from '@tanstack/react-router';
import { words } from '../../words/words.ts';

/** Where the publication says itself who is a machine. */
export function Judging({ publication }: { publication: string }) {
  return (
    <section aria-labelledby="judging">
      <h2 id="judging">{words.rules.inSettings}</h2>
      <p className="dim">{words.rules.inSettingsSay}</p>
      <p>
        <Link to="/p/$publication/rules" params={{ publication }}>
          {words.rules.open}
        </Link>
      </p>
    </section>
  );
}
