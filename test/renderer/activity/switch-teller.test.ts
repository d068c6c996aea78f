import { expect, test } from "vitest";
import { SwitchTeller } from "../../../renderer/src/activity/switch-teller.ts";

const toResNet = { from: "starter int8", to: "resnet50 int8" };

/** `answering`: the key of the model that answers once the switch has ended. */
function tellerAndTold(answering: string) {
  const told: string[] = [];
  const teller = new SwitchTeller({
    readModel: () => Promise.resolve(answering),
    tell: (text) => void told.push(text),
  });
  return { told, teller };
}

test("a switch of models is told when it begins, and then which one answers", async () => {
  const { told, teller } = tellerAndTold("resnet-key");

  await teller.notice(null, "starter-key");
  await teller.notice(toResNet, "starter-key");
  await teller.notice(toResNet, "starter-key");
  // The window hears that the switch has ended before it hears who answers.
  await teller.notice(null, "starter-key");
  await teller.notice(null, "resnet-key");

  expect(told).toEqual(["The new model begins with the photos.", "resnet50 int8 answers now."]);
});

test("a switch that is given up is told by the model that stays", async () => {
  const { told, teller } = tellerAndTold("starter-key");

  await teller.notice(toResNet, "starter-key");
  await teller.notice({ ...toResNet, to: "resnet18 float32" }, "starter-key");
  await teller.notice(null, "starter-key");

  expect(told.at(-1)).toBe("starter int8 answers now.");
});

test("nothing is told of an end after which nobody says who answers", async () => {
  const told: string[] = [];
  const teller = new SwitchTeller({
    readModel: () => Promise.reject(new Error("the engine is away")),
    tell: (text) => void told.push(text),
  });

  await teller.notice(toResNet, "starter-key");
  await teller.notice(null, "starter-key");

  expect(told).toEqual(["The new model begins with the photos."]);
});
