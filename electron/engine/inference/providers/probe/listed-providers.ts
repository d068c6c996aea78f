import { LibraryError } from "../../../../contract/errors.ts";
import { once } from "../../../support/once.ts";
import type { ListedProvider } from "../../session.ts";
import { askProbeProcess } from "./ask-probe-process.ts";

/** What this build of onnxruntime can load, asked by a process that never loads it itself. Asked once. */
export const listedProviders = once(async (): Promise<readonly ListedProvider[]> => {
  const reply = await askProbeProcess({ kind: "list" });
  if (reply.kind === "listed") return reply.providers;
  const reason = "reason" in reply ? reply.reason : reply.kind;
  const message = `Expected onnxruntime to list its providers but got: ${reason}`;
  throw new LibraryError("engine-unavailable", message);
});
