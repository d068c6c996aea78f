import type { Failure } from "../../../electron/contract/photo.ts";
import { retell, type Retold } from "../messages/retell.ts";

/** What the code of a failure does not say; the sentence of the log where there is nothing for people. */
export function whyOf({ why, message }: Failure): Retold {
  return retell(why?.told, why?.sentence ?? message);
}
