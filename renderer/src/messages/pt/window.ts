/** @file The texts of the window that en.ts itself has, but for those in work.ts. */
import type { MessageKey } from "../en.ts";

export const window = {
  "app.cannot-start": "O Semblance não pode iniciar aqui.",

  "address.invalid":
    "Este endereço não está completo. É preciso abrir o endereço que o Semblance mostrou ao iniciar.",

  "topbar.sidebar": "Barra lateral",
  "topbar.details": "Detalhes",
  "topbar.more": "Mais",
  "topbar.filters": "Filtros",
  "topbar.size": "Tamanho das miniaturas",
  "topbar.theme": "Tema",
  "theme.system": "Como o sistema",
  "theme.light": "Claro",
  "theme.dark": "Escuro",

  "region.photos": "Fotos",
  "region.details": "Detalhes",

  "sidebar.library": "Biblioteca",
  "sidebar.all": "Todas as fotos",
  "sidebar.recent": "Adicionadas há pouco",
  "sidebar.picks": "Escolhidas",
  "sidebar.untagged": "Sem etiquetas",
  "sidebar.folders": "Pastas",
  "sidebar.tags": "Etiquetas",
  "sidebar.care": "Cuidados",
  "sidebar.missing": "Ausentes",
  "sidebar.failed": "Não exibidas",
  "sidebar.add-folder": "Adicionar pasta",
  "sidebar.count": "{name}, {count, plural, one {# foto} other {# fotos}}",

  "folder.menu": "Ações para {name}",
  "folder.check": "Verificar agora",
  "folder.remove": "Remover da biblioteca",
  "folder.scanning": "Lendo a pasta",
  "folder.watching": "As mudanças são percebidas na hora",
  "folder.rescan-only":
    "Verificada de vez em quando, porque esta pasta não pode avisar de mudanças",
  "folder.unwatched": "Sem vigiar no momento",
  "folder.offline": "{name} está desconectada. Fotos, etiquetas e miniaturas foram mantidas.",
  "folder.offline.found":
    "{name} está desconectada. As mesmas fotos estão em {path}. Fotos, etiquetas e miniaturas foram mantidas.",
  "folder.take-found": "Usar este lugar",
  "folder.locate": "Localizar…",
  "folder.located": "{name} agora é {path}.",
  "folder.ignore": "Omitir…",
  "folder.rescan.network":
    "{name} está em uma rede e não pode avisar de mudanças, por isso é verificada a cada 2 horas.",
  "folder.rescan.watch-limit":
    "{name} tem mais pastas do que este sistema vigia, por isso é verificada a cada 2 horas. No Linux, é preciso aumentar fs.inotify.max_user_watches e verificar agora.",
  "folder.rescan.handle-limit":
    "Este sistema não permite mais arquivos abertos nem vigias, por isso {name} é verificada a cada 2 horas. No Linux, é preciso aumentar fs.inotify.max_user_instances ou o limite de arquivos abertos.",
  "folder.rescan.watch-failed":
    "{name} não pode avisar de mudanças, por isso é verificada a cada 2 horas.",
  "folder.checking": "Verificando {name}.",
  "folder.removed": "{name} removida da biblioteca.",
  "folder.remove.title": "Remover {name} da biblioteca?",
  "folder.remove.text":
    "Os arquivos ficam onde estão. As etiquetas são mantidas e voltam quando a pasta for adicionada de novo.",
  "folder.remove.confirm": "Remover",
  "folder.added": "{name} adicionada.",
  "folder.added.counted":
    "{name} adicionada. {count, plural, one {# foto encontrada} other {# fotos encontradas}} até agora.",

  "locate-folder.title": "Onde está {name} agora?",
  "locate-folder.text": "Estava em {path}. As fotos mantêm tudo.",
  "locate-folder.confirm": "Está aqui",
  "locate-folder.insist": "Usar mesmo assim",

  "ignore.title": "Omitir partes de {name}",
  "ignore.text":
    "Um padrão por linha, como em um arquivo .gitignore. O que se omite some de todos os resultados e mantém suas etiquetas.",
  "ignore.patterns": "Padrões",
  "ignore.example": "exportadas/",
  "ignore.confirm": "Omitir",
  "ignore.saved":
    "{count, plural, one {# padrão omite} other {# padrões omitem}} partes de {name}.",
  "ignore.saved.none": "Nada de {name} é omitido.",

  "add-folder.title": "Adicionar pasta",
  "add-folder.text":
    "As fotos ficam onde estão. O Semblance lê esta pasta e todas as que estão nela.",
  "add-folder.up": "Subir",
  "add-folder.list": "Pastas em {name}",
  "add-folder.here":
    "{count, plural, =0 {Nenhuma foto diretamente nesta pasta.} one {# foto diretamente nesta pasta.} other {# fotos diretamente nesta pasta.}}",
  "add-folder.known": "Esta pasta já está na biblioteca.",
  "add-folder.none": "Nenhuma pasta aqui.",
  "add-folder.confirm": "Adicionar esta pasta",
  "add-folder.loading": "Lendo a pasta",

  "first-run.title": "Onde estão as fotos?",
  "first-run.text":
    "Nenhuma foto ainda. Ao adicionar uma pasta, elas aparecem conforme são encontradas.",
  "first-run.promise": "Elas ficam onde estão, e nada sai deste computador.",

  "empty.folder": "Nenhuma foto nesta pasta.",
  "empty.folder.reading": "Lendo a pasta. As fotos aparecem conforme são encontradas.",
  "empty.library": "Nenhuma foto nas pastas ainda.",
  "empty.search": "Nenhuma foto corresponde a esta busca.",
  "empty.search.indexing":
    "Nada até agora. {left, plural, one {# foto não foi indexada} other {# fotos não foram indexadas}} ainda.",
  "empty.untagged": "Toda foto tem etiqueta.",
  "empty.picked": "Nenhuma foto escolhida ainda. P marca uma foto como escolhida.",
  "empty.label.similar": "Parecidos:",
  "empty.show-all": "Mostrar todas as fotos",
  "empty.check": "Verificar agora",

  "grid.name": "Fotos",
  "grid.no-date": "Sem data",
  "grid.section-count": "{count, plural, one {# foto} other {# fotos}}",
  "grid.position": "foto {index, number} de {total, number}",
  "grid.row-height": "Altura da linha {px, number}",
  "grid.two-per-row": "Duas fotos por linha",
  "grid.loading-photo": "Foto {index, number}",
  "grid.new-photos": "{count, plural, one {# foto nova} other {# fotos novas}}",
  "tile.failed": "Não pode ser exibida",
  "tile.missing": "Ausente",
  "tile.similarity": "{percent} semelhante",
  "tile.video": "Vídeo",
  "scrubber.pill": "{title} · {count}",

  "menu.photos": "{count, plural, one {# foto} other {# fotos}}",
  "menu.open": "Abrir",
  "menu.find-similar": "Buscar semelhantes",
  "menu.add-tag": "Adicionar etiqueta",
  "menu.show-in-folder": "Mostrar na pasta",
  "menu.copy-path": "Copiar caminho",
  "menu.details": "Detalhes",
  "menu.show-photos": "Mostrar fotos",

  "copy.done": "{count, plural, one {Caminho copiado.} other {# caminhos copiados.}}",
  "copy.failed": "A área de transferência não pode ser usada aqui.",

  "selection.bar": "Seleção",
  "selection.count": "{count, plural, one {# selecionada} other {# selecionadas}}",
  "selection.announce":
    "{count, plural, =0 {Nada selecionado.} one {# foto selecionada.} other {# fotos selecionadas.}}",
  "selection.clear": "Limpar a seleção",

  "label.right": "Certo",
  "label.wrong": "Errado",
  "label.right.of": "Certo: {label}",
  "label.wrong.of": "Errado: {label}",
  "label.no-family": "Isto não é {family}",
  "label.take-back": "Retirar",
  "label.confirmed": "Anotado que {name} mostra {label}.",
  "label.rejected": "Anotado que {name} não é {label}.",
  "label.taken-back": "Retirado o que foi anotado sobre {label} em {name}.",

  "action.undo": "Desfazer",
  "action.try-again": "Tentar de novo",
  "action.dismiss": "Dispensar",
  "action.close": "Fechar",
  "action.cancel": "Cancelar",
  "action.add-folder": "Adicionar pasta",
  "action.show-in-folder": "Mostrar na pasta",
} as const satisfies Partial<Record<MessageKey, string>>;
