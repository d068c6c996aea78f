import { expect, test } from "vitest";
import { SwitchTeller } from "../../../renderer/src/activity/switch-teller.ts";

const toResNet = { from: "starter int8", to: "resnet50 int8" };

function tellerAndTold() {
  const told: string[] = [];
  return { told, teller: new SwitchTeller((text) => void told.push(text)) };
}

test("a switch of models is told when it begins, and then which one answers", () => {
  const { told, teller } = tellerAndTold();

  teller.notice(null, "starter-key");
  teller.notice(toResNet, "starter-key");
  teller.notice(toResNet, "starter-key");
  teller.notice(null, "resnet-key");
  teller.notice(null, "resnet-key");

  expect(told).toEqual(["The new model begins with the photos.", "resnet50 int8 answers now."]);
});

test("a switch that is given up is told by the model that stays", () => {
  const { told, teller } = tellerAndTold();

  teller.notice(toResNet, "starter-key");
  teller.notice({ ...toResNet, to: "resnet18 float32" }, "starter-key");
  teller.notice(null, "starter-key");

  expect(told.at(-1)).toBe("starter int8 answers now.");
});
