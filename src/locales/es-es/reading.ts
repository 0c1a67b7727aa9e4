/** What the other commands show: the article and its repairs, search, reading, privacy, checked claims. */
export const reading = {
  'field.title': 'Título: ',
  'field.author': 'Autor: ',
  'field.authorNote': 'Sobre el autor: ',
  'field.journal': 'Revista: ',
  'field.publishedAt': 'Publicación: ',
  'field.editor': 'Edición: ',
  'field.keywords': 'Palabras clave: ',
  'field.headings': 'Epígrafes:\n',

  'search.title': 'Pasajes más cercanos a: {{query}}',
  'search.page': 'Resultados {{first}}–{{last}} de {{total}}',
  'search.none': 'Nada en el artículo se acerca a eso. Prueba con otras palabras.',
  'search.previous': '◀ Anteriores',
  'search.next': 'Siguientes ▶',

  'read.outline': 'Esquema',
  'read.open': 'Abrir un párrafo',
  'read.range': '¶{{first}}–¶{{last}}',

  'quotation.button': 'Copiar como cita',
  'quotation.plain': 'Forma sencilla',

  'about.published': 'Publicación: {{date}}',
  'about.issue': 'Revista: {{journal}}',
  'about.source': 'Fuente: {{url}}',
  'about.size': 'Extensión: {{paragraphs}}, {{passages}}',
  'about.paragraphs_one': '{{count}} párrafo',
  'about.paragraphs_many': '{{count}} de párrafos',
  'about.paragraphs_other': '{{count}} párrafos',
  'about.passages_one': '{{count}} pasaje',
  'about.passages_many': '{{count}} de pasajes',
  'about.passages_other': '{{count}} pasajes',
  'about.repairs': 'Procedencia: restaurado a partir de «{{source}}», {{repairs}}, {{removed}}',
  'about.repaired_one': '{{count}} corrección registrada',
  'about.repaired_many': '{{count}} de correcciones registradas',
  'about.repaired_other': '{{count}} correcciones registradas',
  'about.leftOut_one': '{{count}} fragmento ajeno al artículo descartado',
  'about.leftOut_many': '{{count}} de fragmentos ajenos al artículo descartados',
  'about.leftOut_other': '{{count}} fragmentos ajenos al artículo descartados',
  'about.generator.extractive': 'Respuestas: citas del artículo, no hay ningún modelo configurado',
  'about.generator.model':
    'Respuestas: escritas por {{model}}, con cada afirmación comprobada en el artículo',
  'about.tokens':
    'Tokens por respuesta, de media en {{answers}}: {{tokensIn}} de entrada ({{tokensCached}} de ellos en caché), {{tokensOut}} de salida',
  'about.cost': 'Coste de 100 respuestas, a los precios del operador: {{cost}}',
  'about.version': 'Footnote {{version}}, versión del artículo {{article}}',
  'about.figures':
    'Última medición ({{date}}, {{by}}): bien respondidas, {{right}} de {{judged}}; rechazadas donde el artículo no responde, {{refused}} de {{unanswerable}}',
  'about.figures.quotes': 'solo citas',

  'repairs.button': 'Correcciones y partes omitidas',
  'repairs.page': 'Correcciones {{first}}–{{last}} de {{total}}',
  'repairs.removed': 'Omitido ({{what}}): {{text}}',
  'repairs.nothing': 'nada',
  'repairs.what.links': 'enlaces a otras páginas',
  'repairs.what.search-words': 'línea de palabras de búsqueda antes del título',
  'repairs.what.no-words': 'línea sin ninguna palabra',
  'repairs.step.drop-readings': 'Pronunciaciones eliminadas',
  'repairs.step.convert-script': 'Caracteres simplificados',
  'repairs.step.set-punctuation': 'Puntuación corregida',
  'repairs.step.join-name': 'Nombre unido',
  'repairs.step.split-keywords': 'Palabras clave separadas',
  'repairs.step.restore-bytes': 'Caracteres perdidos recuperados',

  'check.supported': 'El artículo lo confirma',
  'check.contradicted': 'El artículo lo contradice',
  'check.not-in-article': 'No se encuentra en el artículo',
  'check.leftOut': 'No se ha contrastado todo el mensaje: {{most}} frases como máximo, de longitud limitada.',
  'privacy.title': 'Qué guardo',
  'privacy.answers':
    'De cada respuesta: el resultado, los pasajes citados, las versiones, el idioma, la hora y lo que consumió, sin quién preguntó. Durante {{days}} días.',
  'privacy.votes':
    'De cada voto sobre una respuesta: quién votó, en qué servidor, el veredicto, el motivo y el comentario, y la hora. Durante {{days}} días.',
  'privacy.counts':
    'Donde la moderación limita las preguntas al día: cuántas hiciste hoy, hasta medianoche UTC. Al borrar se conserva, o el límite no serviría de nada.',
  'privacy.pending':
    'Mientras respondo a una pregunta: lo necesario para terminarla tras un reinicio, cifrado. Se borra en cuanto tienes la respuesta y, como muy tarde, a los 15 minutos.',
  'privacy.questionsKept':
    'La moderación de este servidor me permite guardar las preguntas y quién las hace, durante {{days}} días.',
  'privacy.questionsNotKept': 'Las preguntas que se hacen aquí no se guardan.',
  'privacy.questionsUnknown': 'Ahora mismo no se puede leer si este servidor guarda las preguntas.',
  'privacy.gaps':
    'Lo que envías a los moderadores, y que quieres saber de una respuesta, se guarda con tu id hasta que se te avise, {{days}} días como máximo.',
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
  'privacy.deleted':
    'Borrado para siempre. Votos: {{votes}}. Preguntas: {{questions}}. Con los moderadores: {{total}}.',
};
