import { defineConfig } from 'vite';

/** The command line as one file for Node, with everything it needs inside. */
export default defineConfig({
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: 'src/cli/index.ts',
    target: 'node20',
    outDir: 'out/cli',
    rolldownOptions: { output: { format: 'es', entryFileNames: 'tracebook.mjs', codeSplitting: false } },
  },
});
