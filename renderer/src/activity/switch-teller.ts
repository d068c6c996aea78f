import type { ModelSwitch } from "../../../electron/contract/model.ts";
import { say } from "../messages/say.ts";

/** Tells a screen reader when another model begins with the photos, and which one answers when that has ended. */
export class SwitchTeller {
  readonly #tell: (text: string) => void;
  /** The switch that is under way, and the model that answered when it began. */
  #begun: { readonly from: string; readonly to: string; readonly model: string } | undefined;

  constructor(tell: (text: string) => void) {
    this.#tell = tell;
  }

  /** `model` is the key of the one that answers. */
  notice(switching: Pick<ModelSwitch, "from" | "to"> | null, model: string): void {
    const begun = this.#begun;
    if (switching) {
      if (!begun) this.#tell(say("activity.announce.switching"));
      this.#begun = { from: switching.from, to: switching.to, model: begun?.model ?? model };
    } else if (begun) {
      const answers = model === begun.model ? begun.from : begun.to;
      this.#tell(say("activity.announce.switched", { model: answers }));
      this.#begun = undefined;
    }
  }
}
