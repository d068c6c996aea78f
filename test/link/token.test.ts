import { expect, test } from "vitest";
import { createToken, isSameToken } from "../../electron/link/token.ts";

test("every token is another one and fits into an address", () => {
  const tokens = Array.from({ length: 100 }, createToken);

  expect(new Set(tokens).size).toBe(100);
  expect(tokens.every((token) => /^[\w-]{43}$/.test(token))).toBe(true);
});

test.each([
  ["abc", "abc", true],
  ["abc", "abd", false],
  ["abc", "ab", false],
  ["abc", "", false],
  ["", "", true],
])("%j and %j are the same token: %j", (one, other, expected) => {
  expect(isSameToken(one, other)).toBe(expected);
});
