/** Why something was not done, and what to do instead. */
export const errors = {
  'error.cannot-speak':
    'No puedo responder en {{channel}}: allí me falta este permiso: {{permissions}}. La moderación del servidor puede concederlo.',
  'error.claims-none': 'Ese mensaje no contiene ninguna afirmación que contrastar con el artículo.',

  'error.thread-not-allowed': 'Para abrir un hilo aquí hace falta un permiso que no tienes: {{permissions}}.',
  'error.thread-cannot-open':
    'No puedo abrir un hilo aquí: me falta este permiso en este canal: {{permissions}}.',

  'error.bug': 'Algo ha fallado por mi parte. Si lo comunicas, indica esta referencia: {{reference}}',
  'error.upstream':
    'Un servicio que necesito no responde ahora mismo. Vuelve a intentarlo dentro de un minuto.',
  'error.databaseAway':
    'Mi base de datos no se puede usar ahora mismo. Vuelve a intentarlo dentro de un minuto.',
  'error.not-asker': 'Solo quien preguntó, o un moderador, puede hacerlo.',
  'error.post-not-allowed': 'Para publicar aquí necesitas: {{permissions}}.',
  'error.expired': 'Esto ha caducado. Vuelve a preguntar, por favor.',
  'error.question-empty': 'Escribe una pregunta de 1000 caracteres como máximo.',
  'error.question-too-long': 'Esa pregunta es demasiado larga. No pases de {{limit}} caracteres, por favor.',
  'error.question-without-words': 'No he encontrado palabras ahí. Escribe una pregunta, por favor.',
  'error.query-empty': 'Escribe qué hay que buscar.',
  'error.paragraph-unknown': 'Ese párrafo no existe. El artículo tiene los párrafos 1 a {{last}}.',
  'error.wrong-channel':
    'La moderación de este servidor solo me deja responder en estos canales: {{channels}}',
  'error.chat-off':
    'La moderación de este servidor ha desactivado las respuestas a mensajes. Usa el comando de barra, por favor.',
  'error.direct-off': 'No respondo a mensajes directos. Usa el comando, o pregunta en un servidor.',
  'error.too-many-questions': 'Son muchas preguntas seguidas. Podrás volver a preguntar <t:{{endsAt}}:R>.',
  'error.member-day':
    'Hoy ya hiciste todas las preguntas que la moderación de este servidor permite a cada miembro. Podrás volver a preguntar <t:{{endsAt}}:R>.',
  'error.channel-limit':
    'Este canal ya tuvo todas las preguntas que permite la moderación de este servidor. Podrás volver a preguntar aquí <t:{{endsAt}}:R>.',
  'error.server-limit':
    'Este servidor ya tuvo todas las preguntas que permite su moderación. Podrás volver a preguntar <t:{{endsAt}}:R>.',
  'error.fair-share':
    'Hoy ya usaste una buena parte de las preguntas de este servidor; el resto es para los demás. Podrás volver a preguntar <t:{{endsAt}}:R>.',
  'error.too-busy': 'Ahora mismo me preguntan muchísimas personas. Vuelve a intentarlo <t:{{endsAt}}:R>.',
  'error.not-moderator': 'Solo la moderación de este servidor puede hacer eso.',
  'error.server-only': 'Eso solo funciona en un servidor que me haya instalado.',
  'error.under-way': 'Ya se está haciendo. Un momento, por favor.',
  'error.stopping': 'Me están reiniciando ahora mismo. Vuelve a preguntar dentro de un minuto.',
  'error.interrupted': 'Me han interrumpido antes de terminar. Inténtalo de nuevo.',

  'error.model-not-allowed':
    'El operador no permite ese modelo, así que no se ha cambiado nada. Permitidos: {{models}}',
  'error.prices-unknown':
    'El operador no ha puesto precios al modelo, así que el dinero no se puede contar y no se ha cambiado nada. Un presupuesto de tokens sí funciona.',
  'error.denied-channel': 'La moderación de este servidor no me deja responder en este canal.',
  'error.member-barred': 'La moderación de este servidor ha decidido que no puedes preguntar aquí.',
  'error.role-denied': 'Con uno de tus roles, la moderación de este servidor no te deja preguntar.',
  'error.role-missing':
    'En este servidor solo pueden preguntar los miembros con uno de estos roles: {{roles}}',
  'error.file-too-large': 'Ese archivo supera los {{most}} KiB, así que no se ha leído.',
  'error.file-no-text': 'Ese archivo no es texto en UTF-8, así que no se ha cambiado nada.',
};
