import type { enErrors } from "../en-errors.ts";

export const errors = {
  "error.file-missing": "Este arquivo não está onde estava. As etiquetas foram mantidas.",
  "error.file-unreadable": "Esta conta não tem permissão para ler este arquivo.",
  "error.name-invalid": "O nome deste arquivo não pode ser lido. Com outro nome, a foto aparece.",
  "error.format-unsupported":
    "Este tipo de arquivo não pode ser exibido. Ele mantém suas etiquetas.",
  "error.image-corrupt": "Este arquivo está danificado e não pode ser exibido.",
  "error.image-too-large": "Esta imagem passa do limite de memória.",
  "error.decode-timeout": "Este arquivo levou mais de 20 segundos para abrir.",
  "error.exiftool-missing":
    "As fotos RAW são lidas pelo exiftool, que precisa do Perl. É preciso instalar o Perl e tentar de novo.",
  "error.decoder-crashed": "Abrir este arquivo falhou duas vezes, por isso ele foi separado.",
  "error.folder-unavailable":
    "Esta pasta está desconectada ou não pode ser lida. Fotos, etiquetas e miniaturas foram mantidas.",
  "error.folder-overlaps": "Esta pasta já está na biblioteca, ou contém uma pasta que está.",
  "error.folder-mismatch": "As fotos desta pasta não estão lá.",
  "error.folder-unknown": "Esta pasta não está mais na biblioteca.",
  "error.trash-failed":
    "O sistema não conseguiu mover este arquivo para a lixeira. Ele continua onde estava.",
  "error.sidecar-invalid": "O arquivo XMP ao lado desta foto está danificado. Ele fica como está.",
  "error.sidecar-conflict": "Outro programa alterou o mesmo campo desta foto.",
  "error.file-read-only": "Esta pasta é somente leitura. As etiquetas ficam na biblioteca.",
  "error.photo-unknown": "Esta foto não está mais na biblioteca.",
  "error.photo-mismatch": "É outra imagem.",
  "error.file-claimed": "Este arquivo é de outra foto, que tem algo inserido à mão.",
  "error.file-outside":
    "Este arquivo não está em nenhuma pasta da biblioteca. Ao adicionar a pasta dele, a foto é reconhecida pelo conteúdo.",
  "error.photo-not-indexed": "Esta foto vai primeiro. Um momento.",
  "error.tag-invalid": "Uma etiqueta precisa de um nome sem partes vazias.",
  "error.tag-unknown": "Essa etiqueta não existe mais.",
  "error.tag-into-itself": "Uma etiqueta não pode ser movida para dentro de si mesma.",
  "error.album-unknown": "Este álbum não existe mais.",
  "error.album-invalid":
    "Não é possível. Um álbum precisa de um nome que nenhum outro tenha, sem partes vazias nem aspas.",
  "error.undo-conflict":
    "Uma alteração posterior nas mesmas fotos impede isto. É preciso desfazê-la antes.",
  "error.undo-impossible": "Isto não pode ser desfeito nem refeito.",
  "error.query-invalid": "Esta busca está incompleta.",
  "error.model-missing": "Para buscar semelhantes é preciso um modelo.",
  "error.model-invalid": "O arquivo do modelo não pode ser usado.",
  "error.explanation-impossible": "Este modelo não pode mostrar o que observou.",
  "error.model-in-use": "Este modelo está em uso ou veio com o aplicativo, por isso fica.",
  "error.download-failed": "O download parou. O que chegou foi mantido e pode continuar.",
  "error.provider-unavailable": "Este processador ou placa de vídeo não pode ser usado aqui.",
  "error.library-in-use": "Esta biblioteca está aberta em outro programa.",
  "error.backup-invalid":
    "Este arquivo não é uma cópia de segurança de uma biblioteca, ou está danificado.",
  "error.file-exists": "Já existe um arquivo com este nome. Ele fica como está.",
  "error.indexing-paused": "A indexação está pausada.",
  "error.library-unreadable":
    "O arquivo da biblioteca está danificado ou é de uma versão mais nova.",
  "error.disk-full":
    "O disco da biblioteca está cheio. Esta alteração não foi salva; as anteriores, sim.",
  "error.request-invalid": "Algo deu errado aqui. O registro tem os detalhes.",
  "error.request-forbidden": "Isto não pode ser feito daqui.",
  "error.engine-unavailable": "O motor parou e está iniciando de novo. As fotos continuam à vista.",
  "error.cancelled": "Cancelado.",
  "error.unexpected": "Algo deu errado aqui. O registro tem os detalhes.",
} as const satisfies Record<keyof typeof enErrors, string>;
