/** Why something was not done, and what to do instead. */
export const errors = {
  'error.cannot-speak':
    'Ich kann in {{channel}} nicht antworten, denn mir fehlt dort diese Berechtigung: {{permissions}}. Die Moderation des Servers kann sie erteilen.',
  'error.claims-none': 'In dieser Nachricht steht keine Aussage, die sich mit dem Artikel abgleichen ließe.',

  'error.thread-not-allowed':
    'Um hier einen Thread zu öffnen, braucht es eine Berechtigung, die du nicht hast: {{permissions}}.',
  'error.thread-cannot-open':
    'Ich kann hier keinen Thread öffnen, denn mir fehlt in diesem Kanal diese Berechtigung: {{permissions}}.',

  'error.bug':
    'Bei mir ist etwas schiefgegangen. Wenn du es meldest, gib bitte diese Kennung an: {{reference}}',
  'error.upstream':
    'Ein Dienst, den ich brauche, antwortet gerade nicht. Bitte versuch es in einer Minute noch einmal.',
  'error.databaseAway':
    'Meine Datenbank ist gerade nicht benutzbar. Bitte versuch es in einer Minute noch einmal.',
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
  'error.chat-off':
    'Die Moderation dieses Servers hat Antworten auf Nachrichten ausgeschaltet. Bitte nimm den Slash-Befehl.',
  'error.direct-off':
    'Direktnachrichten beantworte ich nicht. Nimm den Slash-Befehl oder frag auf einem Server.',
  'error.too-many-questions': 'Das waren viele Fragen. Die nächste kannst du <t:{{endsAt}}:R> stellen.',
  'error.member-day':
    'Du hast heute so viele Fragen gestellt, wie die Moderation dieses Servers einem Mitglied erlaubt. Die nächste kannst du <t:{{endsAt}}:R> stellen.',
  'error.channel-limit':
    'In diesem Kanal wurden so viele Fragen gestellt, wie die Moderation dieses Servers erlaubt. Hier geht es <t:{{endsAt}}:R> weiter.',
  'error.server-limit':
    'Auf diesem Server wurden so viele Fragen gestellt, wie seine Moderation erlaubt. Die nächste kannst du <t:{{endsAt}}:R> stellen.',
  'error.fair-share':
    'Du hattest heute schon einen guten Teil der Fragen dieses Servers; der Rest ist für die anderen. Die nächste kannst du <t:{{endsAt}}:R> stellen.',
  'error.too-busy': 'Gerade fragen mich sehr viele. Bitte versuche es <t:{{endsAt}}:R> noch einmal.',
  'error.not-moderator': 'Das darf nur die Moderation dieses Servers.',
  'error.server-only': 'Das geht nur auf einem Server, der mich installiert hat.',
  'error.under-way': 'Das wird gerade schon erledigt. Einen Moment bitte.',
  'error.stopping': 'Ich werde gerade neu gestartet. Bitte frag in einer Minute noch einmal.',
  'error.interrupted': 'Ich wurde unterbrochen, bevor ich damit fertig war. Bitte versuche es noch einmal.',

  'error.model-not-allowed':
    'Der Betreiber erlaubt dieses Modell nicht, darum wurde nichts geändert. Erlaubt sind: {{models}}',
  'error.prices-unknown':
    'Der Betreiber hat für das Modell keine Preise gesetzt, darum lässt sich Geld nicht zählen und nichts wurde geändert. Ein Budget in Token geht.',
  'error.denied-channel': 'Die Moderation dieses Servers lässt mich in diesem Kanal nicht antworten.',
  'error.member-barred': 'Die Moderation dieses Servers hat entschieden, dass du hier nicht fragen darfst.',
  'error.role-denied': 'Mit einer deiner Rollen lässt dich die Moderation dieses Servers nicht fragen.',
  'error.role-missing': 'Auf diesem Server dürfen nur Mitglieder mit einer dieser Rollen fragen: {{roles}}',
  'error.file-too-large': 'Diese Datei ist größer als {{most}} KiB und wurde deshalb nicht gelesen.',
  'error.file-no-text': 'Diese Datei ist kein Text in UTF-8, also wurde nichts geändert.',
};
