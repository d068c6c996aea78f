import type { enModels } from "../en/models.ts";

export const models = {
  "model.note.starter":
    "El modelo inicial conoce 217 cosas, ninguna de ellas personas, caras ni acontecimientos, y mira las fotos con 64 píxeles de ancho: razas, especies, textos y frutas de la misma forma se le escapan. A todo lo demás le da el más cercano de esos nombres, así que cada rótulo es una conjetura: de los que da por seguros, más o menos uno de cada tres es falso en fotos de cosas que conoce, y la mayoría en fotos de otras.",
  "model.source.starter":
    "Hecho para este proyecto y entrenado con fotos de investigación; véanse MODEL_CARD.md y training/ junto a este archivo",
  "model.note.resnet18":
    "ResNet-18 conoce las mismas 1000 cosas de ImageNet que ResNet-50, ninguna de ellas caras ni acontecimientos, con menos de la mitad del trabajo: su primer rótulo acierta en siete de cada diez imágenes de cosas que conoce, y uno de los cinco primeros en nueve de cada diez (69,9 y 89,3 %). A todo lo demás le da el más cercano de esos nombres.",
  "model.source.resnet18":
    "Modelo ResNet-18 v1 del ONNX model zoo, entrenado con ImageNet; github.com/onnx/models",
  "model.note.resnet50":
    "ResNet-50 conoce las 1000 cosas de ImageNet, 118 de ellas perros, tres personas (jugador de béisbol, novio, submarinista) y ninguna caras ni acontecimientos; mira el centro de la foto, con 224 píxeles de ancho. En imágenes de cosas que conoce, su primer rótulo acierta en tres de cada cuatro y uno de los cinco primeros en nueve de cada diez (float32 75,0 y 92,3 %, int8 74,8 y 92,3 %). A todo lo demás le da el más cercano de esos nombres.",
  "model.source.resnet50":
    "Modelo ResNet-50 v1 del ONNX model zoo, entrenado con ImageNet; github.com/onnx/models",
  "model.note.assumed":
    "Este archivo de modelo no tiene ficha: sus 1000 puntuaciones se toman por las clases de ILSVRC 2012 en su orden habitual.",
  "model.licence.unknown": "Un archivo propio; aquí no se conoce su licencia.",
} as const satisfies Record<keyof typeof enModels, string>;
