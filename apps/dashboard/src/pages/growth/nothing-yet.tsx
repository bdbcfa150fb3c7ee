import { Link } from '@tanstack/react-router';
import { Message } from '../../frame/message.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { growthWords } from '../../words/growth-words.ts';

/** What will appear here, and how: mostly by connecting billing. */
export function NothingYet({ title, says }: { title: string; says: string }) {
  const publication = usePublication();
  return (
    <Message
      title={title}
      action={
        <Link to="/p/$publication/settings" params={{ publication: publication.id }} hash="billing">
          {growthWords.growth.toBilling}
        </Link>
      }
    >
      {says}
    </Message>
  );
}
