import { Heading } from '../../frame/heading.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { useTitle } from '../../frame/use-title.ts';
import { words } from '../../words/words.ts';

/** The publication at a glance. */
export function HomePage() {
  const publication = usePublication();
  useTitle(words.home.title, publication.name);
  return <Heading className="theirs">{publication.name}</Heading>;
}
