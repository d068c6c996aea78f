import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";

type ViewHandlers = Pick<Handlers, "view.places" | "view.keepPlace">;

export function viewHandlers({ viewPlaces }: Pick<Parts, "viewPlaces">): ViewHandlers {
  return {
    "view.places": () => viewPlaces.list(),
    "view.keepPlace": async ({ query, place }) => {
      await viewPlaces.keep(query, place);
      return {};
    },
  };
}
