/** German. */
import type { Messages } from './messages.ts';

export const de: Messages = {
  'answer.lead.quotes': 'Im Wortlaut des Artikels:',
  'answer.lead.partly': 'Der Artikel beantwortet das nur zum Teil:',
  'answer.lead.partlyQuotes': 'Der Artikel beantwortet das nur zum Teil. Im Wortlaut:',
  'answer.lead.notInArticle': 'Dazu sagt der Artikel nichts.',
  'answer.lead.correction': 'Im Artikel steht {{found}}, nicht {{asked}}:',
  'answer.lead.offTopic': 'Darum geht es in diesem Artikel nicht.',
  'answer.lead.unclear': 'Ich bin mir nicht sicher, was du meinst.',
  'answer.choices': 'Meinst du eine dieser Fragen? Du kannst auch etwas mehr dazu schreiben.',
  'answer.correctButton': 'Frage verbessern',
  'answer.lead.smallTalk':
    'Hallo! Ich beantworte Fragen zum Artikel „{{title}}“ und zeige zu allem, was ich sage, den genauen Wortlaut.',
  'answer.nearest': 'Am nächsten kommt dem:',
  'answer.suggestions': 'Du könntest fragen:',
  'answer.understoodAs': 'Verstanden als: {{question}}',
  'answer.paragraph': '¶{{number}}',
  'answer.details': 'Angaben zum Artikel',
  'answer.citation': '{{place}} {{quote}}',
  'answer.quotationMarks': '„“‚‘',
  'gloss.label': 'Englische Übersetzung, kein Zitat: ',
  'answer.footer.checked_one': '{{count}} Aussage, {{count}} am Text geprüft',
  'answer.footer.checked_other': '{{count}} Aussagen, {{count}} am Text geprüft',
  'answer.footer.quotesOnly': 'Nur Zitate: Das sind die Sätze des Artikels selbst',
  'answer.footer.moderators': 'Von der Moderation beantwortet',
  'answer.footer.page': 'Seite {{page}} von {{pages}}',
  'answer.footer.article': '„{{title}}“, Version {{version}}',
  'answer.retry': 'Neu beantworten',
  'answer.delete': 'Löschen',
  'answer.progress': 'Die nächste Aussage wird geprüft …',
  'answer.stage.searching': 'Der Artikel wird durchsucht …',
  'answer.stage.reading': '{{places}} wird gelesen …',
  'answer.stage.readingAll': 'Der ganze Artikel wird gelesen …',

  'field.title': 'Titel: ',
  'field.author': 'Von: ',
  'field.authorNote': 'Über den Autor: ',
  'field.journal': 'Zeitschrift: ',
  'field.publishedAt': 'Veröffentlicht: ',
  'field.editor': 'Redaktion: ',
  'field.keywords': 'Stichwörter: ',
  'field.headings': 'Zwischentitel:\n',

  'evidence.bold': 'Zitiert sind die fett gedruckten Wörter.',
  'evidence.part': 'Teil {{part}} von {{parts}}',
  'evidence.previous': '◀ {{place}}',
  'evidence.next': '{{place}} ▶',
  'evidence.back': 'Zurück zum Zitat',
  'evidence.showGloss': 'Übersetzung zeigen',
  'evidence.hideGloss': 'Übersetzung verbergen',
  'evidence.post': 'Im Kanal posten',
  'evidence.postedBy': 'Gepostet von {{member}}',
  'evidence.olderVersion': 'Beruht auf einer älteren Fassung des Artikels; so lautete sie damals.',

  'search.title': 'Am nächsten kommen dem: {{query}}',
  'search.page': 'Treffer {{first}}–{{last}} von {{total}}',
  'search.none': 'Nichts im Artikel kommt dem nahe. Versuch es mit anderen Wörtern.',
  'search.previous': '◀ Zurück',
  'search.next': 'Weiter ▶',

  'suggest.paragraph': 'Was steht in {{place}}?',
  'suggest.section': 'Was steht im Abschnitt „{{heading}}“?',

  'read.outline': 'Gliederung',
  'read.open': 'Absatz öffnen',
  'read.range': '¶{{first}}–¶{{last}}',

  'quotation.button': 'Als Zitat kopieren',
  'quotation.plain': 'Einfache Form',

  'help.intro':
    'Ich beantworte Fragen zum Artikel „{{title}}“. Jede Aussage hat eine Nummer wie [1]: Drück auf ihren Knopf, um den genauen Wortlaut zu sehen, auf dem sie beruht. Wenn der Artikel nichts dazu sagt, sage ich dir das.',
  'help.commands': 'Befehle',
  'help.chat':
    'Du kannst mich auch erwähnen, mir antworten oder mir eine Direktnachricht schicken. Eine Antwort setzt dasselbe Gespräch fort.',
  'help.privacy':
    '`/datenschutz` sagt, was ich speichere. Deine Fragen werden nicht gespeichert, außer die Moderation dieses Servers erlaubt es.',
  'help.examples': 'Zum Beispiel:',

  'about.published': 'Veröffentlicht: {{date}}',
  'about.issue': 'Zeitschrift: {{journal}}',
  'about.source': 'Quelle: {{url}}',
  'about.size': 'Umfang: {{paragraphs}} Absätze, {{passages}} Textstellen',
  'about.repairs':
    'Herkunft: aus „{{source}}“ wiederhergestellt, {{repairs}} Korrekturen verzeichnet, {{removed}} Stücke weggelassen, die nicht zum Artikel gehören',
  'about.generator.extractive': 'Antworten: Zitate aus dem Artikel, kein Modell ist eingerichtet',
  'about.generator.model': 'Antworten: von {{model}} geschrieben, jede Aussage am Artikel geprüft',
  'about.tokens':
    'Tokens je Antwort, im Mittel von {{answers}}: {{tokensIn}} hinein (davon {{tokensCached}} aus dem Cache), {{tokensOut}} heraus',
  'about.cost': 'Kosten von 100 Antworten, zu den Preisen des Betreibers: {{cost}}',
  'about.version': 'Footnote {{version}}, Artikelversion {{article}}',
  'about.figures':
    'Zuletzt gemessen ({{date}}, {{by}}): {{right}} von {{judged}} Fragen richtig beantwortet; {{refused}} von {{unanswerable}} Fragen, die der Artikel nicht beantwortet, abgelehnt',
  'about.figures.quotes': 'nur Zitate',

  'repairs.button': 'Korrekturen und Weggelassenes',
  'repairs.page': 'Korrekturen {{first}}–{{last}} von {{total}}',
  'repairs.removed': 'Weggelassen ({{what}}): {{text}}',
  'repairs.nothing': 'nichts',
  'repairs.step.drop-readings': 'Aussprachehilfen entfernt',
  'repairs.step.convert-script': 'In Kurzzeichen umgesetzt',
  'repairs.step.set-punctuation': 'Zeichensetzung berichtigt',
  'repairs.step.join-name': 'Name zusammengesetzt',
  'repairs.step.split-keywords': 'Stichwörter getrennt',
  'repairs.step.restore-bytes': 'Verlorene Zeichen ergänzt',

  'chat.textWithheld':
    'Discord zeigt mir den Text einer Nachricht hier nur, wenn sie mich erwähnt. Erwähne mich, oder drück auf den Knopf, um zu fragen.',
  'chat.askButton': 'Eine Frage stellen',
  'chat.askModal.title': 'Eine Frage zum Artikel stellen',
  'chat.askModal.question': 'Deine Frage',
  'chat.askModal.placeholder': 'Was möchtest du wissen?',
  'error.cannot-speak':
    'Ich kann in {{channel}} nicht antworten, denn mir fehlt dort diese Berechtigung: {{permissions}}. Die Moderation des Servers kann sie erteilen.',
  'private.cannotSpeak':
    'Nur du siehst das, weil mir in diesem Kanal diese Berechtigung fehlt: {{permissions}}.',
  'private.settingsUnknown':
    'Nur du siehst das, weil sich die Einstellungen dieses Servers gerade nicht lesen lassen.',

  'further.button': 'Weiterfragen',
  'menu.askAbout.name': 'Dazu eine Frage stellen',
  'menu.check.name': 'Mit dem Artikel abgleichen',
  'menu.context': 'Die Nachricht, um die es geht',
  'check.supported': 'Vom Artikel gestützt',
  'check.contradicted': 'Vom Artikel widerlegt',
  'check.not-in-article': 'Im Artikel nicht gefunden',
  'check.leftOut': 'Nicht die ganze Nachricht wurde geprüft: höchstens {{most}} Sätze von begrenzter Länge.',
  'error.claims-none': 'In dieser Nachricht steht keine Aussage, die sich mit dem Artikel abgleichen ließe.',

  'thread.button': 'In einem Thread fortsetzen',
  'thread.opened': 'Das Gespräch geht in {{thread}} weiter.',
  'thread.first': 'Frag hier weiter. Ich kenne die Antwort von oben.',
  'thread.name': 'Fragen zum Artikel',
  'error.thread-not-allowed':
    'Um hier einen Thread zu öffnen, braucht es eine Berechtigung, die du nicht hast: {{permissions}}.',
  'error.thread-cannot-open':
    'Ich kann hier keinen Thread öffnen, denn mir fehlt in diesem Kanal diese Berechtigung: {{permissions}}.',

  'permission.ViewChannel': 'Kanal ansehen',
  'permission.SendMessages': 'Nachrichten senden',
  'permission.SendMessagesInThreads': 'Nachrichten in Threads senden',
  'permission.CreatePublicThreads': 'Öffentliche Threads erstellen',
  'permission.ManageThreads': 'Threads verwalten',
  'permission.ReadMessageHistory': 'Nachrichtenverlauf anzeigen',
  'permission.EmbedLinks': 'Links einbetten',
  'permission.separator': ', ',

  'error.bug':
    'Bei mir ist etwas schiefgegangen. Wenn du es meldest, gib bitte diese Kennung an: {{reference}}',
  'error.upstream':
    'Ein Dienst, den ich brauche, antwortet gerade nicht. Bitte versuch es in einer Minute noch einmal.',
  'error.not-asker': 'Das kann nur, wer gefragt hat, oder die Moderation.',
  'error.post-not-allowed': 'Um hier zu posten, brauchst du: {{permissions}}.',
  'error.expired': 'Das ist abgelaufen. Bitte frag noch einmal.',
  'error.question-empty': 'Bitte schreib eine Frage mit höchstens 1.000 Zeichen.',
  'error.question-too-long': 'Diese Frage ist zu lang. Bitte bleib unter {{limit}} Zeichen.',
  'error.question-without-words': 'Darin habe ich keine Wörter gefunden. Bitte schreib eine Frage.',
  'error.query-empty': 'Bitte schreib, wonach gesucht werden soll.',
  'error.paragraph-unknown': 'Diesen Absatz gibt es nicht. Der Artikel hat die Absätze 1 bis {{last}}.',
  'error.wrong-channel':
    'Die Moderation dieses Servers lässt mich nur in diesen Kanälen antworten: {{channels}}',
  'error.settings-unknown':
    'Die Einstellungen dieses Servers lassen sich gerade nicht lesen, deshalb beantworte ich nur Slash-Befehle, und nur für dich sichtbar.',
  'error.chat-off':
    'Die Moderation dieses Servers hat Antworten auf Nachrichten ausgeschaltet. Bitte nimm den Slash-Befehl.',
  'error.too-many-questions': 'Das waren viele Fragen. Die nächste kannst du <t:{{endsAt}}:R> stellen.',
  'error.not-moderator': 'Das darf nur die Moderation dieses Servers.',
  'error.server-only': 'Das geht nur auf einem Server, der mich installiert hat.',
  'error.under-way': 'Das wird gerade schon erledigt. Einen Moment bitte.',
  'error.stopping': 'Ich werde gerade neu gestartet. Bitte frag in einer Minute noch einmal.',

  'command.ask.name': 'fragen',
  'command.ask.description':
    'Eine Frage zum Artikel stellen und sehen, auf welchen Wörtern die Antwort beruht',
  'command.ask.question.name': 'frage',
  'command.ask.question.description': 'Deine Frage, in einer beliebigen Sprache',
  'command.ask.private.name': 'privat',
  'command.ask.private.description': 'Die Antwort nur dir zeigen',
  'command.search.name': 'suchen',
  'command.search.description': 'Die Stellen des Artikels finden, die ein paar Wörtern am nächsten kommen',
  'command.search.query.name': 'wörter',
  'command.search.query.description': 'Wonach gesucht werden soll',
  'command.read.name': 'lesen',
  'command.read.description': 'Den Artikel lesen: die Gliederung oder einen Absatz',
  'command.read.paragraph.name': 'absatz',
  'command.read.paragraph.description': 'Die Nummer des Absatzes',
  'command.help.name': 'hilfe',
  'command.help.description': 'Was ich kann, und wie du mich fragst',
  'command.about.name': 'über',
  'command.about.description': 'Der Artikel, woher er stammt und was die Antworten schreibt',

  'command.config.name': 'einstellungen',
  'command.config.description': 'Für die Moderation: wo, wie und wie viel ich auf diesem Server antworte',
  'command.config.show.name': 'anzeigen',
  'command.config.show.description': 'Die Einstellungen dieses Servers anzeigen',
  'command.config.set.name': 'ändern',
  'command.config.set.description': 'Eine Einstellung ändern',
  'command.config.reset.name': 'zurücksetzen',
  'command.config.reset.description': 'Eine Einstellung oder alle auf den Standard zurücksetzen',
  'command.config.setting.name': 'einstellung',
  'command.config.setting.description': 'Welche Einstellung',
  'command.config.value.name': 'wert',
  'command.config.value.description': 'Der neue Wert: wähl einen aus oder gib ihn ein',

  'setting.channels': 'Kanäle, in denen ich antworten darf',
  'setting.channels.about': 'Anderswo lehne ich ab und nenne diese Kanäle. Threads folgen ihrem Kanal.',
  'setting.questionChannels': 'Kanäle, in denen jede Nachricht eine Frage ist',
  'setting.questionChannels.about':
    'Dort antworte ich ohne Erwähnung, wenn der Betreiber mich Nachrichten lesen lässt.',
  'setting.questionForums': 'Foren, in denen ich neue Beiträge beantworte',
  'setting.questionForums.about':
    'Die erste Nachricht wird beantwortet, wenn der Betreiber mich Nachrichten lesen lässt.',
  'setting.moderatorRoles': 'Rollen der Moderation',
  'setting.moderatorRoles.about': 'Diese Rollen zählen zur Moderation, neben allen mit „Server verwalten“.',
  'setting.chat': 'Antworten auf Nachrichten',
  'setting.chat.about': 'Aus: Erwähnungen und Antworten bleiben liegen, Slash-Befehle gehen weiter.',
  'setting.followUps': 'Der Knopf „Weiterfragen“ öffnet',
  'setting.followUps.about':
    'Der Knopf unter einer Antwort öffnet ein Formular oder, wo möglich, einen Thread.',
  'setting.language': 'Sprache der Antworten',
  'setting.language.about':
    'Die Sprache, in der das Modell schreibt. Zitate bleiben im Wortlaut des Artikels.',
  'setting.length': 'Länge der Antworten',
  'setting.length.about': 'Wie ausführlich eine Antwort ist.',
  'setting.keepQuestions': 'Fragen speichern',
  'setting.keepQuestions.about':
    'Fragen bleiben 180 Tage mit Person und Antwort gespeichert; `/datenschutz` sagt es.',
  'setting.questionsPerMinute': 'Fragen je Minute und Mitglied',
  'setting.questionsPerMinute.about':
    'Was in sechzig Sekunden darüber hinausgeht, lehne ich ab und sage, wann es weitergeht.',
  'setting.answersPerDay': 'Antworten des Modells je Tag',
  'setting.answersPerDay.about': 'Danach zitiere ich bis Mitternacht UTC. Bei 0 zitiere ich immer nur.',
  'setting.deniedChannels': 'Kanäle, in denen ich nicht antworte',
  'setting.deniedChannels.about':
    'Ausgenommen, auch wenn alle Kanäle erlaubt sind. Threads folgen ihrem Kanal.',
  'setting.forumDelay': 'Sekunden, bevor ich einen neuen Beitrag beantworte',
  'setting.forumDelay.about': 'Solange kann jemand anders antworten und der Beitrag noch geändert werden.',
  'setting.forumMinLength': 'Zeichen, die ein Beitrag haben muss',
  'setting.forumMinLength.about': 'Kürzere Beiträge in Frageforen überlasse ich den Leuten dort.',
  'setting.allowedRoles': 'Rollen, die fragen dürfen',
  'setting.allowedRoles.about': 'Wer keine davon hat, wird abgewiesen und erfährt die Rollen.',
  'setting.deniedRoles': 'Rollen, die nicht fragen dürfen',
  'setting.deniedRoles.about': 'Wer eine davon hat, wird abgewiesen, egal welche Rollen noch.',
  'setting.barredMembers': 'Mitglieder, die nicht fragen dürfen',
  'setting.barredMembers.about': 'Sie erfahren es privat und können Antworten an andere weiter lesen.',
  'setting.logChannel': 'Protokollkanal',
  'setting.logChannel.about': 'Dort sage ich, wer was geändert hat und wann ein Budget fast verbraucht ist.',
  'setting.privateAnswers': 'Private Antworten',
  'setting.privateAnswers.about': 'Antworten auf Befehle, Menüs und Knöpfe sieht nur, wer fragt.',
  'setting.tone': 'Ton der Antworten',
  'setting.tone.about': 'Wie ein Modell klingen soll. Was als belegt gilt, ändert sich dadurch nie.',
  'setting.word.all': 'alle Kanäle',
  'setting.word.nowhere': 'nirgends',
  'setting.word.none': 'nur „Server verwalten“',
  'setting.word.on': 'an',
  'setting.word.off': 'aus',
  'setting.word.asker': 'die Sprache der Frage',
  'setting.word.short': 'kurz',
  'setting.word.normal': 'mittel',
  'setting.word.long': 'lang',
  'setting.word.modal': 'ein Formular',
  'setting.word.thread': 'einen Thread',
  'setting.word.unlimited': 'unbegrenzt',
  'setting.word.everyone': 'alle',
  'setting.word.nobody': 'niemand',
  'setting.word.usual': 'wie üblich',

  'feedback.helpful': 'Hilfreich',
  'feedback.unhelpful': 'Nicht hilfreich',
  'feedback.thanks': 'Danke, als hilfreich vermerkt. Du kannst deine Stimme jederzeit ändern.',
  'feedback.noted': 'Danke, als nicht hilfreich vermerkt. Du kannst deine Stimme jederzeit ändern.',
  'feedback.modal.title': 'Was war nicht hilfreich?',
  'feedback.modal.reason': 'Woran liegt es?',
  'feedback.modal.note': 'Möchtest du etwas ergänzen?',
  'feedback.modal.noteKept': 'Freiwillig. Wird mit deiner Stimme gespeichert.',
  'feedback.reason.wrong': 'Sie ist falsch',
  'feedback.reason.incomplete': 'Sie ist unvollständig',
  'feedback.reason.place': 'Die zitierte Stelle passt nicht',
  'feedback.reason.language': 'Sie ist nicht in meiner Sprache',
  'feedback.reason.other': 'Etwas anderes',
  'privacy.title': 'Was ich speichere',
  'privacy.answers':
    'Von jeder Antwort: Ergebnis, zitierte Stellen, Versionen, Sprache und Zeit, ohne wer gefragt hat. {{days}} Tage lang.',
  'privacy.votes':
    'Von jeder Stimme zu einer Antwort: wer, auf welchem Server, das Urteil, Grund und Anmerkung und die Zeit. {{days}} Tage lang.',
  'privacy.questionsKept':
    'Die Moderation dieses Servers erlaubt, dass ich Fragen und wer sie gestellt hat {{days}} Tage lang speichere.',
  'privacy.questionsNotKept': 'Hier gestellte Fragen werden nicht gespeichert.',
  'privacy.questionsUnknown': 'Ob dieser Server Fragen speichert, lässt sich gerade nicht lesen.',
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
  'privacy.deleted': 'Endgültig gelöscht. Stimmen: {{votes}}. Fragen: {{questions}}.',
  'command.privacy.name': 'datenschutz',
  'command.privacy.description': 'Was über dich gespeichert ist, zum Herunterladen oder Löschen',

  'moderator.databaseAway':
    '⚠️ Für dich als Moderation: Meine Datenbank ist gerade nicht benutzbar. Ich arbeite mit den zuletzt bekannten Einstellungen weiter, sonst mit dem Standard und nur privat; Änderungen lassen sich nicht speichern, und nichts wurde überschrieben. Den Grund nennt das Log des Betreibers.',
  'config.title': '**Einstellungen dieses Servers**',
  'config.line': '• {{name}}: **{{value}}**',
  'config.lineChanged': '• {{name}}: **{{value}}** (Standard: {{initial}})',
  'config.andMore': '{{shown}} und {{more}} weitere',
  'config.usedToday':
    'Antworten des Modells heute (UTC): {{used}}. Sind die des Tages verbraucht, mache ich mit Zitaten weiter.',
  'config.howToChange':
    'Ändere eine mit `/einstellungen ändern`, setze sie mit `/einstellungen zurücksetzen` zurück.',
  'config.changed': '{{name}}: {{before}} → **{{after}}**',
  'config.applies': 'Das gilt ab der nächsten Frage.',
  'config.unchanged': '{{name}}: Der Wert ist schon **{{value}}**, also wurde nichts geändert.',
  'config.nothingToReset': 'Alle Einstellungen stehen schon auf dem Standard, also wurde nichts geändert.',
  'log.settingsChanged': '{{member}} hat Einstellungen geändert:',
  'config.stale':
    '⚠️ Die Datenbank lässt sich gerade nicht lesen. Das hier sind die letzten Einstellungen, die ich kannte, und mit ihnen arbeite ich weiter. Bis sie wieder da ist, lässt sich nichts speichern; nichts wurde überschrieben.',
  'config.unknown':
    '⚠️ Die Datenbank lässt sich nicht lesen, und ich kenne die Einstellungen dieses Servers nicht. Bis sie wieder da ist, beantworte ich nur Slash-Befehle, und nur privat; nichts wurde überschrieben. Es folgt der Standard.',

  'error.setting-invalid-channels':
    'Das ist keine Liste von Kanälen. Erwähne bis zu {{most}} Kanäle, etwa #allgemein, oder schreib: {{words}}',
  'error.setting-invalid-roles':
    'Das ist keine Liste von Rollen. Erwähne bis zu {{most}} Rollen, oder schreib: {{words}}',
  'error.setting-invalid-switch':
    'Diese Einstellung ist entweder an oder aus. Schreib eines davon: {{words}}',
  'error.setting-invalid-choice':
    'Diesen Wert hat die Einstellung nicht. Schreib einen von diesen: {{words}}',
  'error.setting-invalid-language':
    'Diese Sprache kenne ich nicht. Schreib eine von diesen, oder das Kürzel einer anderen, etwa fr: {{words}}',
  'error.setting-invalid-amount': 'Schreib eine ganze Zahl von {{least}} bis {{most}}, oder: {{words}}',
  'error.setting-invalid-channel': 'Das ist kein einzelner Kanal. Erwähn einen Kanal oder schreib: {{words}}',
  'error.setting-invalid-members':
    'Das ist keine Liste von Mitgliedern. Erwähn bis zu {{most}} Mitglieder oder schreib: {{words}}',
  'error.setting-invalid-count': 'Schreib eine ganze Zahl von {{least}} bis {{most}}.',
  'error.setting-invalid-text': 'Das ist zu lang. Schreib bis zu {{most}} Zeichen, oder: {{words}}',
  'error.denied-channel': 'Die Moderation dieses Servers lässt mich in diesem Kanal nicht antworten.',
  'error.member-barred': 'Die Moderation dieses Servers hat entschieden, dass du hier nicht fragen darfst.',
  'error.role-denied': 'Mit einer deiner Rollen lässt dich die Moderation dieses Servers nicht fragen.',
  'error.role-missing': 'Auf diesem Server dürfen nur Mitglieder mit einer dieser Rollen fragen: {{roles}}',
  'error.setting-not-here': 'Nicht von diesem Server, also wurde nichts geändert: {{ids}}',
  'error.setting-unknown':
    'Eine Einstellung mit diesem Namen kenne ich nicht. Wähl eine aus der Liste, die beim Tippen erscheint.',
  'error.settings-moved':
    'Jemand anders hat das inzwischen geändert, darum wurde nichts geändert. Sieh dir den jetzigen Wert an und versuch es noch einmal.',
  'error.settings-not-saved':
    'In die Datenbank lässt sich gerade nicht schreiben, also wurde nichts geändert. Bitte versuch es später noch einmal; den Grund nennt das Log des Betreibers.',
};
