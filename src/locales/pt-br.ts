/** Brazilian Portuguese. */
import type { Messages } from './messages.ts';

export const ptBR: Messages = {
  'answer.lead.quotes': 'Nas palavras do próprio artigo:',
  'answer.lead.partly': 'O artigo responde a isso só em parte:',
  'answer.lead.partlyQuotes': 'O artigo responde a isso só em parte. Nas palavras dele:',
  'answer.lead.notInArticle': 'O artigo não diz isso.',
  'answer.lead.correction': 'O artigo diz {{found}}, não {{asked}}:',
  'answer.lead.offTopic': 'Este artigo não trata disso.',
  'answer.lead.unclear': 'Não sei bem o que você quer dizer.',
  'answer.choices': 'É uma destas perguntas? Você também pode dar mais detalhes.',
  'answer.correctButton': 'Corrigir a pergunta',
  'answer.lead.smallTalk':
    'Olá! Respondo a perguntas sobre o artigo “{{title}}” e mostro as palavras exatas por trás de tudo o que digo.',
  'answer.nearest': 'O mais próximo que ele diz:',
  'answer.suggestions': 'Você pode perguntar:',
  'answer.understoodAs': 'Entendi assim: {{question}}',
  'answer.paragraph': '¶{{number}}',
  'answer.details': 'Dados do artigo',
  'answer.citation': '{{place}} {{quote}}',
  'answer.quotationMarks': '“”‘’',
  'gloss.label': 'Tradução para o inglês, não é citação: ',
  'answer.footer.checked_one': '{{count}} afirmação, {{count}} conferida no texto',
  'answer.footer.checked_many': '{{count}} de afirmações, {{count}} conferidas no texto',
  'answer.footer.checked_other': '{{count}} afirmações, {{count}} conferidas no texto',
  'answer.footer.quotesOnly': 'Só citações: são as frases do próprio artigo',
  'answer.footer.moderators': 'Respondido pela moderação',
  'answer.footer.page': 'Página {{page}} de {{pages}}',
  'answer.progress': 'Conferindo a próxima afirmação…',
  'answer.stage.searching': 'Procurando no artigo…',
  'answer.stage.reading': 'Lendo {{places}}…',
  'answer.stage.readingAll': 'Lendo o artigo inteiro…',

  'field.title': 'Título: ',
  'field.author': 'Autoria: ',
  'field.authorNote': 'Sobre o autor: ',
  'field.journal': 'Revista: ',
  'field.publishedAt': 'Publicação: ',
  'field.editor': 'Edição: ',
  'field.keywords': 'Palavras-chave: ',
  'field.headings': 'Intertítulos:\n',

  'evidence.bold': 'As palavras em negrito são as citadas.',
  'evidence.part': 'parte {{part}} de {{parts}}',
  'evidence.previous': '◀ {{place}}',
  'evidence.next': '{{place}} ▶',
  'evidence.back': 'Voltar à citação',

  'search.title': 'Trechos mais próximos de: {{query}}',
  'search.page': 'Resultados {{first}}–{{last}} de {{total}}',
  'search.none': 'Nada no artigo chega perto disso. Tente outras palavras.',
  'search.previous': '◀ Anteriores',
  'search.next': 'Próximos ▶',

  'read.outline': 'Roteiro',
  'read.open': 'Abrir um parágrafo',
  'read.range': '¶{{first}}–¶{{last}}',

  'help.intro':
    'Respondo a perguntas sobre o artigo “{{title}}”. Cada afirmação tem um número como [1]: aperte o botão dela para ver as palavras exatas em que se apoia. Quando o artigo não diz, eu aviso.',
  'help.commands': 'Comandos',
  'help.chat':
    'Você também pode me mencionar, me responder ou me mandar uma mensagem direta. Uma resposta continua a mesma conversa.',
  'help.privacy': 'Não guardo as suas perguntas.',
  'help.examples': 'Por exemplo:',

  'about.published': 'Publicação: {{date}}',
  'about.issue': 'Revista: {{journal}}',
  'about.source': 'Fonte: {{url}}',
  'about.size': 'Tamanho: {{paragraphs}} parágrafos, {{passages}} trechos',
  'about.repairs':
    'Procedência: restaurado a partir de “{{source}}”, {{repairs}} correções registradas, {{removed}} pedaços que não são do artigo deixados de fora',
  'about.generator.extractive': 'Respostas: citações do artigo, nenhum modelo está configurado',
  'about.generator.model': 'Respostas: escritas por {{model}}, com cada afirmação conferida no artigo',
  'about.tokens':
    'Tokens por resposta, na média de {{answers}}: {{tokensIn}} de entrada ({{tokensCached}} deles em cache), {{tokensOut}} de saída',
  'about.cost': 'Custo de 100 respostas, aos preços do operador: {{cost}}',
  'about.version': 'Footnote {{version}}, versão do artigo {{article}}',

  'chat.textWithheld':
    'Aqui o Discord só me mostra o texto de uma mensagem quando ela me menciona. Mencione-me ou aperte o botão para perguntar.',
  'chat.askButton': 'Fazer uma pergunta',
  'chat.askModal.title': 'Perguntar sobre o artigo',
  'chat.askModal.question': 'Sua pergunta',
  'chat.askModal.placeholder': 'O que você gostaria de saber?',
  'error.cannot-speak':
    'Não posso responder em {{channel}}: lá me falta esta permissão: {{permissions}}. A moderação do servidor pode concedê-la.',
  'private.cannotSpeak': 'Só você vê isto, porque me falta esta permissão neste canal: {{permissions}}.',
  'private.settingsUnknown':
    'Só você vê isto, porque não dá para ler as configurações deste servidor no momento.',

  'thread.button': 'Continuar em um tópico',
  'thread.opened': 'A conversa continua em {{thread}}.',
  'thread.first': 'Continue perguntando aqui. Eu conheço a resposta acima.',
  'thread.name': 'Perguntas sobre o artigo',
  'error.thread-not-allowed':
    'Para abrir um tópico aqui é preciso uma permissão que você não tem: {{permissions}}.',
  'error.thread-cannot-open':
    'Não posso abrir um tópico aqui: me falta esta permissão neste canal: {{permissions}}.',

  'permission.ViewChannel': 'Ver canal',
  'permission.SendMessages': 'Enviar mensagens',
  'permission.SendMessagesInThreads': 'Enviar mensagens em tópicos',
  'permission.CreatePublicThreads': 'Criar tópicos públicos',
  'permission.ManageThreads': 'Gerenciar tópicos',
  'permission.ReadMessageHistory': 'Ver histórico de mensagens',
  'permission.separator': ', ',

  'error.bug': 'Algo deu errado do meu lado. Se você relatar, informe esta referência: {{reference}}',
  'error.upstream':
    'Um serviço de que preciso não está respondendo no momento. Tente de novo daqui a um minuto.',
  'error.expired': 'Isto expirou. Pergunte de novo, por favor.',
  'error.question-empty': 'Escreva uma pergunta de até 1.000 caracteres.',
  'error.question-too-long': 'Essa pergunta é longa demais. Fique em até {{limit}} caracteres, por favor.',
  'error.question-without-words': 'Não encontrei palavras nisso. Escreva uma pergunta, por favor.',
  'error.query-empty': 'Escreva o que procurar.',
  'error.paragraph-unknown': 'Esse parágrafo não existe. O artigo tem os parágrafos 1 a {{last}}.',
  'error.wrong-channel': 'A moderação deste servidor só me deixa responder nestes canais: {{channels}}',
  'error.settings-unknown':
    'Não dá para ler as configurações deste servidor no momento, então só respondo a comandos de barra, e em particular.',
  'error.chat-off':
    'A moderação deste servidor desativou as respostas a mensagens. Use o comando de barra, por favor.',
  'error.too-many-questions': 'Foram muitas perguntas. Você pode perguntar de novo <t:{{endsAt}}:R>.',
  'error.not-moderator': 'Só a moderação deste servidor pode fazer isso.',
  'error.server-only': 'Isso só funciona em um servidor.',
  'error.stopping': 'Estou sendo reiniciado agora mesmo. Pergunte de novo daqui a um minuto.',

  'command.ask.name': 'perguntar',
  'command.ask.description': 'Pergunte sobre o artigo e veja as palavras exatas em que a resposta se apoia',
  'command.ask.question.name': 'pergunta',
  'command.ask.question.description': 'Sua pergunta, em qualquer idioma',
  'command.ask.private.name': 'privado',
  'command.ask.private.description': 'Mostrar a resposta só para você',
  'command.search.name': 'buscar',
  'command.search.description': 'Encontre os trechos do artigo mais próximos de algumas palavras',
  'command.search.query.name': 'palavras',
  'command.search.query.description': 'O que procurar',
  'command.read.name': 'ler',
  'command.read.description': 'Leia o artigo: o roteiro, ou um parágrafo',
  'command.read.paragraph.name': 'parágrafo',
  'command.read.paragraph.description': 'O número do parágrafo',
  'command.help.name': 'ajuda',
  'command.help.description': 'O que eu sei fazer e como me perguntar',
  'command.about.name': 'sobre',
  'command.about.description': 'O artigo, de onde ele vem e o que escreve as respostas',

  'command.config.name': 'configurações',
  'command.config.description': 'Para a moderação: onde, como e quanto eu respondo neste servidor',
  'command.config.show.name': 'mostrar',
  'command.config.show.description': 'Mostra as configurações deste servidor',
  'command.config.set.name': 'alterar',
  'command.config.set.description': 'Altera uma configuração',
  'command.config.reset.name': 'redefinir',
  'command.config.reset.description': 'Volta uma configuração, ou todas, ao padrão',
  'command.config.setting.name': 'configuração',
  'command.config.setting.description': 'Qual configuração',
  'command.config.value.name': 'valor',
  'command.config.value.description': 'O novo valor: escolha um ou digite',

  'setting.channels': 'Canais onde posso responder',
  'setting.questionChannels': 'Canais onde cada mensagem é uma pergunta',
  'setting.questionForums': 'Fóruns onde respondo a novas publicações',
  'setting.moderatorRoles': 'Cargos de moderação',
  'setting.chat': 'Respostas a mensagens',
  'setting.language': 'Idioma das respostas',
  'setting.length': 'Tamanho das respostas',
  'setting.questionsPerMinute': 'Perguntas por minuto de cada membro',
  'setting.answersPerDay': 'Respostas do modelo por dia',
  'setting.word.all': 'todos os canais',
  'setting.word.nowhere': 'nenhum',
  'setting.word.none': 'só “Gerenciar servidor”',
  'setting.word.on': 'ativado',
  'setting.word.off': 'desativado',
  'setting.word.asker': 'o idioma da pergunta',
  'setting.word.short': 'curto',
  'setting.word.normal': 'médio',
  'setting.word.long': 'longo',
  'setting.word.unlimited': 'sem limite',

  'moderator.databaseAway':
    '⚠️ Para você, da moderação: não dá para usar o meu banco de dados no momento. Sigo com as últimas configurações que conhecia ou, sem elas, com o padrão e em particular; não dá para salvar mudanças, e nada foi sobrescrito. O log do operador diz por quê.',
  'config.title': '**Configurações deste servidor**',
  'config.line': '• {{name}}: **{{value}}**',
  'config.lineChanged': '• {{name}}: **{{value}}** (padrão: {{initial}})',
  'config.andMore': '{{shown}} e mais {{more}}',
  'config.usedToday': 'Respostas do modelo hoje (UTC): {{used}}. Quando as do dia acabam, sigo com citações.',
  'config.howToChange':
    'Altere uma com `/configurações alterar` e volte ao padrão com `/configurações redefinir`.',
  'config.changed': '{{name}}: {{before}} → **{{after}}**',
  'config.applies': 'Isso vale a partir da próxima pergunta.',
  'config.unchanged': '{{name}}: já é **{{value}}**, então nada foi alterado.',
  'config.nothingToReset': 'Todas as configurações já estão no padrão, então nada foi alterado.',
  'config.stale':
    '⚠️ Não dá para ler o banco de dados no momento. Estas são as últimas configurações que eu conhecia, e sigo com elas. Até ele voltar, não dá para salvar mudanças; nada foi sobrescrito.',
  'config.unknown':
    '⚠️ Não dá para ler o banco de dados, e não conheço as configurações deste servidor. Até ele voltar, só respondo a comandos de barra, em particular; nada foi sobrescrito. O que segue é o padrão.',

  'error.setting-invalid-channels':
    'Isso não é uma lista de canais. Mencione até {{most}} canais, como #geral, ou escreva: {{words}}',
  'error.setting-invalid-roles':
    'Isso não é uma lista de cargos. Mencione até {{most}} cargos, ou escreva: {{words}}',
  'error.setting-invalid-switch':
    'Essa configuração fica ativada ou desativada. Escreva uma destas palavras: {{words}}',
  'error.setting-invalid-choice': 'Essa configuração não tem esse valor. Escreva um destes: {{words}}',
  'error.setting-invalid-language':
    'Não conheço esse idioma. Escreva um destes, ou o código de outro idioma, como fr: {{words}}',
  'error.setting-invalid-amount': 'Escreva um número inteiro de {{least}} a {{most}}, ou: {{words}}',
  'error.setting-not-here': 'Não é deste servidor, então nada foi alterado: {{ids}}',
  'error.settings-not-saved':
    'Não dá para gravar no banco de dados no momento, então nada foi alterado. Tente de novo mais tarde; o log do operador diz por quê.',
};
