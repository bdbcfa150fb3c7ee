/**
 * Deals partitions out among the members of a group, evenly, moving as few as possible. A partition that is to move
 * is given to nobody at first: its owner sees that it is not among its own any more, finishes with it, and joins anew
 * without it; only then is it somebody else's. So no partition is ever two members', and one that stays where it is
 * is read on through it all (what Kafka calls cooperative rebalancing, KIP-429).
 *
 * @param owned what each member holds, by its id
 * @param partitions how many there are
 * @returns what each member is to hold
 */
export function assignPartitions(
  owned: ReadonlyMap<string, readonly number[]>,
  partitions: number,
): ReadonlyMap<string, readonly number[]> {
  const owners = ownersOf(owned, partitions);
  const held = [...owned.keys()].map((member) => ({
    member,
    partitions: [...owners].flatMap(([partition, owner]) => (owner === member ? [partition] : [])),
  }));
  // Where it does not come out even, those who have more keep one more.
  held.sort((a, b) => b.partitions.length - a.partitions.length || (a.member < b.member ? -1 : 1));
  const fewest = Math.floor(partitions / held.length);
  const withOneMore = partitions % held.length;
  const free = Array.from({ length: partitions }, (_, partition) => partition).filter((one) => !owners.has(one));
  return new Map(
    held.map((one, at) => {
      const share = fewest + (at < withOneMore ? 1 : 0);
      const kept = one.partitions.slice(0, share);
      return [one.member, [...kept, ...free.splice(0, share - kept.length)].sort((a, b) => a - b)];
    }),
  );
}

/**
 * Who holds each partition that somebody holds. What two say they hold, which cannot be, is neither's (null): each of
 * them lets go of it, and then it is free.
 */
function ownersOf(
  owned: ReadonlyMap<string, readonly number[]>,
  partitions: number,
): ReadonlyMap<number, string | null> {
  const owners = new Map<number, string | null>();
  for (const [member, list] of owned) {
    for (const partition of new Set(list)) {
      if (partition >= 0 && partition < partitions) owners.set(partition, owners.has(partition) ? null : member);
    }
  }
  return owners;
}
