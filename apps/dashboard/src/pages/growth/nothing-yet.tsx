import { Message } from '../../frame/message.tsx';
import { ToBilling } from './to-billing.tsx';

/** What will appear here, and how: mostly by connecting billing. */
export function NothingYet({ title, says }: { title: string; says: string }) {
  return (
    <Message title={title} action={<ToBilling />}>
      {says}
    </Message>
  );
}
