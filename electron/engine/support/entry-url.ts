/**
 * The file of a worker entry, given as `new URL("./x.ts", import.meta.url)`. In the packaged app every
 * entry is bundled to a `.js` file in the folder of the file that starts it; in development it is the source.
 */
export function entryUrl(source: URL): URL {
  if (import.meta.url.endsWith(".ts")) return source;
  return new URL(source.href.replace(/\.ts$/, ".js"));
}
