import type { Component } from "svelte";

/** An icon of icons.ts. */
export type Icon = Component<{ size?: number; strokeWidth?: number; "aria-hidden"?: "true" }>;

export interface MenuAction {
  readonly kind: "action";
  readonly label: string;
  readonly icon?: Icon;
  /** A colour, in the place of an icon. */
  readonly dot?: string;
  /** As printed at the right: "Ctrl+C". */
  readonly keys?: string;
  /** As `aria-keyshortcuts` wants it: "Control+C". */
  readonly ariaKeys?: string | undefined;
  readonly isDisabled?: boolean;
  /** How many of the photos have what it gives; undefined where none has it. Asked whenever the menu is drawn. */
  readonly share?: () => { readonly isAll: boolean; readonly text: string } | undefined;
  readonly run: () => void;
}

/** Entries that have to be asked for; `waiting` stands in their place meanwhile. */
export interface LateItems {
  readonly waiting: string;
  /** Told of its own failures, it answers without entries. */
  readonly read: () => Promise<readonly MenuItem[]>;
}

export interface SubmenuItem {
  readonly kind: "submenu";
  readonly label: string;
  readonly icon?: Icon;
  readonly items: readonly MenuItem[] | LateItems;
}

/** What a menu shows, top to bottom. */
export type MenuItem =
  | MenuAction
  | { readonly kind: "separator" }
  | { readonly kind: "heading"; readonly label: string }
  | SubmenuItem
  | {
      readonly kind: "choice";
      readonly label: string;
      readonly value: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly choose: (value: string) => void;
    };
