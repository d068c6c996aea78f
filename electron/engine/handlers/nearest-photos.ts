import type { PhotoId } from "../../contract/photo.ts";
import type { SimilarPhoto } from "../../contract/similar.ts";
import { findByFingerprint } from "../catalog/photos.ts";
import type { Parts } from "../parts.ts";
import type { VectorTable } from "../vectors/vector-table.ts";

interface NearestParts extends Pick<Parts, "db" | "search"> {
  /** Of the model that made the embedding. */
  readonly vectors: VectorTable;
}

interface NearestOptions {
  readonly limit: number;
  /** The entry that is the question; its copies are answers, with similarity 1. */
  readonly except?: PhotoId;
}

/** Entries whose embedding is nearest, most similar first; among equals the newest entry comes first. */
export async function nearestPhotos(
  parts: NearestParts,
  embedding: Float32Array,
  { limit, except }: NearestOptions,
): Promise<SimilarPhoto[]> {
  // One row may stand for several entries or, when its photos are missing, for none: ask for more until it is enough.
  for (let wanted = limit + 16; ; wanted *= 4) {
    const neighbours = await parts.vectors.nearest(embedding, wanted);
    const found = neighbours.flatMap(({ fingerprint, distance }) =>
      findByFingerprint(parts.db, fingerprint)
        .filter((entry) => entry.id !== except && entry.missingSinceMs === null)
        .sort((a, b) => b.id - a.id)
        .map((entry) => ({ id: entry.id, similarity: 1 - distance })),
    );
    if (found.length < limit && neighbours.length >= wanted) continue;
    const chosen = found.slice(0, limit);
    const photos = parts.search.byId(chosen.map(({ id }) => id));
    return photos.map((photo, index) => ({
      photo,
      similarity: chosen[index]!.similarity,
      band: null,
    }));
  }
}
