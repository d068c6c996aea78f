/** @file What the cards of the models that come with the app say, word by word, and what is said of a model without a card. */
export const enModels = {
  "model.note.starter":
    "The starter model knows 217 things, none of them people, faces or events, and looks at photos 64 pixels wide: breeds, species, text and fruit of one shape are beyond it. Anything else is given the nearest of those names, so take every label as a guess: of those it is sure of, about one in three is wrong on photos of things it knows, and most are on photos of others.",
  "model.source.starter":
    "Made for this project, trained on research photos; see MODEL_CARD.md and training/ beside this file",
  "model.note.resnet18":
    "ResNet-18 knows the same 1000 things of ImageNet as ResNet-50, none of them faces or events, with less than half of the work: its first label is right for seven in ten pictures of things it knows, and one of its first five for nine in ten (69.9 and 89.3 %). Anything else is given the nearest of those names.",
  "model.source.resnet18":
    "ONNX model zoo, ResNet-18 v1, trained on ImageNet; github.com/onnx/models",
  "model.note.resnet50":
    "ResNet-50 knows the 1000 things of ImageNet, 118 of them dogs, three of them people (ballplayer, groom, scuba diver) and none of them faces or events; it looks at the middle of a photo, 224 pixels wide. On pictures of things it knows, its first label is right for three in four and one of its first five for nine in ten (float32 75.0 and 92.3 %, int8 74.8 and 92.3 %). Anything else is given the nearest of those names.",
  "model.source.resnet50":
    "ONNX model zoo, ResNet-50 v1, trained on ImageNet; github.com/onnx/models",
  "model.note.assumed":
    "This model file has no card: its 1000 scores are taken for the classes of ILSVRC 2012 in their usual order.",
  "model.licence.unknown": "A file of your own; its licence is not known here.",
} as const;
