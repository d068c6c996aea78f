/**
 * @file What the user can do about a model's file, as it ends the sentence of an error. The page has buttons of the
 * same names.
 */

export const COMES_WITH_THE_APP = "it comes with the app, which must be installed again";

/** The command that fetches a file, in quotes. */
export function installCommand({ name, precision }: { name: string; precision: string }): string {
  return `"semblance models install ${name}:${precision}"`;
}

/** For a file that is not here, or is damaged. */
export function wayTo(file: { name: string; precision: string; url: string | null }): string {
  if (file.url === null) return COMES_WITH_THE_APP;
  return `${installCommand(file)} fetches it`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
