import type { LibraryError } from "../../../contract/errors.ts";
import type { ExchangeRow, ImportKind } from "../../../contract/exchange.ts";
import type { Told } from "../../../contract/told.ts";

/** Of a file among many its path; of a line or an image what it is called. */
export type SourcePlace = string | Told;

/** A row and where it stands, or what was expected there instead; a file of many that cannot be read is left out. */
export type SourceRow =
  | { readonly place: SourcePlace; readonly row: ExchangeRow }
  | { readonly place: SourcePlace; readonly expected: Told }
  | { readonly place: SourcePlace; readonly unreadable: LibraryError };

/** What is imported, row by row. Read once, from the beginning; reading rejects where the source as a whole is not what it should be. */
export interface ImportSource {
  readonly kind: ImportKind;
  readonly path: string;
  rows(): AsyncIterable<SourceRow, undefined>;
}
