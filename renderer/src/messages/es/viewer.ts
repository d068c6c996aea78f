import type { enViewer } from "../en-viewer.ts";

export const viewer = {
  "viewer.name": "Visor",
  "viewer.part": "El resto de esta foto no se puede leer",
  "viewer.counter": "{index, number} de {total, number}",
  "viewer.close": "Cerrar el visor",
  "viewer.unplayable": "Este vídeo no se puede reproducir aquí.",
  "viewer.previous": "Foto anterior",
  "viewer.next": "Foto siguiente",
  "viewer.more": "Más",
  "viewer.play": "Reproducir la animación",

  "zoom.name": "Zoom",
  "zoom.percent": "{percent, number} %",
  "zoom.fit": "Ajustar",
  "zoom.full": "1:1",
  "zoom.toggle": "Ajustar o 1:1, ahora {percent, number} %",
  "zoom.in": "Ampliar",
  "zoom.out": "Reducir",

  "filmstrip.name": "Tira de fotos",
  "filmstrip.option": "{name}, foto {index, number}",
  "filmstrip.unread": "Foto {index, number}",

  "surround.name": "Fondo",
  "surround.canvas": "Como la ventana",
  "surround.black": "Negro",
  "surround.dark": "Gris oscuro",
  "surround.middle": "Gris medio",
  "surround.white": "Blanco",
  "surround.now": "Fondo: {name}",

  "full-screen.name": "Pantalla completa",
  "full-screen.failed": "La pantalla completa no está disponible aquí.",

  "slideshow.name": "Presentación",
  "slideshow.pause": "Pausar la presentación",
  "slideshow.go-on": "Continuar",
  "slideshow.end": "Terminar la presentación",
  "slideshow.seconds": "Segundos por foto",
  "slideshow.faster": "Menos tiempo por foto",
  "slideshow.slower": "Más tiempo por foto",
  "slideshow.seconds.value": "{count, plural, one {# segundo} other {# segundos}}",
  "slideshow.paused": "Presentación en pausa",
  "slideshow.running": "La presentación continúa",

  "keys.zoom-toggle": "Ajustar o 1:1 en el visor",
  "keys.surround": "Fondo alrededor de la foto en el visor",
  "keys.slideshow": "Presentación",
  "keys.full-screen": "Pantalla completa",
} as const satisfies Record<keyof typeof enViewer, string>;
