// Holds the lock of the given folder until it is killed; prints a word once it has it.
import { lockFolder } from '../folder-lock.ts';

await lockFolder(process.argv[2] ?? '');
process.stdout.write('held');
setInterval(() => undefined, 1_000);
