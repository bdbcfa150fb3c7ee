import { hangingDisk } from '../faults/hanging-disk.ts';
console.log(await hangingDisk(20_000));
process.exit(0);
