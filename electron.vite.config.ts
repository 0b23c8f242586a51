import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** The oldest runtime the application works on: Electron 25, with Chromium 114 and Node 18.15. */
const node = 'node18.15';
const chromium = 'chrome114';

// Everything is bundled, so nothing of node_modules has to be packaged. Main and preload are CommonJS:
// ES modules need Electron 28, and a sandboxed preload never takes them.
export default defineConfig({
  main: {
    build: {
      target: node,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/main/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      target: node,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    plugins: [react()],
    build: { target: chromium, minify: true },
  },
});
