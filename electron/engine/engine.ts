/**
 * @file The engine as every other process sees it: one owner of one library.
 */
import type { Transport } from "../contract/client.ts";
import type { Caller } from "../contract/requests.ts";

export interface Engine extends AsyncDisposable {
  readonly libraryFolder: string;
  /** The library as these callers may see it; requests of others answer `request-forbidden`. */
  connect(callers: readonly Caller[]): Transport;
}
