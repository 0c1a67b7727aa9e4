/** What the other commands show: the article and its repairs, search, reading, privacy, checked claims. */
export const reading = {
  'field.title': 'Titel: ',
  'field.author': 'Von: ',
  'field.authorNote': 'Über den Autor: ',
  'field.journal': 'Zeitschrift: ',
  'field.publishedAt': 'Veröffentlicht: ',
  'field.editor': 'Redaktion: ',
  'field.keywords': 'Stichwörter: ',
  'field.headings': 'Zwischentitel:\n',

  'search.title': 'Am nächsten kommen dem: {{query}}',
  'search.page': 'Treffer {{first}}–{{last}} von {{total}}',
  'search.none': 'Nichts im Artikel kommt dem nahe. Versuch es mit anderen Wörtern.',
  'search.previous': '◀ Zurück',
  'search.next': 'Weiter ▶',

  'read.outline': 'Gliederung',
  'read.open': 'Absatz öffnen',
  'read.range': '¶{{first}}–¶{{last}}',

  'quotation.button': 'Als Zitat kopieren',
  'quotation.plain': 'Einfache Form',

  'about.published': 'Veröffentlicht: {{date}}',
  'about.issue': 'Zeitschrift: {{journal}}',
  'about.source': 'Quelle: {{url}}',
  'about.size': 'Umfang: {{paragraphs}}, {{passages}}',
  'about.paragraphs_one': '{{count}} Absatz',
  'about.paragraphs_other': '{{count}} Absätze',
  'about.passages_one': '{{count}} Textstelle',
  'about.passages_other': '{{count}} Textstellen',
  'about.repairs': 'Herkunft: aus „{{source}}“ wiederhergestellt, {{repairs}}, {{removed}}',
  'about.repaired_one': '{{count}} Korrektur verzeichnet',
  'about.repaired_other': '{{count}} Korrekturen verzeichnet',
  'about.leftOut_one': '{{count}} Stück weggelassen, das nicht zum Artikel gehört',
  'about.leftOut_other': '{{count}} Stücke weggelassen, die nicht zum Artikel gehören',
  'about.generator.extractive': 'Antworten: Zitate aus dem Artikel, kein Modell ist eingerichtet',
  'about.generator.model': 'Antworten: von {{model}} geschrieben, jede Aussage am Artikel geprüft',
  'about.tokens':
    'Tokens je Antwort, im Mittel von {{answers}}: {{tokensIn}} hinein (davon {{tokensCached}} aus dem Cache), {{tokensOut}} heraus',
  'about.cost': 'Kosten von 100 Antworten, zu den Preisen des Betreibers: {{cost}}',
  'about.version': 'Footnote {{version}}, Artikelversion {{article}}',
  'about.figures':
    'Zuletzt gemessen ({{date}}, {{by}}): richtig beantwortet {{right}} von {{judged}}; abgelehnt, wo der Artikel nichts sagt, {{refused}} von {{unanswerable}}',
  'about.figures.quotes': 'nur Zitate',

  'repairs.button': 'Korrekturen und Weggelassenes',
  'repairs.page': 'Korrekturen {{first}}–{{last}} von {{total}}',
  'repairs.removed': 'Weggelassen ({{what}}): {{text}}',
  'repairs.nothing': 'nichts',
  'repairs.what.links': 'Links zu anderen Seiten',
  'repairs.what.search-words': 'Zeile mit Suchwörtern vor dem Titel',
  'repairs.what.no-words': 'Zeile ohne ein Wort',
  'repairs.step.drop-readings': 'Aussprachehilfen entfernt',
  'repairs.step.convert-script': 'In Kurzzeichen umgesetzt',
  'repairs.step.set-punctuation': 'Zeichensetzung berichtigt',
  'repairs.step.join-name': 'Name zusammengesetzt',
  'repairs.step.split-keywords': 'Stichwörter getrennt',
  'repairs.step.restore-bytes': 'Verlorene Zeichen ergänzt',

  'check.supported': 'Vom Artikel gestützt',
  'check.contradicted': 'Vom Artikel widerlegt',
  'check.not-in-article': 'Im Artikel nicht gefunden',
  'check.leftOut': 'Nicht die ganze Nachricht wurde geprüft: höchstens {{most}} Sätze von begrenzter Länge.',
  'privacy.title': 'Was ich speichere',
  'privacy.answers':
    'Von jeder Antwort: Ergebnis, zitierte Stellen, Versionen, Sprache, Zeit und Aufwand, ohne wer gefragt hat. {{days}} Tage lang.',
  'privacy.votes':
    'Von jeder Stimme zu einer Antwort: wer, auf welchem Server, das Urteil, Grund und Anmerkung und die Zeit. {{days}} Tage lang.',
  'privacy.counts':
    'Wo die Moderation Fragen je Tag begrenzt: wie viele du heute gestellt hast, bis Mitternacht UTC. Beim Löschen bleibt das, sonst hätte die Grenze keinen Sinn.',
  'privacy.pending':
    'Solange ich an einer Frage arbeite: was ich brauche, um sie nach einem Neustart fertig zu beantworten, verschlüsselt. Es wird gelöscht, sobald du die Antwort hast, spätestens nach 15 Minuten.',
  'privacy.questionsKept':
    'Die Moderation dieses Servers erlaubt, dass ich Fragen und wer sie gestellt hat {{days}} Tage lang speichere.',
  'privacy.questionsNotKept': 'Hier gestellte Fragen werden nicht gespeichert.',
  'privacy.questionsUnknown': 'Ob dieser Server Fragen speichert, lässt sich gerade nicht lesen.',
  'privacy.gaps':
    'Was du der Moderation schickst, und dass du von einer Antwort hören willst, wird mit deiner ID gespeichert, bis du Bescheid hast, höchstens {{days}} Tage.',
  'privacy.model':
    'Um eine Antwort zu schreiben, gehen die Frage und das Gespräch davor an das Sprachmodell, das der Betreiber gewählt hat.',
  'privacy.noModel': 'Fragen gehen an kein Sprachmodell: Es ist keines eingerichtet.',
  'privacy.yours':
    'Du kannst herunterladen oder löschen, was von dir gespeichert ist, und zwar von allen Servern.',
  'privacy.export': 'Meine Daten herunterladen',
  'privacy.delete': 'Meine Daten löschen',
  'privacy.exported': 'Alles, was von dir gespeichert ist, steht in dieser Datei.',
  'privacy.sure':
    'Das löscht deine Stimmen und alle Fragen, die als deine gespeichert sind, auf allen Servern. Es lässt sich nicht rückgängig machen.',
  'privacy.deleteAll': 'Alles löschen',
  'privacy.deleted':
    'Endgültig gelöscht. Stimmen: {{votes}}. Fragen: {{questions}}. Bei der Moderation: {{total}}.',
};
