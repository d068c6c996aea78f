/** The last part of a path, in either platform's notation; a drive or root is its own name. */
export function folderName(path: string): string {
  return path.split(/[/\\]/).findLast((part) => part !== "") ?? path;
}
