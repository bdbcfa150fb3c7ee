/**
 * The partition of a key, from 0 to `partitions` - 1: the same as Kafka's own producers choose for it, so that
 * other tools find it (murmur2, DefaultPartitioner in kafka-clients).
 *
 * It depends on the number of partitions and on nothing else. Where that number is changed, most keys move: what
 * is forwarded afterwards, repeats of earlier records among it, may land in another partition than before. So
 * change it while nothing is left to forward, or have consumers tell repeats across partitions.
 */
export function partitionOf(key: string, partitions: number): number {
  return (murmur2(Buffer.from(key)) & 0x7fff_ffff) % partitions;
}

const MULTIPLIER = 0x5bd1_e995;
const SEED = 0x9747_b28c;

/** MurmurHash2, 32 bit (Austin Appleby), with Kafka's seed. */
function murmur2(bytes: Buffer): number {
  let hash = SEED ^ bytes.length;
  const whole = bytes.length - (bytes.length % 4);
  for (let at = 0; at < whole; at += 4) {
    let word = Math.imul(bytes.readInt32LE(at), MULTIPLIER);
    word ^= word >>> 24;
    hash = Math.imul(hash, MULTIPLIER) ^ Math.imul(word, MULTIPLIER);
  }
  if (bytes.length > whole) {
    hash ^= bytes.readUIntLE(whole, bytes.length - whole);
    hash = Math.imul(hash, MULTIPLIER);
  }
  hash = Math.imul(hash ^ (hash >>> 13), MULTIPLIER);
  return hash ^ (hash >>> 15);
}
