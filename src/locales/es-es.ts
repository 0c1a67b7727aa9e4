/** Spanish. */
import type { Messages } from './messages.ts';

export const esES: Messages = {
  'answer.lead.quotes': 'Con las palabras del propio artículo:',
  'answer.lead.partly': 'El artículo solo responde a esto en parte:',
  'answer.lead.partlyQuotes': 'El artículo solo responde a esto en parte. Con sus propias palabras:',
  'answer.lead.notInArticle': 'El artículo no lo dice.',
  'answer.lead.correction': 'El artículo dice {{found}}, no {{asked}}:',
  'answer.lead.offTopic': 'Este artículo no trata de eso.',
  'answer.lead.unclear': 'No sé muy bien a qué te refieres.',
  'answer.choices': '¿Es alguna de estas preguntas? También puedes dar algún detalle más.',
  'answer.correctButton': 'Corregir la pregunta',
  'answer.lead.smallTalk':
    '¡Hola! Respondo preguntas sobre el artículo «{{title}}» y muestro las palabras exactas en las que se apoya todo lo que digo.',
  'answer.nearest': 'Lo más cercano que dice:',
  'answer.suggestions': 'Podrías preguntar:',
  'answer.understoodAs': 'Entendido así: {{question}}',
  'answer.paragraph': '¶{{number}}',
  'answer.details': 'Datos del artículo',
  'answer.citation': '{{place}} {{quote}}',
  'answer.quotationMarks': '«»“”',
  'gloss.label': 'Traducción al inglés, no una cita: ',
  'answer.footer.checked_one': '{{count}} afirmación, {{count}} comprobada en el texto',
  'answer.footer.checked_many': '{{count}} de afirmaciones, {{count}} comprobadas en el texto',
  'answer.footer.checked_other': '{{count}} afirmaciones, {{count}} comprobadas en el texto',
  'answer.footer.quotesOnly': 'Solo citas: son las frases del propio artículo',
  'answer.footer.moderators': 'Respuesta de la moderación',
  'answer.footer.page': 'Página {{page}} de {{pages}}',
  'answer.footer.article': '«{{title}}», versión {{version}}',
  'answer.retry': 'Preguntar de nuevo',
  'answer.delete': 'Eliminar',
  'answer.progress': 'Comprobando la siguiente afirmación…',
  'answer.stage.searching': 'Buscando en el artículo…',
  'answer.stage.reading': 'Leyendo {{places}}…',
  'answer.stage.readingAll': 'Leyendo todo el artículo…',

  'field.title': 'Título: ',
  'field.author': 'Autor: ',
  'field.authorNote': 'Sobre el autor: ',
  'field.journal': 'Revista: ',
  'field.publishedAt': 'Publicación: ',
  'field.editor': 'Edición: ',
  'field.keywords': 'Palabras clave: ',
  'field.headings': 'Epígrafes:\n',

  'evidence.bold': 'Las palabras en negrita son las citadas.',
  'evidence.part': 'parte {{part}} de {{parts}}',
  'evidence.previous': '◀ {{place}}',
  'evidence.next': '{{place}} ▶',
  'evidence.back': 'Volver a la cita',
  'evidence.showGloss': 'Ver la traducción',
  'evidence.hideGloss': 'Ocultar la traducción',
  'evidence.post': 'Publicar en el canal',
  'evidence.postedBy': 'Publicado por {{member}}',
  'evidence.olderVersion': 'Se basa en una versión anterior del artículo, que se muestra tal como era.',

  'search.title': 'Pasajes más cercanos a: {{query}}',
  'search.page': 'Resultados {{first}}–{{last}} de {{total}}',
  'search.none': 'Nada en el artículo se acerca a eso. Prueba con otras palabras.',
  'search.previous': '◀ Anteriores',
  'search.next': 'Siguientes ▶',

  'suggest.paragraph': '¿Qué dice {{place}}?',
  'suggest.section': '¿Qué dice la sección «{{heading}}»?',

  'read.outline': 'Esquema',
  'read.open': 'Abrir un párrafo',
  'read.range': '¶{{first}}–¶{{last}}',

  'quotation.button': 'Copiar como cita',
  'quotation.plain': 'Forma sencilla',

  'help.intro':
    'Respondo preguntas sobre el artículo «{{title}}». Cada afirmación lleva un número como [1]: pulsa su botón para ver las palabras exactas en las que se apoya. Si el artículo no lo dice, te aviso.',
  'help.commands': 'Comandos',
  'help.chat':
    'También puedes mencionarme, responderme o enviarme un mensaje directo. Si me respondes, seguimos con la misma conversación.',
  'help.privacy':
    '`/privacidad` dice qué guardo. Tus preguntas no se guardan, salvo que la moderación de este servidor lo permita.',
  'help.examples': 'Por ejemplo:',

  'about.published': 'Publicación: {{date}}',
  'about.issue': 'Revista: {{journal}}',
  'about.source': 'Fuente: {{url}}',
  'about.size': 'Extensión: {{paragraphs}} párrafos, {{passages}} pasajes',
  'about.repairs':
    'Procedencia: restaurado a partir de «{{source}}», {{repairs}} correcciones registradas, {{removed}} fragmentos ajenos al artículo descartados',
  'about.generator.extractive': 'Respuestas: citas del artículo, no hay ningún modelo configurado',
  'about.generator.model':
    'Respuestas: escritas por {{model}}, con cada afirmación comprobada en el artículo',
  'about.tokens':
    'Tokens por respuesta, de media en {{answers}}: {{tokensIn}} de entrada ({{tokensCached}} de ellos en caché), {{tokensOut}} de salida',
  'about.cost': 'Coste de 100 respuestas, a los precios del operador: {{cost}}',
  'about.version': 'Footnote {{version}}, versión del artículo {{article}}',
  'about.figures':
    'Última medición ({{date}}, {{by}}): {{right}} de {{judged}} preguntas respondidas bien; {{refused}} de {{unanswerable}} que el artículo no responde, rechazadas',
  'about.figures.quotes': 'solo citas',

  'repairs.button': 'Correcciones y partes omitidas',
  'repairs.page': 'Correcciones {{first}}–{{last}} de {{total}}',
  'repairs.removed': 'Omitido ({{what}}): {{text}}',
  'repairs.nothing': 'nada',
  'repairs.step.drop-readings': 'Pronunciaciones eliminadas',
  'repairs.step.convert-script': 'Caracteres simplificados',
  'repairs.step.set-punctuation': 'Puntuación corregida',
  'repairs.step.join-name': 'Nombre unido',
  'repairs.step.split-keywords': 'Palabras clave separadas',
  'repairs.step.restore-bytes': 'Caracteres perdidos recuperados',

  'chat.textWithheld':
    'Aquí Discord solo me muestra el texto de un mensaje si me menciona. Mencióname o pulsa el botón para preguntar.',
  'chat.askButton': 'Hacer una pregunta',
  'chat.askModal.title': 'Preguntar sobre el artículo',
  'chat.askModal.question': 'Tu pregunta',
  'chat.askModal.placeholder': '¿Qué te gustaría saber?',
  'error.cannot-speak':
    'No puedo responder en {{channel}}: allí me falta este permiso: {{permissions}}. La moderación del servidor puede concederlo.',
  'private.cannotSpeak':
    'Solo tú puedes ver esto, porque me falta este permiso en este canal: {{permissions}}.',
  'private.settingsUnknown':
    'Solo tú puedes ver esto, porque ahora mismo no se pueden leer los ajustes de este servidor.',

  'further.button': 'Seguir preguntando',
  'menu.askAbout.name': 'Preguntar sobre esto',
  'menu.check.name': 'Contrastar con el artículo',
  'menu.context': 'El mensaje al que se refiere',
  'check.supported': 'El artículo lo confirma',
  'check.contradicted': 'El artículo lo contradice',
  'check.not-in-article': 'No se encuentra en el artículo',
  'check.leftOut': 'No se ha contrastado todo el mensaje: {{most}} frases como máximo, de longitud limitada.',
  'error.claims-none': 'Ese mensaje no contiene ninguna afirmación que contrastar con el artículo.',

  'thread.button': 'Continuar en un hilo',
  'thread.opened': 'La conversación sigue en {{thread}}.',
  'thread.first': 'Sigue preguntando aquí. Tengo presente la respuesta de arriba.',
  'thread.name': 'Preguntas sobre el artículo',
  'error.thread-not-allowed': 'Para abrir un hilo aquí hace falta un permiso que no tienes: {{permissions}}.',
  'error.thread-cannot-open':
    'No puedo abrir un hilo aquí: me falta este permiso en este canal: {{permissions}}.',

  'permission.ViewChannel': 'Ver canal',
  'permission.SendMessages': 'Enviar mensajes',
  'permission.SendMessagesInThreads': 'Enviar mensajes en hilos',
  'permission.CreatePublicThreads': 'Crear hilos públicos',
  'permission.ManageThreads': 'Gestionar hilos',
  'permission.ReadMessageHistory': 'Leer el historial de mensajes',
  'permission.EmbedLinks': 'Insertar enlaces',
  'permission.separator': ', ',

  'error.bug': 'Algo ha fallado por mi parte. Si lo comunicas, indica esta referencia: {{reference}}',
  'error.upstream':
    'Un servicio que necesito no responde ahora mismo. Vuelve a intentarlo dentro de un minuto.',
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
  'error.settings-unknown':
    'Ahora mismo no se pueden leer los ajustes de este servidor, así que solo respondo a comandos de barra, y en privado.',
  'error.chat-off':
    'La moderación de este servidor ha desactivado las respuestas a mensajes. Usa el comando de barra, por favor.',
  'error.too-many-questions': 'Son muchas preguntas seguidas. Podrás volver a preguntar <t:{{endsAt}}:R>.',
  'error.not-moderator': 'Solo la moderación de este servidor puede hacer eso.',
  'error.server-only': 'Eso solo funciona en un servidor que me haya instalado.',
  'error.under-way': 'Ya se está haciendo. Un momento, por favor.',
  'error.stopping': 'Me están reiniciando ahora mismo. Vuelve a preguntar dentro de un minuto.',

  'command.ask.name': 'preguntar',
  'command.ask.description':
    'Haz una pregunta sobre el artículo y mira las palabras exactas que sostienen la respuesta',
  'command.ask.question.name': 'pregunta',
  'command.ask.question.description': 'Tu pregunta, en cualquier idioma',
  'command.ask.private.name': 'privado',
  'command.ask.private.description': 'Mostrarte la respuesta solo a ti',
  'command.search.name': 'buscar',
  'command.search.description': 'Encuentra los pasajes del artículo más cercanos a unas palabras',
  'command.search.query.name': 'palabras',
  'command.search.query.description': 'Qué hay que buscar',
  'command.read.name': 'leer',
  'command.read.description': 'Lee el artículo: su esquema, o un párrafo',
  'command.read.paragraph.name': 'párrafo',
  'command.read.paragraph.description': 'El número del párrafo',
  'command.help.name': 'ayuda',
  'command.help.description': 'Qué sé hacer y cómo preguntarme',
  'command.about.name': 'acerca-de',
  'command.about.description': 'El artículo, de dónde viene y qué escribe las respuestas',

  'command.config.name': 'ajustes',
  'command.config.description': 'Para la moderación: dónde, cómo y cuánto respondo en este servidor',
  'command.config.show.name': 'mostrar',
  'command.config.show.description': 'Muestra los ajustes de este servidor',
  'command.config.set.name': 'cambiar',
  'command.config.set.description': 'Cambia un ajuste',
  'command.config.reset.name': 'restablecer',
  'command.config.reset.description': 'Devuelve un ajuste, o todos, a su valor predeterminado',
  'command.config.setting.name': 'ajuste',
  'command.config.setting.description': 'Qué ajuste',
  'command.config.value.name': 'valor',
  'command.config.value.description': 'El valor nuevo: elige uno o escríbelo',

  'setting.channels': 'Canales donde puedo responder',
  'setting.channels.about': 'En otros canales no respondo y nombro estos. Los hilos siguen a su canal.',
  'setting.questionChannels': 'Canales donde cada mensaje es una pregunta',
  'setting.questionChannels.about': 'Ahí respondo sin mención, si el operador me deja leer los mensajes.',
  'setting.questionForums': 'Foros donde respondo a las publicaciones nuevas',
  'setting.questionForums.about': 'Respondo al primer mensaje, si el operador me deja leer los mensajes.',
  'setting.moderatorRoles': 'Roles de moderación',
  'setting.moderatorRoles.about':
    'Estos roles cuentan como moderación, además de quien tiene «Gestionar servidor».',
  'setting.chat': 'Respuestas a mensajes',
  'setting.chat.about': 'Desactivado: no respondo a menciones ni respuestas; los comandos sí funcionan.',
  'setting.followUps': 'Lo que abre el botón «Seguir preguntando»',
  'setting.followUps.about': 'El botón bajo una respuesta abre un formulario o, donde se pueda, un hilo.',
  'setting.language': 'Idioma de las respuestas',
  'setting.language.about':
    'El idioma en que escribe el modelo. Las citas conservan las palabras del artículo.',
  'setting.length': 'Longitud de las respuestas',
  'setting.length.about': 'Cuánto detalle da una respuesta.',
  'setting.keepQuestions': 'Guardar las preguntas',
  'setting.keepQuestions.about':
    'Las preguntas se guardan 180 días con autor y respuesta; `/privacidad` lo dice.',
  'setting.questionsPerMinute': 'Preguntas por minuto de cada miembro',
  'setting.questionsPerMinute.about':
    'Las que pasen de ahí en sesenta segundos se rechazan, con la hora para volver.',
  'setting.answersPerDay': 'Respuestas del modelo al día',
  'setting.answersPerDay.about': 'Al agotarse, cito hasta medianoche UTC. Con 0 solo cito.',
  'setting.word.all': 'todos los canales',
  'setting.word.nowhere': 'en ninguno',
  'setting.word.none': 'solo «Gestionar servidor»',
  'setting.word.on': 'activado',
  'setting.word.off': 'desactivado',
  'setting.word.asker': 'el idioma de la pregunta',
  'setting.word.short': 'corta',
  'setting.word.normal': 'media',
  'setting.word.long': 'larga',
  'setting.word.modal': 'un formulario',
  'setting.word.thread': 'un hilo',
  'setting.word.unlimited': 'sin límite',

  'feedback.helpful': 'Útil',
  'feedback.unhelpful': 'No es útil',
  'feedback.thanks': 'Gracias, anotado como útil. Puedes cambiar tu voto cuando quieras.',
  'feedback.noted': 'Gracias, anotado como no útil. Puedes cambiar tu voto cuando quieras.',
  'feedback.modal.title': '¿Qué no te ha servido?',
  'feedback.modal.reason': '¿Cuál es el problema?',
  'feedback.modal.note': '¿Algo que añadir?',
  'feedback.modal.noteKept': 'Opcional. Se guarda con tu voto.',
  'feedback.reason.wrong': 'Es incorrecta',
  'feedback.reason.incomplete': 'Está incompleta',
  'feedback.reason.place': 'El pasaje citado no es el adecuado',
  'feedback.reason.language': 'No está en mi idioma',
  'feedback.reason.other': 'Otra cosa',
  'privacy.title': 'Qué guardo',
  'privacy.answers':
    'De cada respuesta: el resultado, los pasajes citados, las versiones, el idioma y la hora, sin quién preguntó. Durante {{days}} días.',
  'privacy.votes':
    'De cada voto sobre una respuesta: quién votó, en qué servidor, el veredicto, el motivo y el comentario, y la hora. Durante {{days}} días.',
  'privacy.questionsKept':
    'La moderación de este servidor me permite guardar las preguntas y quién las hace, durante {{days}} días.',
  'privacy.questionsNotKept': 'Las preguntas que se hacen aquí no se guardan.',
  'privacy.questionsUnknown': 'Ahora mismo no se puede leer si este servidor guarda las preguntas.',
  'privacy.model':
    'Para escribir una respuesta, la pregunta y la conversación anterior se envían al modelo de lenguaje que eligió el operador.',
  'privacy.noModel': 'Las preguntas no van a ningún modelo de lenguaje: no hay ninguno configurado.',
  'privacy.yours': 'Puedes descargar o borrar lo que se guarda de ti, en todos los servidores.',
  'privacy.export': 'Descargar lo mío',
  'privacy.delete': 'Borrar lo mío',
  'privacy.exported': 'Todo lo que se guarda de ti está en este archivo.',
  'privacy.sure':
    'Esto borra tus votos, y las preguntas guardadas como tuyas, en todos los servidores. No se puede deshacer.',
  'privacy.deleteAll': 'Borrar todo',
  'privacy.deleted': 'Borrado para siempre. Votos: {{votes}}. Preguntas: {{questions}}.',
  'command.privacy.name': 'privacidad',
  'command.privacy.description': 'Lo que se guarda sobre ti, para descargarlo o borrarlo',

  'moderator.databaseAway':
    '⚠️ Para ti, que moderas: mi base de datos no se puede usar ahora mismo. Sigo con los últimos ajustes que conocía o, si no, con los predeterminados y en privado; los cambios no se pueden guardar y no se ha sobrescrito nada. El registro del operador dice por qué.',
  'config.title': '**Ajustes de este servidor**',
  'config.line': '• {{name}}: **{{value}}**',
  'config.lineChanged': '• {{name}}: **{{value}}** (predeterminado: {{initial}})',
  'config.andMore': '{{shown}} y {{more}} más',
  'config.usedToday':
    'Respuestas del modelo hoy (UTC): {{used}}. Cuando se agotan las del día, sigo con citas.',
  'config.howToChange': 'Cambia uno con `/ajustes cambiar` y devuélvelo con `/ajustes restablecer`.',
  'config.changed': '{{name}}: {{before}} → **{{after}}**',
  'config.applies': 'Se aplica a partir de la próxima pregunta.',
  'config.unchanged': '{{name}}: ya es **{{value}}**, así que no se ha cambiado nada.',
  'config.nothingToReset':
    'Todos los ajustes tienen ya su valor predeterminado, así que no se ha cambiado nada.',
  'config.stale':
    '⚠️ Ahora mismo no se puede leer la base de datos. Estos son los últimos ajustes que conocía, y sigo con ellos. Hasta que vuelva no se pueden guardar cambios; no se ha sobrescrito nada.',
  'config.unknown':
    '⚠️ No se puede leer la base de datos y no conozco los ajustes de este servidor. Hasta que vuelva solo respondo a comandos de barra, en privado; no se ha sobrescrito nada. Lo que sigue son los valores predeterminados.',

  'error.setting-invalid-channels':
    'Eso no es una lista de canales. Menciona hasta {{most}} canales, como #general, o escribe: {{words}}',
  'error.setting-invalid-roles':
    'Eso no es una lista de roles. Menciona hasta {{most}} roles, o escribe: {{words}}',
  'error.setting-invalid-switch':
    'Ese ajuste está activado o desactivado. Escribe una de estas palabras: {{words}}',
  'error.setting-invalid-choice': 'Ese ajuste no admite ese valor. Escribe uno de estos: {{words}}',
  'error.setting-invalid-language':
    'No conozco ese idioma. Escribe uno de estos, o el código de otro idioma, como fr: {{words}}',
  'error.setting-invalid-amount': 'Escribe un número entero del {{least}} al {{most}}, o: {{words}}',
  'error.setting-not-here': 'No es de este servidor, así que no se ha cambiado nada: {{ids}}',
  'error.setting-unknown':
    'No conozco ningún ajuste con ese nombre. Elige uno de la lista que aparece al escribir.',
  'error.settings-moved':
    'Otra persona ha cambiado esto mientras tanto, así que no se ha cambiado nada. Mira el valor actual e inténtalo de nuevo.',
  'error.settings-not-saved':
    'Ahora mismo no se puede escribir en la base de datos, así que no se ha cambiado nada. Vuelve a intentarlo más tarde; el registro del operador dice por qué.',
};
