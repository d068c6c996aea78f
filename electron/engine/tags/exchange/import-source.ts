import type { ExchangeRow, ImportKind } from "../../../contract/exchange.ts";

/** A row and where it stands, or what was expected there instead; a file of many that cannot be read is left out. */
export type SourceRow =
  | { readonly place: string; readonly row: ExchangeRow }
  | { readonly place: string; readonly expected: string }
  | { readonly place: string; readonly unreadable: string };

/** What is imported, row by row. Read once, from the beginning; reading rejects where the source as a whole is not what it should be. */
export interface ImportSource {
  readonly kind: ImportKind;
  readonly path: string;
  rows(): AsyncIterable<SourceRow, undefined>;
}
