import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// Away from the user's own models; the same for all tests, so that a graph is prepared once.
process.env.SEMBLANCE_USER_MODELS ??= fileURLToPath(new URL("dist/test-models", import.meta.url));

// Hundreds of processes of the program are started, each of which would strip and compile the same modules.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL("dist/test-code", import.meta.url));

/** Rooms that start nothing and hold nothing: their tests share a process and what it has loaded. */
const PURE = [
  ...["renderer", "contract", "media", "preload"],
  ...["albums", "catalog", "duplicates", "evaluation", "explaining"].map(inEngine),
  ...["metadata", "search", "similar", "tags"].map(inEngine),
].map((room) => `test/${room}/**/*.test.ts`);

function inEngine(room: string): string {
  return `engine/${room}`;
}

/** Many tests wait for processes and watchers: one more than there are cores keeps them busy. */
const WORKERS = availableParallelism() + 1;

const shared = {
  environment: "node",
  pool: "forks",
  testTimeout: 60_000,
  hookTimeout: 120_000,
} as const;

/** What takes longest, in this order: begun last, it would go on alone. */
const LONGEST = [
  "e2e/accessibility",
  "e2e/tasks",
  "e2e/state",
  "identity/identity",
  "cli/semblance",
  "acceptance/shared-photos",
  "cli/models",
  "handlers/machine-handlers",
  "faults/disk",
].map((name) => `${name}.test.ts`);

/**
 * The longest first, then as vitest has them: those that took long before, or that are large. Browser tests want all of a core and the others
 * wait for processes, watchers and disks, so that both are begun in turn; last come those that share processes, which are kept for them.
 */
class LongestInTurn extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification) => {
      const rank = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return rank === -1 ? LONGEST.length : rank;
    };
    const sorted = (await super.sort(files)).toSorted((one, other) => rankOf(one) - rankOf(other));
    const of = (isOf: (name: string) => boolean) =>
      sorted.filter(({ project }) => isOf(project.name));
    return [
      ...inTurn(
        of((name) => name === "e2e"),
        of((name) => name !== "e2e" && name !== "pure"),
      ),
      ...of((name) => name === "pure"),
    ];
  }
}

/** Both lists in their order, spread over each other so that they end together. */
function inTurn<T>(some: readonly T[], others: readonly T[]): T[] {
  const placed = [some, others].flatMap((list) =>
    list.map((item, at) => ({ item, place: (at + 0.5) / list.length })),
  );
  return placed.toSorted((one, other) => one.place - other.place).map(({ item }) => item);
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestInTurn },
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/e2e/**", "test/soak/**", ...PURE],
          setupFiles: ["test/support/speak-english.ts"],
          maxWorkers: WORKERS,
        },
      },
      {
        test: {
          ...shared,
          name: "pure",
          include: PURE,
          setupFiles: ["test/support/speak-english.ts"],
          isolate: false,
          maxWorkers: WORKERS,
        },
      },
      {
        test: {
          ...shared,
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: "test/e2e/run-folder.ts",
          maxWorkers: WORKERS,
        },
      },
      {
        test: {
          ...shared,
          name: "soak",
          include: ["test/soak/**/*.test.ts"],
          testTimeout: 1_800_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
