import type { enState } from "../en-state.ts";

export const state = {
  "settings.look": "Aparência",
  "settings.grid": "Grade",
  "settings.folders": "Pastas",
  "settings.sidecars": "Sidecars",
  "settings.pace": "Velocidade",
  "settings.keys": "Teclas",
  "settings.privacy": "Privacidade",
  "settings.search": "Buscar ajustes",
  "settings.found":
    "{count, plural, =0 {Nenhum ajuste encontrado.} one {# ajuste encontrado.} other {# ajustes encontrados.}}",
  "settings.found.none": "Nenhum ajuste tem estas palavras.",
  "settings.found.at": "{name}, {page}",

  "look.text": "A aparência da janela neste computador. As mudanças valem na hora.",
  "look.theme.words": "tema aparência escuro claro modo cor noite sistema",
  "look.surround": "Fundo das fotos",
  "look.surround.text": "A cor em volta da foto que está à vista. L muda no visualizador.",
  "look.surround.words": "fundo em volta visualizador preto branco cinza cor",
  "look.notices": "Os avisos ficam",
  "look.notices.text":
    "Dizem o que foi feito e oferecem desfazer. Mais tarde, Desfazer e o Histórico fazem isso.",
  "look.notices.words": "aviso mensagem notificação desfazer tempo segundos dispensar",
  "look.notices.8": "8 segundos",
  "look.notices.20": "20 segundos",
  "look.notices.0": "Até dispensá-los",
  "sidebar.width": "Largura da barra lateral",
  "look.sidebar": "Mostrar a barra lateral",
  "look.sidebar.words": "barra lateral painel esquerda pastas álbuns etiquetas ocultar",
  "look.details": "Mostrar os detalhes ao lado das fotos",
  "look.details.words": "detalhes painel direita informações metadados exif ocultar",

  "grid-page.text": "Como as fotos são dispostas.",
  "grid-page.size": "Tamanho das miniaturas",
  "grid-page.size.text": "A altura de uma linha; na grade, teclas também a mudam.",
  "grid-page.size.words": "miniatura tamanho linha altura zoom maior menor mosaico grade",
  "grid-page.size.value": "{px, number} px",
  "grid-page.seconds": "Tempo de cada foto na apresentação",
  "grid-page.seconds.words": "apresentação slides segundos intervalo velocidade tempo",
  "grid-page.seconds.value": "{count, number} s",

  "folders-page.text":
    "As pastas que o Semblance lê. As fotos ficam onde estão e nada nelas é alterado.",
  "folders-page.list": "Pastas da biblioteca",
  "folders-page.list.words":
    "pasta adicionar remover biblioteca vigiar verificar desconectada localizar omitir ignorar excluir caminho disco pausa",
  "folders-page.none": "Nenhuma pasta ainda.",
  "folders-page.ignored": "Omitido: {patterns}",
  "folders-page.ignored.edit": "Editar",
  "folders-page.ignored.edit.of": "Editar o que se omite de {name}",
  "folders-page.mirrors": "Grava arquivos .xmp",
  "folders-page.removed": "Pastas removidas",
  "folders-page.removed.text":
    "O que foi inserido sobre as fotos espera por elas. Basta adicionar a pasta de novo.",
  "folders-page.removed.words": "removidas pastas esquecer excluir etiquetas manter",
  "folders-page.removed.counts":
    "{count, plural, one {# foto} other {# fotos}}, {kept, number} com algo inserido à mão",
  "folders-page.forget": "Esquecer…",
  "folders-page.forget.of": "Esquecer {name}",
  "folder.state.scanning": "Lendo",
  "folder.state.watching": "Vigiada",
  "folder.state.rescan-only": "A cada 2 horas",
  "folder.state.offline": "Desconectada",
  "folder.state.denied": "Sem permissão",
  "folder.state.unwatched": "Sem vigiar",
  "folder.state.paused": "Em pausa",
  "folder.check.of": "Verificar agora: {name}",
  "folder.denied":
    "Esta conta não tem permissão para ler {name}. Fotos, etiquetas e miniaturas foram mantidas. Assim que tiver, o Semblance continua sozinho.",
  "folder.unreadable.denied":
    "{others, plural, =0 {Esta conta não tem permissão para ler {directory} nesta pasta.} one {Esta conta não tem permissão para ler {directory} nem outra pasta dentro dela.} other {Esta conta não tem permissão para ler {directory} nem outras # pastas dentro dela.}} Fotos, etiquetas e miniaturas foram mantidas.",
  "folder.unreadable.failed":
    "{others, plural, =0 {Não foi possível ler {directory} nesta pasta.} one {Não foi possível ler {directory} nem outra pasta dentro dela.} other {Não foi possível ler {directory} nem outras # pastas dentro dela.}} Fotos, etiquetas e miniaturas foram mantidas.",
  "folder.checked-at": "Última verificação às {time}.",
  "folder.paused": "Em pausa. Nada novo é percebido nem indexado aqui até retomar.",
  "folder.pause": "Pausar",
  "folder.resume": "Retomar",
  "folder.pause.done": "{name} está em pausa.",
  "folder.resume.done": "{name} voltou a ser seguida.",
  "folder.show": "Mostrar fotos",
  "forget-folder.title": "Esquecer {name}?",
  "forget-folder.text":
    "A biblioteca apaga o que sabe de {count, plural, one {# foto} other {# fotos}} e o que foi inserido sobre {kept, number} delas. Nenhum arquivo é tocado. Isto não pode ser desfeito.",
  "forget-folder.confirm": "Esquecer",
  "forget-folder.done": "{name} foi esquecida.",

  "sidecars-page.text":
    "Lightroom, digiKam, darktable e outros leem etiquetas, classificações e legendas de arquivos .xmp ao lado das fotos. As fotos em si nunca são alteradas.",
  "sidecars-page.name": "Nome de um arquivo .xmp novo",
  "sidecars-page.name.text": "Os arquivos que já existem mantêm o nome.",
  "sidecars-page.name.words": "sidecar xmp nome arquivo lightroom darktable digikam",
  "sidecars-page.name.full": "IMG_1.jpg.xmp",
  "sidecars-page.name.stem": "IMG_1.xmp",
  "sidecars-page.folders": "Gravar arquivos .xmp em",
  "sidecars-page.folders.words":
    "sidecar xmp gravar etiquetas classificações legendas lightroom digikam espelho",
  "sidecars-page.synced": "Tudo gravado.",

  "pace.text": "A indexação corre em segundo plano e dá passagem durante a navegação.",
  "pace.choice": "Quanto do processador a indexação usa",
  "pace.choice.words":
    "velocidade processador cpu suave equilibrada total ventoinha lento rápido bateria indexação",
  "pace.quarter": "Suave",
  "pace.half": "Equilibrada",
  "pace.full": "Total",
  "pace.quarter.text": "Um quarto. O computador fica frio e silencioso.",
  "pace.half.text": "A metade. Sobra espaço para outros programas.",
  "pace.full.text": "Tudo. As fotos ficam prontas o quanto antes.",
  "pace.pause": "Pausar a indexação",
  "pace.pause.text":
    "Nada novo é indexado até retomar, nem depois de reiniciar. As fotos na tela são mostradas.",
  "pace.pause.words": "pausa parar retomar indexação segundo plano",
  "pace.battery": "Na bateria, uma foto é indexada por vez, seja qual for a escolha.",
  "pace.short": "Velocidade",

  "keys-page.text": "Tudo pode ser feito com o teclado, e cada tecla pode ser outra.",
  "keys-page.single": "Teclas simples",
  "keys-page.single.text":
    "Letras, dígitos e sinais agem sozinhos na grade e no visualizador. Sem isto, nada fazem lá; ficam as setas e as teclas com {mod}.",
  "keys-page.single.words":
    "teclado atalhos simples letra teclas ditado voz desligar acessibilidade",
  "keys-page.list": "Todas as teclas",
  "keys-page.list.words": "teclado atalhos lista mudar atribuir restaurar",

  "privacy.text": "O Semblance trabalha só neste computador.",
  "privacy.network": "O que sai deste computador",
  "privacy.network.text":
    "Nada por si só. Fotos, etiquetas, locais e buscas ficam aqui, e não há telemetria. A única coisa que se baixa, e só a pedido, é um arquivo de modelo ou as bibliotecas da placa de vídeo.",
  "privacy.network.words": "rede internet enviar telemetria nuvem sem conexão dados rastreio",
  "privacy.files": "Os arquivos",
  "privacy.files.text":
    "As fotos são lidas e nunca gravadas. Os arquivos só vão para a lixeira a pedido, e os arquivos .xmp só são gravados onde isso for ligado.",
  "privacy.files.words": "arquivos originais gravar alterar excluir seguro",
  "privacy.recent": "Buscas recentes",
  "privacy.recent.text":
    "{count, plural, =0 {Nenhuma é guardada.} one {# busca é guardada neste computador.} other {# buscas são guardadas neste computador.}}",
  "privacy.recent.words": "buscas recentes histórico limpar esquecer",
  "privacy.recent.clear": "Limpar",
  "privacy.recent.clear.name": "Limpar as buscas recentes",
  "privacy.recent.cleared": "As buscas recentes foram apagadas.",
  "privacy.place": "Locais nas cópias exportadas",
  "privacy.place.text": "Ao exportar, “Omitir onde foram tiradas” tira o local das cópias.",
  "privacy.place.words": "gps localização local exportar compartilhar retirar metadados",

  "models-page.words": "modelo resnet inicial rótulos semelhantes baixar onnx rede neural",
  "own-model.words": "modelo arquivo onnx próprio personalizado classificador",
  "machine-page.words": "placa de vídeo gpu cuda directml coreml webgpu processador",
  "sizes.words": "disco espaço miniaturas prévias cópias cache limpar tamanho armazenamento",

  "first-steps.name": "Passos",
  "first-steps.folders": "Pastas",
  "first-steps.tags": "As etiquetas",
  "first-steps.speed": "Velocidade",
  "first-steps.next": "Avançar",
  "first-steps.skip": "Pular",
  "first-steps.done": "Concluir",
  "first-steps.later": "Dá para mudar depois.",
  "first-steps.speed.text": "Quanto do processador a indexação pode usar?",
  "first-steps.suggestions": "Sugestões",
  "first-steps.suggestion": "Adicionar {name}",
  "first-steps.suggestion.count":
    "{count, plural, =0 {} one {# foto diretamente nela} other {# fotos diretamente nela}}",

  "activity.now": "{folder} › {name}",
  "activity.now.name": "Lendo agora",
  "activity.first": "O que está na tela vai primeiro.",
  "activity.missing": "{count, plural, one {# foto ausente.} other {# fotos ausentes.}}",
  "activity.show-missing": "Mostrar",
  "activity.show.failed.name": "Mostrar o que não pôde ser exibido",
  "activity.show.missing.name": "Mostrar o que está ausente",

  "care.name": "O que pode ser feito",
  "care.failed":
    "{count, plural, one {# foto não pôde ser exibida.} other {# fotos não puderam ser exibidas.}}",
  "care.failed.text":
    "{count, plural, one {Ela mantém suas etiquetas e é tentada de novo quando o arquivo muda.} other {Elas mantêm suas etiquetas e são tentadas de novo quando os arquivos mudam.}}",
  "care.missing":
    "{count, plural, one {# arquivo não está onde estava.} other {# arquivos não estão onde estavam.}}",
  "care.missing.text":
    "{count, plural, one {As etiquetas foram mantidas. Ao adicionar a pasta que o contém agora, ele é reconhecido pelo conteúdo.} other {As etiquetas foram mantidas. Ao adicionar a pasta que os contém agora, eles são reconhecidos pelo conteúdo.}}",
  "care.reason": "{text} {count, plural, one {# foto.} other {# fotos.}}",
  "care.retry": "Tentar de novo",
  "care.retry.of": "Tentar de novo: {text}",
  "care.retry.all": "Tentar todas de novo",
  "care.retry.some": "Tentar {count, number} de novo",
  "care.retrying":
    "{count, plural, =0 {Nada espera outra tentativa.} one {# foto é tentada de novo.} other {# fotos são tentadas de novo.}}",
  "care.locate": "Localizar…",
  "care.check": "Verificar de novo",
  "care.checking": "{count, plural, one {Verificando # pasta.} other {Verificando # pastas.}}",
  "care.forget": "Remover da biblioteca…",
  "care.forget.all": "Remover todas da biblioteca…",
  "care.forget.some": "Remover {count, number} da biblioteca…",
  "care.forgotten":
    "{count, plural, =0 {Nada faltava mais.} one {# foto removida da biblioteca.} other {# fotos removidas da biblioteca.}}",
  "care.show-in-folder": "Mostrar na pasta",
  "care.why": "Por quê",
  "forget.title":
    "Remover {count, plural, one {# foto ausente} other {# fotos ausentes}} da biblioteca?",
  "forget.text":
    "O que a biblioteca sabe {count, plural, one {dela} other {delas}} é apagado: etiquetas, estrelas, legendas, lugar nos álbuns. Se um arquivo reaparecer, será uma foto nova. Isto não pode ser desfeito.",
  "forget.confirm": "Remover",

  "review.title": "A conferir",
  "review.text": "Estes arquivos viraram outras imagens. As etiquetas ficam até serem conferidas.",
  "review.card": "{name}, {at, number} de {total, number}",
  "review.before": "Antes",
  "review.now": "Agora",
  "review.before.gone": "Nenhuma imagem dela foi guardada.",
  "review.replaced": "Substituída em {when}",
  "review.same": "Manter etiquetas",
  "review.same.text": "É a mesma foto, editada.",
  "review.another": "Tirar etiquetas",
  "review.another.text": "É outra foto. A anterior fica ausente, com suas etiquetas.",
  "review.same.all": "Manter todas as etiquetas",
  "review.none": "Nada a conferir.",
  "review.more": "Mostrar mais",
  "review.show": "Mostrar como fotos",
  "review.kept":
    "{count, plural, one {# foto mantém suas etiquetas.} other {# fotos mantêm suas etiquetas.}}",
  "review.cleared":
    "{count, plural, one {# foto ficou sem as etiquetas da anterior.} other {# fotos ficaram sem as etiquetas da anterior.}}",

  "fault.title": "Algo deu errado aqui.",
  "fault.text": "O resto da janela continua funcionando, e o que foi inserido está salvo.",
  "fault.copy": "Copiar detalhes",
  "fault.copied": "Detalhes copiados.",
  "loading.photos": "Lendo fotos",
  "notice.reader.photo":
    "O motor parou cinco vezes seguidas ao ler {name}. As fotos continuam à vista.",
  "notice.reader": "O motor parou cinco vezes seguidas. As fotos continuam à vista.",
  "notice.set-aside": "Pôr esse arquivo de lado",
  "notice.start-again": "Iniciar de novo",
  "notice.free-space": "Liberar espaço",
  "notice.models": "Modelos",
} as const satisfies Record<keyof typeof enState, string>;
