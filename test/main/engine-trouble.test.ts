import type { App, MessageBoxOptions } from "electron";
import { expect, test } from "vitest";
import {
  endEngineWithApp,
  tellGivenUp,
  tellRefused,
  type TroubleOptions,
} from "../../electron/main/engine-trouble.ts";
import { ShellSpeech } from "../../electron/main/shell-speech.ts";
import { until } from "../support/until.ts";

function open(response = 0) {
  const done: string[] = [];
  const boxes: MessageBoxOptions[] = [];
  const options = {
    app: { quit: () => done.push("quit") },
    speech: new ShellSpeech(() => {}),
    dialog: {
      showMessageBox: async (box: MessageBoxOptions) => {
        boxes.push(box);
        return { response, checkboxChecked: false };
      },
    },
  } as unknown as TroubleOptions;
  return { options, done, boxes };
}

test("a library that cannot be opened is explained, then the app ends", async () => {
  const { options, done, boxes } = open();

  await tellRefused({ code: "library-unreadable", message: "It is of a newer version." }, options);

  expect(boxes).toMatchObject([{ type: "error", detail: "It is of a newer version." }]);
  expect(done).toEqual(["quit"]);
});

test.each([
  ["/photos/IMG_5.jpg", 0, ["without /photos/IMG_5.jpg"]],
  ["/photos/IMG_5.jpg", 1, ["again"]],
  ["/photos/IMG_5.jpg", 2, ["quit"]],
  [undefined, 0, ["again"]],
  [undefined, 1, ["quit"]],
])(
  "after the engine was given up over %s the user chooses (%i)",
  async (reading, response, expected) => {
    const { options, done, boxes } = open(response);
    const startAgain = (setAside?: string) =>
      done.push(setAside === undefined ? "again" : `without ${setAside}`);

    await tellGivenUp({ ...options, reading, startAgain: (path) => void startAgain(path) });

    expect(done).toEqual(expected);
    expect(boxes[0]!.message).toBe(
      `The engine stopped five times in a row${reading ? " while reading IMG_5.jpg" : ""}.`,
    );
  },
);

test("the app ends only after its engine has ended", async () => {
  const ended = Promise.withResolvers<undefined>();
  const engine = { [Symbol.asyncDispose]: () => ended.promise };
  let quits = 0;
  let willQuit: (event: { preventDefault(): void }) => void = () => {};
  const app = {
    quit: () => quits++,
    on: (_name: string, listener: typeof willQuit) => (willQuit = listener),
  } as unknown as Pick<App, "on" | "quit">;
  endEngineWithApp(app, engine);
  const prevented: number[] = [];
  const attempt = (time: number) => willQuit({ preventDefault: () => prevented.push(time) });

  attempt(1);
  attempt(2);
  ended.resolve(undefined);
  await until("the app to quit", () => quits === 1);
  attempt(3);

  expect(prevented).toEqual([1, 2]);
});
