import "svelte/elements";

declare module "svelte/elements" {
  interface AriaAttributes {
    /** ARIA 1.3; Svelte's types know 1.2. */
    "aria-description"?: string | null | undefined;
  }
}
