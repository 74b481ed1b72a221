import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/**/*.test.{ts,tsx}'], setupFiles: ['test/words.ts'], testTimeout: 30_000 },
});
