import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

export default defineConfig(({ mode }) => {
  // The process beside this one in `npm run dev`; in production it serves the built files itself.
  const { READOUT_PORT = '4400' } = loadEnv(mode, import.meta.dirname, 'READOUT_');
  return {
    plugins: [react()],
    server: { proxy: { '^/(api|o|c)/': { target: `http://127.0.0.1:${READOUT_PORT}` } } },
    build: {
      target: 'es2022',
      // A data: URI would need an exception in the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  };
});
