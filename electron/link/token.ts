import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 256 random bits that fit into an address. */
export function createToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Takes the same time wherever the two differ, so that a token cannot be guessed piece by piece. */
export function isSameToken(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
