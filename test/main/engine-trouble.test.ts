import type { App, MessageBoxOptions } from "electron";
import { expect, test } from "vitest";
import {
  endEngineWithApp,
  tellGivenUp,
  tellRefused,
  type TroubleOptions,
} from "../../electron/main/engine-trouble.ts";
import { until } from "../support/until.ts";

function open(response = 0) {
  const done: string[] = [];
  const boxes: MessageBoxOptions[] = [];
  const options = {
    app: { relaunch: () => done.push("relaunch"), quit: () => done.push("quit") },
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
  [0, ["relaunch", "quit"]],
  [1, ["quit"]],
])("after the engine was given up the user chooses (%i)", async (response, expected) => {
  const { options, done } = open(response);

  await tellGivenUp(options);

  expect(done).toEqual(expected);
});

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
