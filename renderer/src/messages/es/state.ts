import type { enState } from "../en-state.ts";

export const state = {
  "settings.look": "Aspecto",
  "settings.grid": "Cuadrícula",
  "settings.folders": "Carpetas",
  "settings.sidecars": "Sidecars",
  "settings.pace": "Velocidad",
  "settings.keys": "Teclas",
  "settings.privacy": "Privacidad",
  "settings.search": "Buscar ajustes",
  "settings.found":
    "{count, plural, =0 {Ningún ajuste encontrado.} one {# ajuste encontrado.} other {# ajustes encontrados.}}",
  "settings.found.none": "Ningún ajuste tiene estas palabras.",
  "settings.found.at": "{name}, {page}",

  "look.text": "El aspecto de la ventana en este equipo. Los cambios se aplican al momento.",
  "look.theme.words": "tema apariencia oscuro claro modo color noche sistema",
  "look.surround": "Fondo de las fotos",
  "look.surround.text":
    "El color alrededor de la foto que se está viendo. L lo cambia en el visor.",
  "look.surround.words": "fondo alrededor visor negro blanco gris color",
  "look.notices": "Los avisos permanecen",
  "look.notices.text":
    "Dicen qué se hizo y ofrecen deshacerlo. Más tarde lo hacen Deshacer y el Historial.",
  "look.notices.words": "aviso mensaje notificación deshacer tiempo segundos descartar",
  "look.notices.8": "8 segundos",
  "look.notices.20": "20 segundos",
  "look.notices.0": "Hasta descartarlos",
  "sidebar.width": "Ancho de la barra lateral",
  "look.sidebar": "Mostrar la barra lateral",
  "look.sidebar.words": "barra lateral panel izquierda carpetas álbumes etiquetas ocultar",
  "look.details": "Mostrar los detalles junto a las fotos",
  "look.details.words": "detalles panel derecha información metadatos exif ocultar",

  "grid-page.text": "Cómo se disponen las fotos.",
  "grid-page.size": "Tamaño de las miniaturas",
  "grid-page.size.text": "La altura de una fila; en la cuadrícula también la cambian teclas.",
  "grid-page.size.words": "miniatura tamaño fila altura zoom grande pequeña mosaico cuadrícula",
  "grid-page.size.value": "{px, number} px",
  "grid-page.seconds": "Tiempo por foto en la presentación",
  "grid-page.seconds.words": "presentación segundos intervalo velocidad tiempo diapositivas",
  "grid-page.seconds.value": "{count, number} s",

  "folders-page.text":
    "Las carpetas que lee Semblance. Las fotos se quedan donde están y nada en ellas cambia.",
  "folders-page.list": "Carpetas de la biblioteca",
  "folders-page.list.words":
    "carpeta añadir quitar biblioteca vigilar comprobar desconectada localizar omitir ignorar excluir ruta disco pausa",
  "folders-page.none": "Todavía no hay carpetas.",
  "folders-page.ignored": "Omitido: {patterns}",
  "folders-page.ignored.edit": "Editar",
  "folders-page.ignored.edit.of": "Editar lo que se omite de {name}",
  "folders-page.mirrors": "Escribe archivos .xmp",
  "folders-page.removed": "Carpetas quitadas",
  "folders-page.removed.text":
    "Lo introducido sobre sus fotos las espera. Al añadir de nuevo la carpeta, ahí está.",
  "folders-page.removed.words": "quitadas carpetas olvidar eliminar etiquetas conservar",
  "folders-page.removed.counts":
    "{count, plural, one {# foto} other {# fotos}}, {kept, number} con algo introducido a mano",
  "folders-page.forget": "Olvidar…",
  "folders-page.forget.of": "Olvidar {name}",
  "folder.state.scanning": "Leyendo",
  "folder.state.watching": "Vigilada",
  "folder.state.rescan-only": "Cada 2 horas",
  "folder.state.offline": "Desconectada",
  "folder.state.denied": "Sin permiso",
  "folder.state.unwatched": "Sin vigilar",
  "folder.state.paused": "En pausa",
  "folder.check.of": "Comprobar ahora: {name}",
  "folder.denied":
    "Esta cuenta no tiene permiso para leer {name}. Fotos, etiquetas y miniaturas se conservan. En cuanto lo tenga, Semblance sigue por sí solo.",
  "folder.unreadable.denied":
    "{others, plural, =0 {Esta cuenta no tiene permiso para leer {directory} en esta carpeta.} one {Esta cuenta no tiene permiso para leer {directory} ni otra carpeta de dentro.} other {Esta cuenta no tiene permiso para leer {directory} ni otras # carpetas de dentro.}} Fotos, etiquetas y miniaturas se conservan.",
  "folder.unreadable.failed":
    "{others, plural, =0 {No se ha podido leer {directory} en esta carpeta.} one {No se han podido leer {directory} ni otra carpeta de dentro.} other {No se han podido leer {directory} ni otras # carpetas de dentro.}} Fotos, etiquetas y miniaturas se conservan.",
  "folder.checked-at": "Última comprobación a las {time}.",
  "folder.paused": "En pausa. Aquí no se detecta ni se indexa nada nuevo hasta reanudarla.",
  "folder.pause": "Pausar",
  "folder.resume": "Reanudar",
  "folder.pause.done": "{name} está en pausa.",
  "folder.resume.done": "{name} vuelve a seguirse.",
  "folder.show": "Mostrar fotos",
  "forget-folder.title": "¿Olvidar {name}?",
  "forget-folder.text":
    "La biblioteca borra lo que sabe de {count, plural, one {# foto} other {# fotos}} y lo introducido a mano sobre {kept, number} de ellas. No se toca ningún archivo. Esto no se puede deshacer.",
  "forget-folder.confirm": "Olvidar",
  "forget-folder.done": "{name} queda en el olvido.",

  "sidecars-page.text":
    "Lightroom, digiKam, darktable y otros leen etiquetas, valoraciones y descripciones de archivos .xmp junto a las fotos. Las fotos nunca se modifican.",
  "sidecars-page.name": "Nombre de un archivo .xmp nuevo",
  "sidecars-page.name.text": "Los archivos que ya existen conservan su nombre.",
  "sidecars-page.name.words": "sidecar xmp nombre archivo lightroom darktable digikam",
  "sidecars-page.name.full": "IMG_1.jpg.xmp",
  "sidecars-page.name.stem": "IMG_1.xmp",
  "sidecars-page.folders": "Escribir archivos .xmp en",
  "sidecars-page.folders.words":
    "sidecar xmp escribir etiquetas valoraciones descripciones lightroom digikam reflejo",
  "sidecars-page.synced": "Todo escrito.",

  "pace.text": "La indexación sigue en segundo plano y cede el paso mientras se navega.",
  "pace.choice": "Cuánto procesador usa la indexación",
  "pace.choice.words":
    "velocidad procesador cpu suave equilibrada completa ventilador lento rápido batería indexación",
  "pace.quarter": "Suave",
  "pace.half": "Equilibrada",
  "pace.full": "Completa",
  "pace.quarter.text": "Una cuarta parte. El equipo sigue fresco y silencioso.",
  "pace.half.text": "La mitad. Queda sitio para otros programas.",
  "pace.full.text": "Todo. Las fotos están listas cuanto antes.",
  "pace.pause": "Pausar la indexación",
  "pace.pause.text":
    "No se indexa nada nuevo hasta reanudarla, tampoco tras reiniciar. Las fotos en pantalla se muestran.",
  "pace.pause.words": "pausa detener reanudar indexación segundo plano",
  "pace.battery": "Con batería se indexa una foto a la vez, sea cual sea la elección.",
  "pace.short": "Velocidad",

  "keys-page.text": "Todo se puede hacer con el teclado, y cada tecla puede ser otra.",
  "keys-page.single": "Teclas sueltas",
  "keys-page.single.text":
    "Letras, cifras y signos actúan solos en la cuadrícula y el visor. Sin esto no hacen nada allí; quedan las flechas y las teclas con {mod}.",
  "keys-page.single.words":
    "teclado atajos sueltas letra teclas dictado voz desactivar accesibilidad",
  "keys-page.list": "Todas las teclas",
  "keys-page.list.words": "teclado atajos lista accesos rápidos cambiar asignar restablecer",

  "privacy.text": "Semblance trabaja solo en este equipo.",
  "privacy.network": "Qué sale de este equipo",
  "privacy.network.text":
    "Nada por sí solo. Fotos, etiquetas, lugares y búsquedas se quedan aquí, y no hay telemetría. Lo único que se descarga alguna vez es un archivo de modelo o las bibliotecas de la tarjeta gráfica, cuando se pide.",
  "privacy.network.words": "red internet subir telemetría nube sin conexión datos rastreo",
  "privacy.files": "Los archivos",
  "privacy.files.text":
    "Las fotos se leen y nunca se escriben. Los archivos van a la papelera solo cuando se pide, y los archivos .xmp se escriben solo donde se activa.",
  "privacy.files.words": "archivos originales escribir cambiar eliminar seguro",
  "privacy.recent": "Búsquedas recientes",
  "privacy.recent.text":
    "{count, plural, =0 {No se guarda ninguna.} one {# búsqueda se guarda en este equipo.} other {# búsquedas se guardan en este equipo.}}",
  "privacy.recent.words": "búsquedas recientes historial borrar olvidar",
  "privacy.recent.clear": "Borrar",
  "privacy.recent.clear.name": "Borrar las búsquedas recientes",
  "privacy.recent.cleared": "Las búsquedas recientes están borradas.",
  "privacy.place": "Lugares en las copias exportadas",
  "privacy.place.text": "Al exportar, “Omitir dónde se tomaron” quita el lugar de las copias.",
  "privacy.place.words": "gps ubicación lugar exportar compartir quitar metadatos",

  "models-page.words": "modelo resnet inicial rótulos similares descargar onnx red neuronal",
  "own-model.words": "modelo archivo onnx propio personalizado clasificador",
  "machine-page.words": "tarjeta gráfica gpu cuda directml coreml webgpu procesador",
  "sizes.words": "disco espacio sitio miniaturas vistas previas copias caché vaciar tamaño",

  "first-steps.name": "Pasos",
  "first-steps.folders": "Carpetas",
  "first-steps.tags": "Las etiquetas",
  "first-steps.speed": "Velocidad",
  "first-steps.next": "Siguiente",
  "first-steps.skip": "Omitir",
  "first-steps.done": "Listo",
  "first-steps.later": "Se puede cambiar más tarde.",
  "first-steps.speed.text": "¿Cuánto procesador puede usar la indexación?",
  "first-steps.suggestions": "Sugerencias",
  "first-steps.suggestion": "Añadir {name}",
  "first-steps.suggestion.count":
    "{count, plural, =0 {} one {# foto directamente dentro} other {# fotos directamente dentro}}",

  "activity.now": "{folder} › {name}",
  "activity.now.name": "Leyendo ahora",
  "activity.first": "Lo que está en pantalla va primero.",
  "activity.missing": "{count, plural, one {# foto ausente.} other {# fotos ausentes.}}",
  "activity.show-missing": "Mostrar",
  "activity.show.failed.name": "Mostrar lo que no se pudo mostrar",
  "activity.show.missing.name": "Mostrar lo ausente",

  "care.name": "Qué se puede hacer",
  "care.failed":
    "{count, plural, one {# foto no se pudo mostrar.} other {# fotos no se pudieron mostrar.}}",
  "care.failed.text":
    "{count, plural, one {Conserva sus etiquetas, y se intenta de nuevo cuando cambia su archivo.} other {Conservan sus etiquetas, y se intenta de nuevo cuando cambian sus archivos.}}",
  "care.missing":
    "{count, plural, one {# archivo no está donde estaba.} other {# archivos no están donde estaban.}}",
  "care.missing.text":
    "{count, plural, one {Sus etiquetas se conservan. Al añadir la carpeta que lo contiene ahora, se reconoce por su contenido.} other {Sus etiquetas se conservan. Al añadir la carpeta que los contiene ahora, se reconocen por su contenido.}}",
  "care.reason": "{text} {count, plural, one {# foto.} other {# fotos.}}",
  "care.retry": "Reintentar",
  "care.retry.of": "Reintentar: {text}",
  "care.retry.all": "Reintentar todas",
  "care.retry.some": "Reintentar {count, number}",
  "care.retrying":
    "{count, plural, =0 {Nada espera otro intento.} one {# foto se intenta de nuevo.} other {# fotos se intentan de nuevo.}}",
  "care.locate": "Localizar…",
  "care.check": "Comprobar de nuevo",
  "care.checking": "{count, plural, one {Comprobando # carpeta.} other {Comprobando # carpetas.}}",
  "care.forget": "Quitar de la biblioteca…",
  "care.forget.all": "Quitar todas de la biblioteca…",
  "care.forget.some": "Quitar {count, number} de la biblioteca…",
  "care.forgotten":
    "{count, plural, =0 {Ya no faltaba nada.} one {# foto quitada de la biblioteca.} other {# fotos quitadas de la biblioteca.}}",
  "care.show-in-folder": "Mostrar en la carpeta",
  "care.why": "Por qué",
  "forget.title":
    "¿Quitar {count, plural, one {# foto ausente} other {# fotos ausentes}} de la biblioteca?",
  "forget.text":
    "Se borra lo que la biblioteca sabe de {count, plural, one {ella} other {ellas}}: etiquetas, estrellas, descripciones, sitio en los álbumes. Si un archivo reaparece, es una foto nueva. Esto no se puede deshacer.",
  "forget.confirm": "Quitar",

  "review.title": "Por revisar",
  "review.text":
    "Estos archivos se convirtieron en otras imágenes. Sus etiquetas se conservan hasta revisarlas.",
  "review.card": "{name}, {at, number} de {total, number}",
  "review.before": "Antes",
  "review.now": "Ahora",
  "review.before.gone": "No se conserva ninguna imagen.",
  "review.replaced": "Reemplazada el {when}",
  "review.same": "Conservar etiquetas",
  "review.same.text": "Es la misma foto, editada.",
  "review.another": "Quitar etiquetas",
  "review.another.text": "Es otra foto. La anterior queda ausente, con sus etiquetas.",
  "review.same.all": "Conservar todas las etiquetas",
  "review.none": "Nada por revisar.",
  "review.more": "Mostrar más",
  "review.show": "Mostrar como fotos",
  "review.kept":
    "{count, plural, one {# foto conserva sus etiquetas.} other {# fotos conservan sus etiquetas.}}",
  "review.cleared":
    "{count, plural, one {# foto queda sin las etiquetas de la anterior.} other {# fotos quedan sin las etiquetas de la anterior.}}",

  "fault.title": "Algo falló aquí.",
  "fault.text": "El resto de la ventana sigue funcionando y lo introducido está guardado.",
  "fault.copy": "Copiar detalles",
  "fault.copied": "Detalles copiados.",
  "loading.photos": "Leyendo fotos",
  "notice.reader.photo":
    "El motor se detuvo cinco veces seguidas al leer {name}. Las fotos se pueden seguir viendo.",
  "notice.reader": "El motor se detuvo cinco veces seguidas. Las fotos se pueden seguir viendo.",
  "notice.set-aside": "Apartar ese archivo",
  "notice.start-again": "Arrancar de nuevo",
  "notice.free-space": "Liberar espacio",
  "notice.models": "Modelos",
} as const satisfies Record<keyof typeof enState, string>;
