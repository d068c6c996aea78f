/**
 * @file Run by memory.test.ts: prepares the first file, then the second, and says by how many bytes the second has
 * made it grow at most.
 */
import { resolveModel } from "../../../../electron/engine/inference/resolve-model.ts";
import { peakBytes } from "../../../support/peak-memory.ts";

const [, , small = "", big = ""] = process.argv;
await resolveModel(small);
const before = peakBytes();
await resolveModel(big);
process.stdout.write(String((peakBytes() ?? 0) - (before ?? 0)));
