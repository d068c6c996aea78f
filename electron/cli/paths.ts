import path from "node:path";

/** Resolves against the folder the user stands in: npm runs scripts elsewhere and says so in INIT_CWD. */
export function resolvePath(given: string): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), given);
}
