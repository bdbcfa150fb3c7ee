import { defineConfig } from 'vite';

/** The script as a page loads it: one file, which leaves no name behind. */
export default defineConfig({
  build: {
    target: 'es2022',
    emptyOutDir: false,
    lib: { entry: 'src/script.ts', formats: ['iife'], name: 'readout', fileName: () => 'reader.js' },
  },
});
