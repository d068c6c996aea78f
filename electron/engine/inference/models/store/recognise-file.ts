import { stat } from "node:fs/promises";
import { toFileError } from "../../../imaging/file-errors.ts";
import { readFingerprint } from "../../../imaging/fingerprint.ts";
import { filesOf, listShippedModels, type ShippedFile } from "../known-models.ts";

export interface Recognised {
  /** Undefined where it is byte for byte none of the files on the app's cards. */
  readonly file: ShippedFile | undefined;
  /** Of those, for the sentence that refuses it. */
  readonly known: readonly ShippedFile[];
  readonly bytes: number;
  /** Undefined where the size alone says that it is none of them. */
  readonly sha256: string | undefined;
}

/** Which file of the app's cards lies at `path`: by its size, then by its checksum, never by its name. */
export async function recogniseFile(path: string, userFolder: string): Promise<Recognised> {
  const known = (await listShippedModels()).flatMap((model) => filesOf(model, userFolder));
  const { size: bytes } = await stat(path).catch((cause: unknown) => {
    throw toFileError(path, cause);
  });
  if (!known.some((file) => file.bytes === bytes)) {
    return { file: undefined, known, bytes, sha256: undefined };
  }
  const sha256 = await readFingerprint(path);
  return { file: known.find((file) => file.sha256 === sha256), known, bytes, sha256 };
}
