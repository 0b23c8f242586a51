import { defineConfig } from 'vite';

/** The benchmark as one file for Node. */
export default defineConfig({
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: 'test/bench/index.ts',
    target: 'node20',
    outDir: 'out/bench',
    rolldownOptions: { output: { format: 'es', entryFileNames: 'bench.mjs', codeSplitting: false } },
  },
});
