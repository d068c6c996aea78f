/**
 * @file Every text of the window in Portuguese, as it is written in Brazil. Impersonal, with infinitives on buttons: nobody is
 * called você or tu.
 *
 * | English | Portuguese | | English | Portuguese |
 * | --- | --- | --- | --- | --- |
 * | photo | foto | | rating, star | classificação, estrela |
 * | folder | pasta | | flag | bandeira |
 * | file | arquivo | | pick, reject | escolhida, rejeitada |
 * | library | biblioteca | | caption | legenda |
 * | tag (the user's) | etiqueta | | similar | semelhante |
 * | label (the model's) | rótulo | | thumbnail, preview | miniatura, prévia |
 * | album | álbum | | trash | lixeira |
 * | sidecar | sidecar | | index | indexar |
 */
import type { MessageKey } from "../en.ts";
import { albums } from "./albums.ts";
import { detail } from "./detail.ts";
import { duplicates } from "./duplicates.ts";
import { errors } from "./errors.ts";
import { exchange } from "./exchange.ts";
import { filters } from "./filters.ts";
import { history } from "./history.ts";
import { judging } from "./judging.ts";
import { keys } from "./keys.ts";
import { labels } from "./labels.ts";
import { language } from "./language.ts";
import { locate } from "./locate.ts";
import { map } from "./map.ts";
import { originals } from "./originals.ts";
import { queryForm } from "./query-form.ts";
import { search } from "./search.ts";
import { settings } from "./settings.ts";
import { sidecars } from "./sidecars.ts";
import { similar } from "./similar.ts";
import { spoken } from "./spoken.ts";
import { dates } from "./dates.ts";
import { sorting } from "./sorting.ts";
import { state } from "./state.ts";
import { tagging } from "./tagging.ts";
import { tags } from "./tags.ts";
import { time } from "./time.ts";
import { turns } from "./turns.ts";
import { values } from "./values.ts";
import { viewer } from "./viewer.ts";
import { why } from "./why.ts";
import { window } from "./window.ts";
import { work } from "./work.ts";

export const pt = {
  ...albums,
  ...detail,
  ...duplicates,
  ...errors,
  ...exchange,
  ...filters,
  ...history,
  ...judging,
  ...keys,
  ...labels,
  ...language,
  ...locate,
  ...map,
  ...originals,
  ...queryForm,
  ...search,
  ...settings,
  ...sidecars,
  ...similar,
  ...spoken,
  ...dates,
  ...sorting,
  ...state,
  ...tagging,
  ...tags,
  ...time,
  ...turns,
  ...values,
  ...viewer,
  ...why,
  ...window,
  ...work,
} as const satisfies Record<MessageKey, string>;
