import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Nothing is timed here: a machine shared with others may stall for seconds.
const node = { environment: 'node' as const, root: '.', testTimeout: 30_000 };

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [react()],
  test: {
    projects: [
      { extends: true, test: { ...node, name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      { extends: true, test: { ...node, name: 'property', include: ['tests/property/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          ...node,
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: { ...node, name: 'architecture', include: ['tests/architecture/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          ...node,
          name: 'component',
          environment: 'jsdom',
          include: ['tests/component/**/*.test.tsx'],
        },
      },
    ],
  },
});
