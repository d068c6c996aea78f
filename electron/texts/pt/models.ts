import type { enModels } from "../en/models.ts";

export const models = {
  "model.note.starter":
    "O modelo inicial conhece 217 coisas, nenhuma delas pessoas, rostos ou acontecimentos, e olha as fotos com 64 pixels de largura: raças, espécies, textos e frutas da mesma forma escapam dele. A tudo o mais ele dá o mais próximo desses nomes, então cada rótulo é um palpite: dos que ele dá como certos, cerca de um em três está errado em fotos de coisas que conhece, e a maioria em fotos de outras.",
  "model.source.starter":
    "Feito para este projeto e treinado com fotos de pesquisa; veja MODEL_CARD.md e training/ junto deste arquivo",
  "model.note.resnet18":
    "O ResNet-18 conhece as mesmas 1000 coisas do ImageNet que o ResNet-50, nenhuma delas rostos ou acontecimentos, com menos da metade do trabalho: o primeiro rótulo acerta em sete de cada dez imagens de coisas que ele conhece, e um dos cinco primeiros em nove de cada dez (69,9 e 89,3 %). A tudo o mais ele dá o mais próximo desses nomes.",
  "model.source.resnet18":
    "Modelo ResNet-18 v1 do ONNX model zoo, treinado com o ImageNet; github.com/onnx/models",
  "model.note.resnet50":
    "O ResNet-50 conhece as 1000 coisas do ImageNet, 118 delas cachorros, três delas pessoas (jogador de beisebol, noivo, mergulhador) e nenhuma rostos ou acontecimentos; ele olha o meio da foto, com 224 pixels de largura. Em imagens de coisas que conhece, o primeiro rótulo acerta em três de cada quatro e um dos cinco primeiros em nove de cada dez (float32 75,0 e 92,3 %, int8 74,8 e 92,3 %). A tudo o mais ele dá o mais próximo desses nomes.",
  "model.source.resnet50":
    "Modelo ResNet-50 v1 do ONNX model zoo, treinado com o ImageNet; github.com/onnx/models",
  "model.note.assumed":
    "Este arquivo de modelo não tem ficha: as 1000 pontuações são tomadas pelas classes do ILSVRC 2012 na ordem de costume.",
  "model.licence.unknown": "Um arquivo próprio; a licença não é conhecida aqui.",
} as const satisfies Record<keyof typeof enModels, string>;
