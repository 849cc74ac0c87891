import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'

/** The window's page. It is served from a scheme of our own, under a policy that allows only what lies beside it. */
const page: InlineConfig = {
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../out/renderer', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome130',
    sourcemap: true,
    assetsInlineLimit: 0, // the policy allows no data: addresses
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000, // it is read from the disk, in one go
    // What the first picture needs comes in two files; each screen that comes later brings its own (laterScreens.ts).
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'ground',
              test: /[\\/](node_modules|shared|renderer[\\/](commands|state|ui|look|host))[\\/].*\.[jt]sx?$/,
            },
          ],
        },
      },
    },
  },
}

export default page
