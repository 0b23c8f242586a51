/** Serves the renderer in a plain browser with a stand-in for main: `npx vite -c test/preview/vite.config.ts`. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'test/preview',
  plugins: [react()],
  server: { port: 5199, strictPort: true, fs: { allow: ['../..'] } },
});
