import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Away from the user's own models; the same for all tests, so that a graph is prepared once.
process.env.SEMBLANCE_USER_MODELS ??= fileURLToPath(new URL("dist/test-models", import.meta.url));

// Hundreds of processes of the program are started, each of which would strip and compile the same modules.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL("dist/test-code", import.meta.url));

const shared = {
  environment: "node",
  pool: "forks",
  testTimeout: 60_000,
  hookTimeout: 120_000,
} as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/e2e/**", "test/soak/**"],
          setupFiles: ["test/support/speak-english.ts"],
          // Many tests wait for processes and watchers: one more than there are cores keeps them busy.
          maxWorkers: availableParallelism() + 1,
        },
      },
      {
        test: {
          ...shared,
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          testTimeout: 60_000,
          // A browser and an engine at a time, and nobody beside them.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...shared,
          name: "soak",
          include: ["test/soak/**/*.test.ts"],
          testTimeout: 1_800_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
