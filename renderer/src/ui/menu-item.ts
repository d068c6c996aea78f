import type { Component } from "svelte";

/** An icon of icons.ts. */
export type Icon = Component<{ size?: number; strokeWidth?: number; "aria-hidden"?: "true" }>;

export interface MenuAction {
  readonly kind: "action";
  readonly label: string;
  readonly icon?: Icon;
  /** As printed at the right: "Ctrl+C". */
  readonly keys?: string;
  /** As `aria-keyshortcuts` wants it: "Control+C". */
  readonly ariaKeys?: string | undefined;
  readonly isDisabled?: boolean;
  readonly run: () => void;
}

/** What a menu shows, top to bottom. */
export type MenuItem =
  | MenuAction
  | { readonly kind: "separator" }
  | { readonly kind: "heading"; readonly label: string }
  | {
      readonly kind: "submenu";
      readonly label: string;
      readonly icon?: Icon;
      readonly items: readonly MenuItem[];
    }
  | {
      readonly kind: "choice";
      readonly label: string;
      readonly value: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly choose: (value: string) => void;
    };
