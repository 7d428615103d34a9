import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The screen: one bundle for the desktop's `app://andon` and for the web host, so every address is relative. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  publicDir: false,
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    // Fonts and pictures stay files: the content security policy allows fonts from our own address only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
  },
  worker: { format: 'es' },
});
