import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv, type Plugin } from 'vite';

/** Beside each file of some size its compressed forms, as small as they get: they are served as they lie there. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir = '' }) {
      const assets = join(dir, 'assets');
      for (const name of readdirSync(assets)) {
        const content = readFileSync(join(assets, name));
        if (!/\.(?:js|css)$/.test(name) || content.length < 1024) continue;
        writeFileSync(join(assets, `${name}.br`), brotliCompressSync(content));
        writeFileSync(join(assets, `${name}.gz`), gzipSync(content, { level: 9 }));
      }
    },
  };
}

/**
 * What every page needs in one file: a browser has six connections to a host, and each of a dozen small files would cost
 * another question and answer.
 */
const BASE = {
  name: 'base',
  test: /node_modules\/(?:react|react-dom|scheduler|clsx|use-sync-external-store|@tanstack\/(?:history|query-core|react-query|react-router|react-store|router-core|store)|@mantine\/core\/esm\/core|@mantine\/hooks\/esm\/use-(?:id|reduced-motion))\/|vite\/preload-helper|src\/words\/(?:language|e[ns]\/plural)\.ts/,
};

export default defineConfig(({ mode, isSsrBuild = false }) => {
  // The process beside this one in `npm run dev`; in production it serves the built files itself.
  const { READOUT_PORT = '4400' } = loadEnv(mode, import.meta.dirname, 'READOUT_');
  return {
    plugins: isSsrBuild ? [react()] : [react(), compressed()],
    server: { proxy: { '^/(api|o|c)/': { target: `http://127.0.0.1:${READOUT_PORT}` } } },
    // What draws on the server brings all it needs along: an installation has none of these packages.
    ssr: { noExternal: true },
    ...(isSsrBuild && { define: { 'process.env.NODE_ENV': '"production"' } }),
    build: {
      target: 'es2022',
      copyPublicDir: !isSsrBuild,
      manifest: isSsrBuild ? false : 'server/browser-files.json',
      // A data: URI would need an exception in the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      ...(!isSsrBuild && { rolldownOptions: { output: { codeSplitting: { groups: [BASE] } } } }),
    },
  };
});
