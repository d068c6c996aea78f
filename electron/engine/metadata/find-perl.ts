import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** The first is where exiftool's own first line looks, whatever the PATH says. */
function usualFolders(): string[] {
  const listed = (process.env.PATH ?? "").split(delimiter);
  return ["/usr/bin", ...listed.filter((folder) => folder !== "")];
}

/** The Perl that exiftool runs on where it is a script (Linux, macOS); undefined where there is none. */
export async function findPerl(
  folders: readonly string[] = usualFolders(),
): Promise<string | undefined> {
  for (const folder of folders) {
    const candidate = join(folder, "perl");
    if (await isProgram(candidate)) return candidate;
  }
  return undefined;
}

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
