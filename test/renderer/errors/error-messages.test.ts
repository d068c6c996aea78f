import { expect, test } from "vitest";
import { errorCodes, LibraryError } from "../../../electron/contract/errors.ts";
import { errorMessages } from "../../../renderer/src/errors/error-messages.ts";
import { toShownError } from "../../../renderer/src/errors/show-error.ts";
import { say } from "../../../renderer/src/messages/say.ts";

test.each(errorCodes)("%s has a sentence that ends like one", (code) => {
  expect(say(errorMessages[code].text)).toMatch(/^[A-Z].+\.$/);
});

test("an anticipated failure is told by its code", () => {
  expect(toShownError(new LibraryError("disk-full", "expected 1 GB but got 0")).text).toBe(
    "The disk with the library is full. This edit is not saved; earlier ones are.",
  );
});
