import type { Client } from "../../../electron/contract/client.ts";
import type { HeatMap, PictureChoice } from "../../../electron/contract/similar.ts";
import { toShownError } from "../errors/show-error.ts";
import type { Notices } from "../library/notices.svelte.ts";
import { explainedText } from "./heat-places.ts";
import type { WhyPicture, WhyQuestion } from "./why-question.ts";

export interface WhyAnswer {
  /** Of the photo, and of the example where there is one. */
  readonly photo: HeatMap;
  readonly example?: HeatMap;
  /** 1: the same picture. */
  readonly similarity?: number;
}

/** Asks where a photo is like an example, or where a label comes from. */
export class WhyController {
  readonly question: WhyQuestion;
  readonly examples: readonly WhyPicture[];
  /** The example that is shown; undefined for a label. */
  example = $state.raw<WhyPicture | undefined>();
  answer = $state.raw<WhyAnswer | undefined>();
  errorText = $state("");

  readonly #client: Client<"renderer">;
  readonly #notices: Notices;
  /** What this window asks next ends what it asked before. */
  readonly #session = crypto.randomUUID();
  #asked = 0;

  constructor(client: Client<"renderer">, notices: Notices, question: WhyQuestion) {
    this.#client = client;
    this.#notices = notices;
    this.question = question;
    this.examples = "examples" in question ? question.examples : [];
    this.example = this.examples[0];
  }

  /** The example of the key, or the label where there are none. */
  async show(key = this.example?.key): Promise<void> {
    const asked = ++this.#asked;
    this.example = this.examples.find((example) => example.key === key);
    this.answer = undefined;
    this.errorText = "";
    try {
      const answer = await this.#ask();
      if (asked !== this.#asked) return;
      this.answer = answer;
      this.#notices.announce(explainedText(this.question, this.example, answer));
    } catch (error) {
      if (asked === this.#asked) this.errorText = toShownError(error).text;
    }
  }

  async #ask(): Promise<WhyAnswer> {
    const { question, example } = this;
    const session = this.#session;
    const photo = choice(question.photo);
    if ("label" in question) {
      const label = question.label.id;
      return this.#client.request("label.explainPhoto", { photo, label, session });
    }
    const { depth } = question;
    const pair = { photo, example: choice(example ?? question.photo) };
    return this.#client.request("similar.explain", { ...pair, depth, session });
  }
}

function choice({ of, region }: WhyPicture): PictureChoice {
  return { of, ...(region && { region }) };
}
