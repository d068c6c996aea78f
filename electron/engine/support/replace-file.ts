import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";

/**
 * Writes beside the target, then renames: whoever opens `path` finds all of what was there or all of `content`.
 * With `flush` the bytes are on the disk itself before that. Rejects as node:fs does, and leaves nothing behind.
 */
export async function replaceFile(
  path: string,
  content: string | Uint8Array,
  { flush = false }: { readonly flush?: boolean } = {},
): Promise<void> {
  const draft = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(draft, content, { flush });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {
      // Whatever kept the draft from being written is the reason to be told.
    });
    throw error;
  }
}
