import type { ModelSwitch } from "../../../electron/contract/model.ts";
import { say } from "../messages/say.ts";

export interface SwitchTellerOptions {
  /** The key of the model that answers, as the engine has it now: the end of a switch is known before who answers. */
  readonly readModel: () => Promise<string>;
  readonly tell: (text: string) => void;
}

/** Tells a screen reader when another model begins with the photos, and which one answers when that has ended. */
export class SwitchTeller {
  readonly #options: SwitchTellerOptions;
  /** The switch that is under way, and the model that answered when it began. */
  #begun: { readonly from: string; readonly to: string; readonly model: string } | undefined;

  constructor(options: SwitchTellerOptions) {
    this.#options = options;
  }

  /** `model` is the key of the one that answers while there is a switch. Failing to learn who answers then is no news. */
  async notice(switching: Pick<ModelSwitch, "from" | "to"> | null, model: string): Promise<void> {
    const { readModel, tell } = this.#options;
    const begun = this.#begun;
    if (switching) {
      if (!begun) tell(say("activity.announce.switching"));
      this.#begun = { from: switching.from, to: switching.to, model: begun?.model ?? model };
    } else if (begun) {
      this.#begun = undefined;
      const answering = await readModel().catch(() => undefined);
      if (answering === undefined) return;
      const title = answering === begun.model ? begun.from : begun.to;
      tell(say("activity.announce.switched", { model: title }));
    }
  }
}
