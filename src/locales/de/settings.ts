/** Settings: their names, what each does, the words of their values, and what may be typed. */
export const settings = {
  'error.settings-unknown':
    'Die Einstellungen dieses Servers lassen sich gerade nicht lesen, deshalb beantworte ich nur Slash-Befehle, und nur für dich sichtbar.',
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
  'setting.keepQuestions.about': 'Fragen bleiben mit Person und Antwort gespeichert; `/datenschutz` sagt es.',
  'setting.memberPerMinute': 'Fragen je Minute und Mitglied',
  'setting.memberPerMinute.about':
    'Was in einer Minute darüber hinausgeht, lehne ich ab und sage, wann es weitergeht.',
  'setting.channelPerMinute': 'Fragen je Minute und Kanal',
  'setting.channelPerMinute.about': 'Von allen Mitgliedern zusammen; Threads zählen zu ihrem Kanal.',
  'setting.serverPerMinute': 'Fragen je Minute auf dem Server',
  'setting.serverPerMinute.about': 'Von allen Mitgliedern in allen Kanälen zusammen.',
  'setting.memberPerDay': 'Fragen je Tag und Mitglied',
  'setting.memberPerDay.about': 'Bis Mitternacht UTC. So lange wird die Zahl aufbewahrt.',
  'setting.channelPerDay': 'Fragen je Tag und Kanal',
  'setting.channelPerDay.about': 'Bis Mitternacht UTC, von allen zusammen; Threads zählen zu ihrem Kanal.',
  'setting.serverPerDay': 'Fragen je Tag auf dem Server',
  'setting.serverPerDay.about':
    'Bis Mitternacht UTC. Ist die Hälfte verbraucht, bekommt niemand mehr als ein Viertel.',
  'setting.exemptRoles': 'Rollen ohne Grenzen',
  'setting.exemptRoles.about': 'Ihre Fragen werden weder begrenzt noch gezählt.',
  'setting.answersPerDay': 'Antworten des Modells je Tag',
  'setting.answersPerDay.about': 'Danach zitiere ich bis Mitternacht UTC. Bei 0 zitiere ich immer nur.',
  'setting.model': 'Modell, das die Antworten schreibt',
  'setting.model.about': 'Eines von denen, die der Betreiber erlaubt. Geprüft wird alles gleich.',
  'setting.tokensPerDay': 'Token je Tag für das Modell',
  'setting.tokensPerDay.about':
    'Danach zitiere ich bis Mitternacht UTC; bei 80 % warne ich im Protokollkanal.',
  'setting.moneyPerDay': 'Geld je Tag für das Modell',
  'setting.moneyPerDay.about':
    'In der Währung der Preise des Betreibers; ohne Preise lässt es sich nicht zählen.',
  'setting.keepDays': 'Tage, die Antworten und Stimmen bleiben',
  'setting.keepDays.about': 'Danach werden sie mit der nächsten Antwort gelöscht, gespeicherte Fragen auch.',
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
  'setting.word.operator': 'die Wahl des Betreibers',
  'setting.word.everyone': 'alle',
  'setting.word.nobody': 'niemand',
  'setting.word.usual': 'wie üblich',
  'setting.section.where': 'Wo',
  'setting.section.who': 'Wer',
  'setting.section.how': 'Wie',
  'setting.section.how-much': 'Wie viel',
  'setting.section.privacy': 'Datenschutz',
  'setting.section.voice': 'Sprache und Ton',

  'error.setting-invalid-channels':
    'Das ist keine Liste von Kanälen. Erwähne bis zu {{most}} Kanäle, etwa #allgemein, oder schreib: {{words}}',
  'error.setting-invalid-forums':
    'Das ist keine Liste von Foren. Erwähne bis zu {{most}} Forenkanäle, oder schreib: {{words}}',
  'error.setting-invalid-roles':
    'Das ist keine Liste von Rollen. Erwähne bis zu {{most}} Rollen, oder schreib: {{words}}',
  'error.setting-invalid-switch':
    'Diese Einstellung ist entweder an oder aus. Schreib eines davon: {{words}}',
  'error.setting-invalid-choice':
    'Diesen Wert hat die Einstellung nicht. Schreib einen von diesen: {{words}}',
  'error.setting-invalid-language':
    'Diese Sprache kenne ich nicht. Schreib eine von diesen, oder das Kürzel einer anderen, etwa fr: {{words}}',
  'error.setting-invalid-amount': 'Schreib eine ganze Zahl von {{least}} bis {{most}}, oder: {{words}}',
  'error.setting-invalid-money':
    'Schreib einen Betrag mit höchstens zwei Nachkommastellen, etwa 2,50, oder: {{words}}',
  'error.setting-invalid-model':
    'Das ist kein Name eines Modells. Wähl ein angebotenes oder schreib: {{words}}',
  'error.setting-invalid-channel': 'Das ist kein einzelner Kanal. Erwähn einen Kanal oder schreib: {{words}}',
  'error.setting-invalid-members':
    'Das ist keine Liste von Mitgliedern. Erwähn bis zu {{most}} Mitglieder oder schreib: {{words}}',
  'error.setting-invalid-count': 'Schreib eine ganze Zahl von {{least}} bis {{most}}.',
  'error.setting-invalid-text': 'Das ist zu lang. Schreib bis zu {{most}} Zeichen, oder: {{words}}',
  'error.setting-not-here': 'Nicht von diesem Server, also wurde nichts geändert: {{ids}}',
  'error.setting-unknown':
    'Eine Einstellung mit diesem Namen kenne ich nicht. Wähl eine aus der Liste, die beim Tippen erscheint.',
  'error.settings-moved':
    'Jemand anders hat das inzwischen geändert, darum wurde nichts geändert. Sieh dir den jetzigen Wert an und versuch es noch einmal.',
  'error.settings-file-unreadable':
    'Das ist keine Datei mit exportierten Einstellungen, also wurde nichts geändert.',
  'error.settings-file-newer':
    'Diese Datei stammt von einer neueren Version als meiner, also wurde nichts geändert.',
  'error.settings-file-values':
    'In dieser Datei unbekannt oder mit einem Wert, der nicht erlaubt ist, also wurde nichts geändert: {{names}}',
  'error.settings-not-saved':
    'In die Datenbank lässt sich gerade nicht schreiben, also wurde nichts geändert. Bitte versuch es später noch einmal; den Grund nennt das Log des Betreibers.',
};
