/** @file When what reads the photos was given up: what is told of it, and how the user has it go on. */
import { LibraryError } from "../contract/errors.ts";
import type { LibraryNotice } from "../contract/library.ts";
import type { PhotoId } from "../contract/photo.ts";
import { tell } from "../texts/tell.ts";
import type { Database } from "./catalog/database.ts";
import { recordFailure } from "./catalog/failures.ts";
import { absolutePath, getPhoto } from "./catalog/photos.ts";
import { findPathInLibrary } from "./handlers/find-path.ts";
import { decoderVersions } from "./imaging/decoder-versions.ts";
import type { ChangeFeed } from "./indexing/change-feed.ts";
import type { GivenUp } from "./photo-worker/photo-worker.ts";

/** Undefined while the reader was not given up. */
export function describeStop(
  db: Database,
  givenUp: GivenUp | undefined,
): Extract<LibraryNotice, { kind: "reader-stopped" }> | undefined {
  if (!givenUp) return undefined;
  const photo = givenUp.path === undefined ? undefined : findPathInLibrary({ db }, givenUp.path);
  return { kind: "reader-stopped", photo: photo ? { id: photo.id, name: photo.name } : null };
}

/** The photo's file is not opened again until it changes, other decoders come, or the user asks for it. */
export function setAside(
  { db, feed }: { readonly db: Database; readonly feed: Pick<ChangeFeed, "report"> },
  id: PhotoId,
): void {
  const photo = getPhoto(db, id);
  if (!photo) throw new LibraryError("photo-unknown", `expected a photo but got ${id}`);
  const path = absolutePath(photo);
  const message = `Expected ${path} to be decoded but the engine kept stopping while it read it, so it was set aside`;
  const why = tell("reading.engine-stopped");
  recordFailure(db, id, { code: "decoder-crashed", message, why, decoders: decoderVersions() });
  feed.report({ kind: "failed", id, path, code: "decoder-crashed" });
}
