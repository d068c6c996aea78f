import { rm } from "node:fs/promises";
import type { ModelVerification } from "../../../../contract/model.ts";
import { readFingerprint } from "../../../imaging/fingerprint.ts";

export interface VerifiedFile {
  readonly name: string;
  readonly precision: string;
  readonly sha256: string;
  readonly path: string;
  /** One that came with the app stays, whatever it is. */
  readonly isBundled: boolean;
  /** What the user can do when it is damaged. */
  readonly way: string;
}

/** Reads a file again; a damaged one of the user's is removed. */
export async function verifyFile(file: VerifiedFile): Promise<ModelVerification> {
  const { name, precision, path, isBundled } = file;
  const message = await findDamage(file);
  if (message !== "" && !isBundled) await rm(path, { force: true });
  const removed = isBundled ? "" : "it is removed; ";
  return {
    name,
    precision,
    path,
    isSound: message === "",
    message: message === "" ? "" : `${message}; ${removed}${file.way}`,
  };
}

/** "" where there is none. */
async function findDamage({ path, sha256 }: VerifiedFile): Promise<string> {
  try {
    const found = await readFingerprint(path);
    return found === sha256 ? "" : `Expected SHA-256 ${sha256} of ${path} but got ${found}`;
  } catch (error) {
    // A disk that cannot read it back is damage, too.
    return error instanceof Error ? error.message : String(error);
  }
}
