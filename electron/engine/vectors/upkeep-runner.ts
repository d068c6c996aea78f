import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { askUpkeepProcess } from "./ask-upkeep-process.ts";
import type { TableFile } from "./table-file.ts";
import type { UpkeepReply, UpkeepWork } from "./upkeep-process.ts";

/**
 * Has a table worked on in another process, and remembers on the disk that this goes on: should both processes be
 * killed, the next start knows that files may lie about which belong to no version of the table.
 */
export class UpkeepRunner {
  readonly #file: TableFile;

  constructor(file: TableFile) {
    this.#file = file;
  }

  /** Whether a work that has ended, here or in an earlier run, was not completed. */
  get hasLeftovers(): boolean {
    return existsSync(this.#file.unfinishedPath);
  }

  /** One at a time. */
  async run(work: UpkeepWork, signal: AbortSignal): Promise<UpkeepReply> {
    const { folder, name, unfinishedPath } = this.#file;
    const isClearing = work.kind === "clear-leftovers";
    if (signal.aborted) return { kind: "failed", reason: "it was not begun" };
    const hadLeftovers = this.hasLeftovers;
    await writeFile(unfinishedPath, "");
    const reply = await askUpkeepProcess({ ...work, folder, name }, signal);
    const isClean = isClearing || !hadLeftovers;
    if (reply.kind === "done" && isClean) await this.cleared();
    return reply;
  }

  /** What belongs to no version of the table was deleted. */
  async cleared(): Promise<void> {
    await rm(this.#file.unfinishedPath, { force: true });
  }
}
