import type { enViewer } from "../en-viewer.ts";

export const viewer = {
  "viewer.name": "Visualizador",
  "viewer.part": "O resto desta foto não pode ser lido",
  "viewer.counter": "{index, number} de {total, number}",
  "viewer.close": "Fechar o visualizador",
  "viewer.unplayable": "Este vídeo não pode ser reproduzido aqui.",
  "viewer.previous": "Foto anterior",
  "viewer.next": "Próxima foto",
  "viewer.more": "Mais",
  "viewer.play": "Reproduzir a animação",

  "zoom.name": "Zoom",
  "zoom.percent": "{percent, number} %",
  "zoom.fit": "Ajustar",
  "zoom.full": "1:1",
  "zoom.toggle": "Ajustar ou 1:1, agora {percent, number} %",
  "zoom.in": "Ampliar",
  "zoom.out": "Reduzir",

  "filmstrip.name": "Tira de fotos",
  "filmstrip.option": "{name}, foto {index, number}",
  "filmstrip.unread": "Foto {index, number}",

  "surround.name": "Fundo",
  "surround.canvas": "Como a janela",
  "surround.black": "Preto",
  "surround.dark": "Cinza escuro",
  "surround.middle": "Cinza médio",
  "surround.white": "Branco",
  "surround.now": "Fundo: {name}",

  "full-screen.name": "Tela cheia",
  "full-screen.failed": "A tela cheia não está disponível aqui.",

  "slideshow.name": "Apresentação",
  "slideshow.pause": "Pausar a apresentação",
  "slideshow.go-on": "Continuar",
  "slideshow.end": "Encerrar a apresentação",
  "slideshow.seconds": "Segundos por foto",
  "slideshow.faster": "Menos tempo por foto",
  "slideshow.slower": "Mais tempo por foto",
  "slideshow.seconds.value": "{count, plural, one {# segundo} other {# segundos}}",
  "slideshow.paused": "Apresentação em pausa",
  "slideshow.running": "A apresentação continua",

  "keys.zoom-toggle": "Ajustar ou 1:1 no visualizador",
  "keys.surround": "Fundo em volta da foto no visualizador",
  "keys.slideshow": "Apresentação",
  "keys.full-screen": "Tela cheia",
} as const satisfies Record<keyof typeof enViewer, string>;
