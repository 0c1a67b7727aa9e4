/** What the other commands show: the article and its repairs, search, reading, privacy, checked claims. */
export const reading = {
  'field.title': 'Title: ',
  'field.author': 'Author: ',
  'field.authorNote': 'About the author: ',
  'field.journal': 'Journal: ',
  'field.publishedAt': 'Published: ',
  'field.editor': 'Editor: ',
  'field.keywords': 'Keywords: ',
  'field.headings': 'Headings:\n',

  'search.title': 'Passages nearest to: {{query}}',
  'search.page': 'Results {{first}}–{{last}} of {{total}}',
  'search.none': 'Nothing in the article is near to that. Try other words.',
  'search.previous': '◀ Previous',
  'search.next': 'Next ▶',

  'read.outline': 'Outline',
  'read.open': 'Open a paragraph',
  'read.range': '¶{{first}}–¶{{last}}',

  'quotation.button': 'Copy as a quotation',
  'quotation.plain': 'Plain',

  'about.published': 'Published: {{date}}',
  'about.issue': 'Journal: {{journal}}',
  'about.source': 'Source: {{url}}',
  'about.size': 'Size: {{paragraphs}}, {{passages}}',
  'about.paragraphs_one': '{{count}} paragraph',
  'about.paragraphs_other': '{{count}} paragraphs',
  'about.passages_one': '{{count}} passage',
  'about.passages_other': '{{count}} passages',
  'about.repairs': 'Provenance: restored from “{{source}}”, {{repairs}}, {{removed}}',
  'about.repaired_one': '{{count}} repair recorded',
  'about.repaired_other': '{{count}} repairs recorded',
  'about.leftOut_one': '{{count}} piece that is not the article left out',
  'about.leftOut_other': '{{count}} pieces that are not the article left out',
  'about.generator.extractive': 'Answers: quotes from the article, no model is configured',
  'about.generator.model': 'Answers: written by {{model}}, every statement checked against the article',
  'about.tokens':
    'Tokens an answer, on average of {{answers}}: {{tokensIn}} in ({{tokensCached}} of them cached), {{tokensOut}} out',
  'about.cost': 'Cost of 100 answers, at the operator’s prices: {{cost}}',
  'about.version': 'Footnote {{version}}, article version {{article}}',
  'about.figures':
    'Last measured ({{date}}, {{by}}): answered right {{right}} of {{judged}}; refused {{refused}} of {{unanswerable}} that the article does not answer',
  'about.figures.quotes': 'quotes only',

  'repairs.button': 'Repairs and pieces left out',
  'repairs.page': 'Repairs {{first}}–{{last}} of {{total}}',
  'repairs.removed': 'Left out ({{what}}): {{text}}',
  'repairs.nothing': 'nothing',
  'repairs.what.links': 'links to other pages',
  'repairs.what.search-words': 'a line of search words before the title',
  'repairs.what.no-words': 'a line without a word',
  'repairs.step.drop-readings': 'Pronunciations taken out',
  'repairs.step.convert-script': 'Characters made simplified',
  'repairs.step.set-punctuation': 'Punctuation mended',
  'repairs.step.join-name': 'Name put together',
  'repairs.step.split-keywords': 'Keywords separated',
  'repairs.step.restore-bytes': 'Lost characters restored',

  'check.supported': 'Supported by the article',
  'check.contradicted': 'Contradicted by the article',
  'check.not-in-article': 'Not found in the article',
  'check.leftOut': 'Not all of the message was checked: at most {{most}} sentences, up to a certain length.',
  'privacy.title': 'What I keep',
  'privacy.answers':
    'Of each answer: its outcome, the places it quotes, versions, language, time and what it took, without who asked. For {{days}} days.',
  'privacy.votes':
    'Of each vote on an answer: who voted, in which server, the verdict, the reason and note, and the time. For {{days}} days.',
  'privacy.counts':
    'Where moderators limit questions a day: how many you asked today, until midnight UTC. “Delete mine” leaves that, as a limit would mean nothing otherwise.',
  'privacy.pending':
    'While I am at a question: what I need to finish it after a restart, encrypted. It is erased once you have the answer, and after 15 minutes at the latest.',
  'privacy.questionsKept':
    'This server’s moderators let me keep questions with who asked them, for {{days}} days.',
  'privacy.questionsNotKept': 'Questions asked here are not kept.',
  'privacy.questionsUnknown': 'Whether this server keeps questions cannot be read at the moment.',
  'privacy.gaps':
    'What you send to the moderators, and that you want to hear of an answer, is kept with your id until you are told, {{days}} days at most.',
  'privacy.model':
    'To write an answer, the question and the conversation before it go to the language model that the operator chose.',
  'privacy.noModel': 'Questions go to no language model: none is configured.',
  'privacy.yours': 'You can download or delete what is kept of you. It covers every server.',
  'privacy.export': 'Export mine',
  'privacy.delete': 'Delete mine',
  'privacy.exported': 'All that is kept of you is in this file.',
  'privacy.sure':
    'This deletes your votes, and any questions kept as yours, in every server. It cannot be undone.',
  'privacy.deleteAll': 'Delete them all',
  'privacy.deleted':
    'Deleted for good. Votes: {{votes}}. Questions: {{questions}}. Left to the moderators: {{total}}.',
} as const;
