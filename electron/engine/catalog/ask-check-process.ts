import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { text } from "node:stream/consumers";
import { entryUrl } from "../support/entry-url.ts";
import type { CheckDepth } from "./check-catalog.ts";

/**
 * What is wrong with a catalog, found by a process of low priority; undefined when nothing was. Aborting ends that
 * process and rejects; so does a file that could not be opened.
 */
export async function askCheckProcess(
  file: string,
  { depth, signal }: { readonly depth: CheckDepth; readonly signal?: AbortSignal },
): Promise<string | undefined> {
  const entry = fileURLToPath(entryUrl(new URL("./check-catalog-process.ts", import.meta.url)));
  const child = spawn(process.execPath, [entry, file, depth], {
    stdio: ["ignore", "pipe", "pipe"],
    windowsHide: true,
    killSignal: "SIGKILL",
    ...(signal && { signal }),
  });
  const failed = new Promise<never>((_resolve, reject) => child.once("error", reject));
  const [said, complaint] = await Promise.race([
    Promise.all([text(child.stdout), text(child.stderr)]),
    failed,
  ]);
  if (said === "") throw new Error(`expected a check of ${file} but it ended with: ${complaint}`);
  return (JSON.parse(said) as { damage: string | null }).damage ?? undefined;
}
