import { Link } from '@tanstack/react-router';
import { usePublication } from '../../frame/publication-context.ts';
import { growthWords } from '../../words/growth-words.ts';

/** Where billing is connected: without it no trial and no payment is known. */
export function ToBilling() {
  const publication = usePublication();
  return (
    <Link to="/p/$publication/settings" params={{ publication: publication.id }} hash="billing">
      {growthWords.growth.toBilling}
    </Link>
  );
}
