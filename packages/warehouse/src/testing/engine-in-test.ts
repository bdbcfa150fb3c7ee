import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedEngine } from '../engine/embedded-engine.ts';
import type { Engine } from '../engine/engine.ts';
import { warehouseOver } from '../open-warehouse.ts';

export interface EngineInTest {
  readonly engine: Engine;
  /** Removes what it kept. */
  close(): Promise<void>;
}

/** The real engine over a folder of its own, with our tables. */
export async function engineInTest(): Promise<EngineInTest> {
  const folder = await mkdtemp(join(tmpdir(), 'readout-warehouse-'));
  const engine = await openEmbeddedEngine(folder);
  await warehouseOver(engine);
  return {
    engine,
    async close() {
      await engine.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
