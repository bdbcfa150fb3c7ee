import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { complain, doUnlessUndone } from './undo.tsx';

/**
 * Removes what a list shows, with time for second thoughts. What leaves is gone from the list at once, and there again
 * where it is undone or the server refuses.
 *
 * @param remove asks the server
 * @param removed puts it into what is known of the server
 */
export function useLeaving<Name>(remove: (name: Name) => Promise<void>, removed: (name: Name) => void) {
  const [leaving, setLeaving] = useState<ReadonlySet<Name>>(new Set());
  const stay = (name: Name) => setLeaving((before) => new Set([...before].filter((one) => one !== name)));
  const { mutate } = useMutation({
    mutationFn: remove,
    onSuccess: (_, name) => removed(name),
    onError: complain,
    onSettled: (_, __, name) => stay(name),
  });
  const leave = (name: Name, message: string) => {
    setLeaving((before) => new Set([...before, name]));
    doUnlessUndone(
      message,
      () => mutate(name),
      () => stay(name),
    );
  };
  return { leaving, leave };
}
