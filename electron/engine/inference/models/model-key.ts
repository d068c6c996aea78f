/** Labels and embeddings of one key may be compared, and of two keys may not. */
export function modelKey(name: string, precision: string, sha256: string): string {
  return `${name}-${precision}-${sha256.slice(0, 8)}`;
}
