/** Why something was not done, and what to do instead. */
export const errors = {
  'error.cannot-speak':
    'Não posso responder em {{channel}}: lá me falta esta permissão: {{permissions}}. A moderação do servidor pode concedê-la.',
  'error.claims-none': 'Essa mensagem não tem nenhuma afirmação que se possa conferir com o artigo.',

  'error.thread-not-allowed':
    'Para abrir um tópico aqui é preciso uma permissão que você não tem: {{permissions}}.',
  'error.thread-cannot-open':
    'Não posso abrir um tópico aqui: me falta esta permissão neste canal: {{permissions}}.',

  'error.bug': 'Algo deu errado do meu lado. Se você relatar, informe esta referência: {{reference}}',
  'error.upstream':
    'Um serviço de que preciso não está respondendo no momento. Tente de novo daqui a um minuto.',
  'error.databaseAway': 'Meu banco de dados não pode ser usado no momento. Tente de novo daqui a um minuto.',
  'error.not-asker': 'Só quem perguntou, ou um moderador, pode fazer isso.',
  'error.post-not-allowed': 'Para publicar aqui, você precisa de: {{permissions}}.',
  'error.expired': 'Isto expirou. Pergunte de novo, por favor.',
  'error.question-empty': 'Escreva uma pergunta de até 1.000 caracteres.',
  'error.question-too-long': 'Essa pergunta é longa demais. Fique em até {{limit}} caracteres, por favor.',
  'error.question-without-words': 'Não encontrei palavras nisso. Escreva uma pergunta, por favor.',
  'error.query-empty': 'Escreva o que procurar.',
  'error.paragraph-unknown': 'Esse parágrafo não existe. O artigo tem os parágrafos 1 a {{last}}.',
  'error.wrong-channel': 'A moderação deste servidor só me deixa responder nestes canais: {{channels}}',
  'error.chat-off':
    'A moderação deste servidor desativou as respostas a mensagens. Use o comando de barra, por favor.',
  'error.direct-off': 'Não respondo a mensagens diretas. Use o comando, ou pergunte em um servidor.',
  'error.too-many-questions': 'Foram muitas perguntas. Você pode perguntar de novo <t:{{endsAt}}:R>.',
  'error.member-day':
    'Você já fez hoje todas as perguntas que a moderação deste servidor permite a cada membro. Você pode perguntar de novo <t:{{endsAt}}:R>.',
  'error.channel-limit':
    'Este canal já teve todas as perguntas que a moderação deste servidor permite. Você pode perguntar aqui de novo <t:{{endsAt}}:R>.',
  'error.server-limit':
    'Este servidor já teve todas as perguntas que a moderação permite. Você pode perguntar de novo <t:{{endsAt}}:R>.',
  'error.fair-share':
    'Você já usou hoje uma boa parte das perguntas deste servidor; o resto é para os outros. Você pode perguntar de novo <t:{{endsAt}}:R>.',
  'error.too-busy': 'Muita gente está me perguntando agora. Tente de novo <t:{{endsAt}}:R>.',
  'error.not-moderator': 'Só a moderação deste servidor pode fazer isso.',
  'error.server-only': 'Isso só funciona em um servidor que me instalou.',
  'error.under-way': 'Isso já está sendo feito. Um momento, por favor.',
  'error.stopping': 'Estou sendo reiniciado agora mesmo. Pergunte de novo daqui a um minuto.',
  'error.interrupted': 'Fui interrompido antes de terminar. Tente de novo.',

  'error.model-not-allowed':
    'O operador não permite esse modelo, então nada foi alterado. Permitidos: {{models}}',
  'error.prices-unknown':
    'O operador não definiu preços para o modelo, então o dinheiro não pode ser contado e nada foi alterado. Um orçamento de tokens funciona.',
  'error.denied-channel': 'A moderação deste servidor não me deixa responder neste canal.',
  'error.member-barred': 'A moderação deste servidor decidiu que você não pode perguntar aqui.',
  'error.role-denied': 'Com um dos seus cargos, a moderação deste servidor não deixa você perguntar.',
  'error.role-missing': 'Neste servidor, só membros com um destes cargos podem perguntar: {{roles}}',
  'error.file-too-large': 'Esse arquivo passa de {{most}} KiB, por isso não foi lido.',
  'error.file-no-text': 'Esse arquivo não é texto em UTF-8, por isso nada foi mudado.',
};
