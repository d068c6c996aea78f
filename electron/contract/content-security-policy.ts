/** What a page that shows somebody's photos may load: itself, and pictures and films from where they are served. */
export function contentSecurityPolicy(sources: {
  /** Where the page may open connections to. */
  readonly connect: string;
  /** Where pictures and films come from, beside the page's own origin. */
  readonly pictures?: string;
}): string {
  const served = ["'self'", sources.pictures].filter((source) => source !== undefined);
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src ${[...served, "data:"].join(" ")}`,
    `media-src ${served.join(" ")}`,
    `connect-src ${sources.connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // Svelte makes the one policy there is, for its own templates.
    "trusted-types svelte-trusted-html",
  ].join("; ");
}
