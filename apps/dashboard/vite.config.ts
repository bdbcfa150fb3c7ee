import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The API process of `npm run dev`; in production it serves the built files itself. */
const API = 'http://127.0.0.1:4400';

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '^/(api|o|c)/': { target: API } } },
  build: {
    target: 'es2022',
    // A data: URI would need an exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
