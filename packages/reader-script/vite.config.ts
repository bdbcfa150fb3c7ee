import { defineConfig } from 'vite';

/**
 * The scripts as a page loads them: each one file, which leaves no name behind, and so a build of its own, by `--mode`.
 * Without a mode this only says which there are.
 */
const SCRIPTS: Readonly<Record<string, string>> = { reader: 'src/script.ts', offers: 'src/offers-script.ts' };

export default defineConfig(({ mode }) => {
  const entry = SCRIPTS[mode] ?? Object.values(SCRIPTS);
  return {
    build: {
      target: 'es2022',
      // Apart from the modules of the package, which have the same names.
      outDir: 'dist/pages',
      emptyOutDir: false,
      lib: { entry, formats: ['iife'], name: 'readout', fileName: () => `${mode}.js` },
    },
  };
});
