/** What is asked before a tag changes, or which tag is to be changed into what. */
export type TagQuestion =
  | { readonly kind: "move" | "merge" | "delete"; readonly tag: string }
  /** To a name that another tag has. */
  | { readonly kind: "join"; readonly tag: string; readonly to: string }
  | { readonly kind: "new"; readonly parent: string };
