import { expect, test } from "vitest";
import { LibraryError } from "../../../../electron/contract/errors.ts";
import { describeModelProblem } from "../../../../renderer/src/settings/models/model-problem.ts";

test("a failure says what is, and what was expected", () => {
  expect(
    describeModelProblem(new LibraryError("download-failed", "expected 26 MB but got 12 MB")),
  ).toEqual({
    text: "The download stopped. What arrived is kept, so it can go on.",
    detail: "expected 26 MB but got 12 MB",
  });
});

test("a full disk speaks of the model, not of edits", () => {
  const problem = describeModelProblem(new LibraryError("disk-full", "expected 26 MB but got 0"));

  expect(problem?.text).toBe(
    "The disk with the models is full. With some room on it, this can go on.",
  );
});

test("other failures have their own sentence and no detail", () => {
  expect(describeModelProblem(new LibraryError("unexpected", "the engine hit an error"))).toEqual({
    text: "Something went wrong here. The log has the details.",
    detail: undefined,
  });
});

test("what the user cancelled is no failure", () => {
  expect(describeModelProblem(new LibraryError("cancelled", "cancelled"))).toBeUndefined();
});
