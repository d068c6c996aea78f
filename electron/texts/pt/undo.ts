import type { enUndo } from "../en/undo.ts";

export const undo = {
  "refused.undo.nothing": "Não há nada para desfazer.",
  "refused.redo.nothing": "Não há nada para refazer.",
  "refused.entry.unknown": "Não há nenhum registro {entry} no histórico.",
  "refused.undo.undone": "“{sentence}” já está desfeito.",
  "refused.redo.in-force": "“{sentence}” está em vigor; não foi desfeito.",
  "refused.undo.final": "“{sentence}” não pode ser desfeito. {reason}",
  "refused.undo.later":
    "“{sentence}” não pode ser desfeito porque depois houve outra alteração dos mesmos dados: “{obstacle}” (registro {entry}); é preciso desfazer isso antes.",
  "refused.redo.later":
    "“{sentence}” não pode ser refeito porque depois houve outra alteração dos mesmos dados: “{obstacle}” (registro {entry}); é preciso desfazer isso antes.",
  "refused.redo.undone":
    "“{sentence}” não pode ser refeito porque depois foi desfeita outra alteração dos mesmos dados: “{obstacle}” (registro {entry}); é preciso refazer isso antes.",
  "refused.part.undone":
    "“{sentence}” foi desfeito nesse meio-tempo, então nada mais foi alterado.",
  "refused.undo.newer": "É uma alteração que só uma versão mais nova conhece: {kind}.",
  "refused.undo.album.photos":
    "Este álbum tem outras fotos agora. Em vez disso, dá para excluir o álbum.",
  "refused.undo.album.name":
    "Agora outro álbum se chama {name}. É preciso mudar o nome dele antes.",
  "refused.undo.folder": "A biblioteca esqueceu a pasta onde {name} estava.",
  "refused.undo.tags": "{path} tem etiquetas próprias agora.",
  "refused.undo.synonym":
    "{word} é agora um sinônimo da etiqueta {tag}. É preciso retirar dali antes.",
  "refused.tag.inside":
    "A etiqueta {parent} está agora dentro de {tag}. É preciso tirar dali antes.",
  "refused.tag.taken": "Agora outra etiqueta se chama {tag}. É preciso mudar o nome dela antes.",
  "refused.tag.name":
    "Uma etiqueta precisa de um nome sem partes vazias, como Lugares/Portugal/Lisboa, e isto é {text}.",
  "refused.tag.same": "Esta etiqueta já se chama {tag}.",
  "refused.synonym.tag": "Já existe uma etiqueta {other}. Em vez disso, dá para unir a {tag}.",
  "refused.synonym.taken": "{word} já é um sinônimo da etiqueta {other}.",
  "refused.album.name":
    "Um álbum precisa de um nome sem partes vazias nem aspas, como Melhores ou Viagens/2023, e isto é {text}.",
  "refused.album.taken": "Já existe um álbum chamado {name}.",
  "refused.album.smart": "{name} é um álbum inteligente: contém o que sua busca encontra.",
  "refused.album.by-hand": "{name} é um álbum de fotos escolhidas à mão, então não tem busca.",
} as const satisfies Record<keyof typeof enUndo, string>;
