/** What the other commands show: the article and its repairs, search, reading, privacy, checked claims. */
export const reading = {
  'field.title': 'Título: ',
  'field.author': 'Autoria: ',
  'field.authorNote': 'Sobre o autor: ',
  'field.journal': 'Revista: ',
  'field.publishedAt': 'Publicação: ',
  'field.editor': 'Edição: ',
  'field.keywords': 'Palavras-chave: ',
  'field.headings': 'Intertítulos:\n',

  'search.title': 'Trechos mais próximos de: {{query}}',
  'search.page': 'Resultados {{first}}–{{last}} de {{total}}',
  'search.none': 'Nada no artigo chega perto disso. Tente outras palavras.',
  'search.previous': '◀ Anteriores',
  'search.next': 'Próximos ▶',

  'read.outline': 'Roteiro',
  'read.open': 'Abrir um parágrafo',
  'read.range': '¶{{first}}–¶{{last}}',

  'quotation.button': 'Copiar como citação',
  'quotation.plain': 'Forma simples',

  'about.published': 'Publicação: {{date}}',
  'about.issue': 'Revista: {{journal}}',
  'about.source': 'Fonte: {{url}}',
  'about.size': 'Tamanho: {{paragraphs}}, {{passages}}',
  'about.paragraphs_one': '{{count}} parágrafo',
  'about.paragraphs_many': '{{count}} de parágrafos',
  'about.paragraphs_other': '{{count}} parágrafos',
  'about.passages_one': '{{count}} trecho',
  'about.passages_many': '{{count}} de trechos',
  'about.passages_other': '{{count}} trechos',
  'about.repairs': 'Procedência: restaurado a partir de “{{source}}”, {{repairs}}, {{removed}}',
  'about.repaired_one': '{{count}} correção registrada',
  'about.repaired_many': '{{count}} de correções registradas',
  'about.repaired_other': '{{count}} correções registradas',
  'about.leftOut_one': '{{count}} pedaço que não é do artigo deixado de fora',
  'about.leftOut_many': '{{count}} de pedaços que não são do artigo deixados de fora',
  'about.leftOut_other': '{{count}} pedaços que não são do artigo deixados de fora',
  'about.generator.extractive': 'Respostas: citações do artigo, nenhum modelo está configurado',
  'about.generator.model': 'Respostas: escritas por {{model}}, com cada afirmação conferida no artigo',
  'about.tokens':
    'Tokens por resposta, na média de {{answers}}: {{tokensIn}} de entrada (dos quais {{tokensCached}} em cache), {{tokensOut}} de saída',
  'about.cost': 'Custo de 100 respostas, aos preços do operador: {{cost}}',
  'about.version': 'Footnote {{version}}, versão do artigo {{article}}',
  'about.figures':
    'Última medição ({{date}}, {{by}}): respondidas corretamente, {{right}} de {{judged}}; recusadas onde o artigo não responde, {{refused}} de {{unanswerable}}',
  'about.figures.quotes': 'apenas citações',

  'repairs.button': 'Correções e partes omitidas',
  'repairs.page': 'Correções {{first}}–{{last}} de {{total}}',
  'repairs.removed': 'Omitido ({{what}}): {{text}}',
  'repairs.nothing': 'nada',
  'repairs.what.links': 'links para outras páginas',
  'repairs.what.search-words': 'linha de palavras de busca antes do título',
  'repairs.what.no-words': 'linha sem nenhuma palavra',
  'repairs.step.drop-readings': 'Pronúncias removidas',
  'repairs.step.convert-script': 'Caracteres simplificados',
  'repairs.step.set-punctuation': 'Pontuação corrigida',
  'repairs.step.join-name': 'Nome reunido',
  'repairs.step.split-keywords': 'Palavras-chave separadas',
  'repairs.step.restore-bytes': 'Caracteres perdidos restaurados',

  'check.supported': 'Confirmado pelo artigo',
  'check.contradicted': 'Contradito pelo artigo',
  'check.not-in-article': 'Não encontrado no artigo',
  'check.leftOut': 'Nem toda a mensagem foi conferida: no máximo {{most}} frases, de tamanho limitado.',
  'privacy.title': 'O que eu guardo',
  'privacy.answers':
    'De cada resposta: o resultado, os trechos citados, as versões, o idioma, a hora e o que consumiu, sem quem perguntou. Por {{days}} dias.',
  'privacy.votes':
    'De cada voto em uma resposta: quem votou, em qual servidor, o voto, o motivo e o comentário, e a hora. Por {{days}} dias.',
  'privacy.counts':
    'Onde a moderação limita as perguntas por dia: quantas você fez hoje, até meia-noite UTC. A exclusão não apaga isso, senão o limite não valeria nada.',
  'privacy.pending':
    'Enquanto trabalho numa pergunta: o necessário para terminá-la depois de uma reinicialização, criptografado. É apagado assim que você recebe a resposta e, no máximo, depois de 15 minutos.',
  'privacy.questionsKept':
    'A moderação deste servidor permite que eu guarde as perguntas e quem as fez, por {{days}} dias.',
  'privacy.questionsNotKept': 'As perguntas feitas aqui não são guardadas.',
  'privacy.questionsUnknown': 'No momento não dá para ler se este servidor guarda as perguntas.',
  'privacy.gaps':
    'O que você envia aos moderadores, e que quer saber de uma resposta, é guardado com o seu id até você ser avisado, no máximo {{days}} dias.',
  'privacy.model':
    'Para escrever uma resposta, a pergunta e a conversa anterior são enviadas ao modelo de linguagem que o operador escolheu.',
  'privacy.noModel': 'As perguntas não vão para nenhum modelo de linguagem: nenhum está configurado.',
  'privacy.yours': 'Você pode baixar ou apagar o que é guardado sobre você, em todos os servidores.',
  'privacy.export': 'Baixar os meus dados',
  'privacy.delete': 'Apagar os meus dados',
  'privacy.exported': 'Tudo o que é guardado sobre você está neste arquivo.',
  'privacy.sure':
    'Isto apaga os seus votos, e as perguntas guardadas como suas, em todos os servidores. Não dá para desfazer.',
  'privacy.deleteAll': 'Apagar tudo',
  'privacy.deleted':
    'Apagado de vez. Votos: {{votes}}. Perguntas: {{questions}}. Com os moderadores: {{total}}.',
};
