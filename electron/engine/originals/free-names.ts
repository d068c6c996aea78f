import { open, rm } from "node:fs/promises";
import path from "node:path";

/**
 * Takes names in `folder` that nobody has: the given ones, else all of them with ` (2)`, ` (3)`, … behind the stem they
 * share. They exist afterwards, empty, so that no other program takes them meanwhile. Rejects as node:fs does.
 */
export async function takeNames(
  folder: string,
  stem: string,
  names: readonly string[],
): Promise<string[]> {
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? "" : ` (${number})`;
    const paths = names.map((name) =>
      path.join(folder, `${stem}${suffix}${name.slice(stem.length)}`),
    );
    if (await takeAll(paths)) return paths;
  }
}

/** All of them or none. */
async function takeAll(paths: readonly string[]): Promise<boolean> {
  const taken: string[] = [];
  try {
    for (const one of paths) {
      const file = await open(one, "wx");
      await file.close();
      taken.push(one);
    }
    return true;
  } catch (error) {
    await Promise.all(taken.map((one) => rm(one, { force: true })));
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
