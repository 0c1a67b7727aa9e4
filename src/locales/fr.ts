/** French. */
import type { Messages } from './messages.ts';

export const fr: Messages = {
  'answer.lead.quotes': 'Dans les termes mêmes de l’article :',
  'answer.lead.partly': 'L’article n’y répond qu’en partie :',
  'answer.lead.partlyQuotes': 'L’article n’y répond qu’en partie. Dans ses propres termes :',
  'answer.lead.notInArticle': 'L’article ne le dit pas.',
  'answer.lead.correction': 'L’article dit {{found}}, et non {{asked}} :',
  'answer.lead.offTopic': 'Ce n’est pas le sujet de cet article.',
  'answer.lead.unclear': 'Je ne suis pas sûr de comprendre votre question.',
  'answer.choices': 'S’agit-il de l’une de ces questions ? Vous pouvez aussi préciser la vôtre.',
  'answer.correctButton': 'Corriger la question',
  'answer.lead.smallTalk':
    'Bonjour ! Je réponds aux questions sur l’article « {{title}} », et je montre les mots exacts sur lesquels repose tout ce que je dis.',
  'answer.nearest': 'Ce qu’il dit de plus proche :',
  'answer.suggestions': 'Vous pourriez demander :',
  'answer.understoodAs': 'Question comprise ainsi : {{question}}',
  'answer.paragraph': '¶{{number}}',
  'answer.details': 'À propos de l’article',
  'answer.citation': '{{place}} {{quote}}',
  'answer.quoted': '« {{quote}} »',
  'answer.quotedWithin': '“{{quote}}”',
  'gloss.label': 'Traduction en anglais, pas une citation : ',
  'answer.footer.checked_one': '{{count}} affirmation, {{count}} vérifiée dans le texte',
  'answer.footer.checked_many': '{{count}} d’affirmations, {{count}} vérifiées dans le texte',
  'answer.footer.checked_other': '{{count}} affirmations, {{count}} vérifiées dans le texte',
  'answer.footer.quotesOnly': 'Citations seulement : ce sont les phrases mêmes de l’article',
  'answer.footer.moderators': 'Réponse des modérateurs',
  'answer.footer.page': 'Page {{page}} sur {{pages}}',
  'answer.footer.article': '« {{title}} », version {{version}}',
  'answer.retry': 'Redemander',
  'answer.delete': 'Supprimer',
  'answer.progress': 'Vérification de l’affirmation suivante…',
  'answer.stage.searching': 'Recherche dans l’article…',
  'answer.stage.reading': 'Lecture de {{places}}…',
  'answer.stage.readingAll': 'Lecture de tout l’article…',

  'field.title': 'Titre : ',
  'field.author': 'Auteur : ',
  'field.authorNote': 'À propos de l’auteur : ',
  'field.journal': 'Revue : ',
  'field.publishedAt': 'Publication : ',
  'field.editor': 'Rédaction : ',
  'field.keywords': 'Mots-clés : ',
  'field.headings': 'Intertitres :\n',

  'evidence.bold': 'Les mots en gras sont ceux qui sont cités.',
  'evidence.part': 'partie {{part}} sur {{parts}}',
  'evidence.previous': '◀ {{place}}',
  'evidence.next': '{{place}} ▶',
  'evidence.back': 'Revenir à la citation',
  'evidence.showGloss': 'Voir la traduction',
  'evidence.hideGloss': 'Masquer la traduction',
  'evidence.post': 'Publier dans le salon',
  'evidence.postedBy': 'Publié par {{member}}',
  'evidence.olderVersion': 'Repose sur une version antérieure de l’article, montrée ici telle quelle.',

  'search.title': 'Passages les plus proches de : {{query}}',
  'search.page': 'Résultats {{first}}–{{last}} sur {{total}}',
  'search.none': 'Rien dans l’article ne s’en approche. Essayez avec d’autres mots.',
  'search.previous': '◀ Précédents',
  'search.next': 'Suivants ▶',

  'suggest.paragraph': 'Que dit {{place}} ?',
  'suggest.section': 'Que dit la partie « {{heading}} » ?',

  'read.outline': 'Plan',
  'read.open': 'Ouvrir un paragraphe',
  'read.range': '¶{{first}}–¶{{last}}',

  'quotation.button': 'Copier comme citation',
  'quotation.plain': 'Forme courante',

  'help.intro':
    'Je réponds aux questions sur l’article « {{title}} ». Chaque affirmation porte un numéro comme [1] : appuyez sur son bouton pour voir les mots exacts sur lesquels elle repose. Quand l’article ne dit rien, je vous le signale.',
  'help.commands': 'Commandes',
  'help.chat':
    'Vous pouvez aussi me mentionner, me répondre ou m’envoyer un message privé. Une réponse poursuit la même conversation.',
  'help.menus':
    'Clic droit sur un message (appui long sur un téléphone), puis « Applications » : **{{ask}}** pose la question du message, ou une question à son sujet ; **{{check}}** montre ce que l’article dit de chacune de ses affirmations.',
  'help.privacy':
    '`/confidentialité` dit ce que je conserve. Vos questions ne sont pas conservées, sauf si la modération de ce serveur le permet.',
  'help.examples': 'Par exemple :',

  'about.published': 'Publication : {{date}}',
  'about.issue': 'Revue : {{journal}}',
  'about.source': 'Source : {{url}}',
  'about.size': 'Longueur : {{paragraphs}}, {{passages}}',
  'about.paragraphs_one': '{{count}} paragraphe',
  'about.paragraphs_many': '{{count}} de paragraphes',
  'about.paragraphs_other': '{{count}} paragraphes',
  'about.passages_one': '{{count}} passage',
  'about.passages_many': '{{count}} de passages',
  'about.passages_other': '{{count}} passages',
  'about.repairs': 'Provenance : texte rétabli à partir de « {{source}} », {{repairs}}, {{removed}}',
  'about.repaired_one': '{{count}} correction consignée',
  'about.repaired_many': '{{count}} de corrections consignées',
  'about.repaired_other': '{{count}} corrections consignées',
  'about.leftOut_one': '{{count}} morceau étranger à l’article écarté',
  'about.leftOut_many': '{{count}} de morceaux étrangers à l’article écartés',
  'about.leftOut_other': '{{count}} morceaux étrangers à l’article écartés',
  'about.generator.extractive': 'Réponses : citations de l’article, aucun modèle n’est configuré',
  'about.generator.model':
    'Réponses : rédigées par {{model}}, chaque affirmation étant vérifiée dans l’article',
  'about.tokens':
    'Jetons par réponse, en moyenne sur {{answers}} : {{tokensIn}} en entrée (dont {{tokensCached}} en cache), {{tokensOut}} en sortie',
  'about.cost': 'Coût de 100 réponses, aux prix indiqués par l’exploitant : {{cost}}',
  'about.version': 'Footnote {{version}}, version de l’article {{article}}',
  'about.figures':
    'Dernière mesure ({{date}}, {{by}}) : bonnes réponses, {{right}} sur {{judged}} ; refus quand l’article ne répond pas, {{refused}} sur {{unanswerable}}',
  'about.figures.quotes': 'citations seules',

  'repairs.button': 'Corrections et passages écartés',
  'repairs.page': 'Corrections {{first}} à {{last}} sur {{total}}',
  'repairs.removed': 'Écarté ({{what}}) : {{text}}',
  'repairs.nothing': 'rien',
  'repairs.what.links': 'liens vers d’autres pages',
  'repairs.what.search-words': 'ligne de mots de recherche avant le titre',
  'repairs.what.no-words': 'ligne sans aucun mot',
  'repairs.step.drop-readings': 'Prononciations retirées',
  'repairs.step.convert-script': 'Caractères simplifiés',
  'repairs.step.set-punctuation': 'Ponctuation corrigée',
  'repairs.step.join-name': 'Nom reconstitué',
  'repairs.step.split-keywords': 'Mots-clés séparés',
  'repairs.step.restore-bytes': 'Caractères perdus rétablis',

  'chat.textWithheld':
    'Ici, Discord ne me montre le texte d’un message que s’il me mentionne. Mentionnez-moi, ou appuyez sur le bouton pour poser votre question.',
  'chat.askButton': 'Poser une question',
  'chat.askModal.title': 'Poser une question sur l’article',
  'chat.askModal.question': 'Votre question',
  'chat.askModal.placeholder': 'Que souhaitez-vous savoir ?',
  'error.cannot-speak':
    'Je ne peux pas répondre dans {{channel}} : il m’y manque cette permission : {{permissions}}. Un modérateur du serveur peut l’accorder.',
  'private.cannotSpeak':
    'Vous seul·e voyez ce message, car il me manque cette permission dans ce salon : {{permissions}}.',
  'private.settingsUnknown':
    'Vous seul·e voyez ce message, car les paramètres de ce serveur sont illisibles pour le moment.',

  'further.button': 'Poser une autre question',
  'menu.askAbout.name': 'Poser une question là-dessus',
  'menu.check.name': 'Vérifier avec l’article',
  'menu.context': 'Le message dont il s’agit',
  'check.supported': 'Confirmé par l’article',
  'check.contradicted': 'Contredit par l’article',
  'check.not-in-article': 'Introuvable dans l’article',
  'check.leftOut':
    'Le message n’a pas été vérifié en entier : {{most}} phrases au plus, d’une longueur limitée.',
  'error.claims-none': 'Ce message ne contient aucune affirmation à vérifier avec l’article.',

  'thread.button': 'Continuer dans un fil',
  'thread.opened': 'La conversation se poursuit dans {{thread}}.',
  'thread.first': 'Continuez à poser vos questions ici. Je tiens compte de la réponse ci-dessus.',
  'thread.name': 'Questions sur l’article',
  'error.thread-not-allowed':
    'Pour ouvrir un fil ici, il faut une permission que vous n’avez pas : {{permissions}}.',
  'error.thread-cannot-open':
    'Je ne peux pas ouvrir de fil ici : il me manque cette permission dans ce salon : {{permissions}}.',

  'permission.ViewChannel': 'Voir le salon',
  'permission.SendMessages': 'Envoyer des messages',
  'permission.SendMessagesInThreads': 'Envoyer des messages dans les fils',
  'permission.CreatePublicThreads': 'Créer des fils publics',
  'permission.ManageThreads': 'Gérer les fils',
  'permission.ReadMessageHistory': 'Voir les anciens messages',
  'permission.EmbedLinks': 'Intégrer des liens',
  'permission.Connect': 'Se connecter',
  'permission.separator': ', ',

  'error.bug':
    'Un problème est survenu de mon côté. Si vous le signalez, donnez cette référence : {{reference}}',
  'error.upstream':
    'Un service dont j’ai besoin ne répond pas pour le moment. Veuillez réessayer dans une minute.',
  'error.not-asker': 'Seule la personne qui a posé la question, ou un modérateur, peut faire cela.',
  'error.post-not-allowed': 'Pour publier ici, il vous faut : {{permissions}}.',
  'error.expired': 'Ceci a expiré. Veuillez reposer votre question.',
  'error.question-empty': 'Veuillez écrire une question, de 1 000 caractères au plus.',
  'error.question-too-long': 'Cette question est trop longue. Veuillez ne pas dépasser {{limit}} caractères.',
  'error.question-without-words': 'Je n’y ai trouvé aucun mot. Veuillez écrire une question.',
  'error.query-empty': 'Veuillez écrire ce qu’il faut chercher.',
  'error.paragraph-unknown': 'Ce paragraphe n’existe pas. L’article compte les paragraphes 1 à {{last}}.',
  'error.wrong-channel':
    'Les modérateurs de ce serveur ne me laissent répondre que dans ces salons : {{channels}}',
  'error.settings-unknown':
    'Les paramètres de ce serveur sont illisibles pour le moment : je ne réponds donc qu’aux commandes slash, et en privé.',
  'error.chat-off':
    'Les modérateurs de ce serveur ont désactivé les réponses aux messages. Veuillez utiliser la commande slash.',
  'error.direct-off':
    'Je ne réponds pas aux messages privés. Utilisez la commande slash, ou demandez sur un serveur.',
  'error.too-many-questions':
    'Cela fait beaucoup de questions. Vous pourrez en poser une autre <t:{{endsAt}}:R>.',
  'error.not-moderator': 'Seuls les modérateurs de ce serveur peuvent faire cela.',
  'error.server-only': 'Cela ne fonctionne que sur un serveur qui m’a installé.',
  'error.under-way': 'C’est déjà en cours. Un instant, s’il vous plaît.',
  'error.stopping': 'Je suis en train de redémarrer. Veuillez reposer votre question dans une minute.',

  'command.ask.name': 'demander',
  'command.ask.description':
    'Poser une question sur l’article et voir les mots exacts qui fondent la réponse',
  'command.ask.question.name': 'question',
  'command.ask.question.description': 'Votre question, dans n’importe quelle langue',
  'command.ask.private.name': 'privé',
  'command.ask.private.description': 'Ne montrer la réponse qu’à vous',
  'command.search.name': 'rechercher',
  'command.search.description': 'Trouver les passages de l’article les plus proches de quelques mots',
  'command.search.query.name': 'mots',
  'command.search.query.description': 'Ce qu’il faut chercher',
  'command.read.name': 'lire',
  'command.read.description': 'Lire l’article : son plan, ou un paragraphe',
  'command.read.paragraph.name': 'paragraphe',
  'command.read.paragraph.description': 'Le numéro du paragraphe',
  'command.help.name': 'aide',
  'command.help.description': 'Ce que je sais faire, et comment me poser une question',
  'command.about.name': 'à-propos',
  'command.about.description': 'L’article, sa provenance et ce qui rédige les réponses',

  'command.config.name': 'configuration',
  'command.config.description': 'Pour les modérateurs : où, comment et combien je réponds sur ce serveur',
  'command.config.show.name': 'afficher',
  'command.config.show.description': 'Afficher les paramètres de ce serveur',
  'command.config.set.name': 'modifier',
  'command.config.set.description': 'Modifier un paramètre',
  'command.config.reset.name': 'réinitialiser',
  'command.config.reset.description': 'Remettre un paramètre, ou tous, à sa valeur par défaut',
  'command.config.doctor.name': 'diagnostic',
  'command.config.doctor.description':
    'Vérifier permissions, modèle, base de données, etc., et dire quoi faire ensuite',
  'command.config.history.name': 'historique',
  'command.config.history.description': 'Qui a modifié quel paramètre, et l’annuler',
  'command.config.setting.name': 'paramètre',
  'command.config.setting.description': 'Quel paramètre',
  'command.config.value.name': 'valeur',
  'command.config.value.description': 'Sa nouvelle valeur : à choisir, ou à saisir',

  'setting.channels': 'Salons où je peux répondre',
  'setting.channels.about': 'Ailleurs, je refuse en nommant ces salons. Un fil suit son salon.',
  'setting.questionChannels': 'Salons où chaque message est une question',
  'setting.questionChannels.about': 'J’y réponds sans mention, si l’exploitant me laisse lire les messages.',
  'setting.questionForums': 'Forums où je réponds aux nouveaux posts',
  'setting.questionForums.about':
    'Je réponds au premier message d’un post, si l’exploitant me laisse lire les messages.',
  'setting.moderatorRoles': 'Rôles de modération',
  'setting.moderatorRoles.about':
    'Ces rôles comptent comme modération, outre la permission « Gérer le serveur ».',
  'setting.chat': 'Réponses aux messages',
  'setting.chat.about': 'Désactivé : pas de réponse aux mentions ; les commandes slash marchent toujours.',
  'setting.followUps': 'Ce qu’ouvre le bouton « Poser une autre question »',
  'setting.followUps.about':
    'Le bouton sous une réponse ouvre un formulaire, ou un fil là où c’est possible.',
  'setting.language': 'Langue des réponses',
  'setting.language.about': 'La langue dans laquelle le modèle écrit. Les citations restent telles quelles.',
  'setting.length': 'Longueur des réponses',
  'setting.length.about': 'Jusqu’où une réponse entre dans le détail.',
  'setting.keepQuestions': 'Conservation des questions',
  'setting.keepQuestions.about': 'Questions gardées avec auteur et réponse ; `/confidentialité` le dit.',
  'setting.questionsPerMinute': 'Questions par minute et par membre',
  'setting.questionsPerMinute.about': 'Au-delà en soixante secondes, je refuse et dis quand redemander.',
  'setting.answersPerDay': 'Réponses du modèle par jour',
  'setting.answersPerDay.about': 'Ensuite, je cite jusqu’à minuit UTC. À 0, je ne fais jamais que citer.',
  'setting.model': 'Modèle qui rédige les réponses',
  'setting.model.about': 'Un de ceux que l’exploitant permet. Ce qu’il écrit est vérifié de même.',
  'setting.tokensPerDay': 'Jetons par jour pour le modèle',
  'setting.tokensPerDay.about':
    'Épuisés, je cite jusqu’à minuit UTC ; à 80 %, j’avertis le salon de journal.',
  'setting.moneyPerDay': 'Argent par jour pour le modèle',
  'setting.moneyPerDay.about': 'Dans la monnaie des prix de l’exploitant ; sans prix, rien n’est compté.',
  'setting.keepDays': 'Jours de conservation des réponses et votes',
  'setting.keepDays.about': 'Ensuite ils sont effacés à la réponse suivante, questions gardées comprises.',
  'setting.deniedChannels': 'Salons où je ne réponds pas',
  'setting.deniedChannels.about': 'Exclus même si tous les salons sont permis. Un fil suit son salon.',
  'setting.forumDelay': 'Secondes avant de répondre à un post',
  'setting.forumDelay.about':
    'Pendant ce temps, quelqu’un peut répondre et le post peut encore être modifié.',
  'setting.forumMinLength': 'Caractères qu’un post doit compter',
  'setting.forumMinLength.about':
    'Dans les forums de questions, je laisse les posts plus courts aux membres.',
  'setting.allowedRoles': 'Rôles qui peuvent demander',
  'setting.allowedRoles.about': 'Sans aucun de ces rôles, je refuse en les nommant.',
  'setting.deniedRoles': 'Rôles qui ne peuvent pas demander',
  'setting.deniedRoles.about': 'Avec l’un d’eux, je refuse, quels que soient les autres rôles.',
  'setting.barredMembers': 'Membres qui ne peuvent pas demander',
  'setting.barredMembers.about': 'Prévenus en privé, ils peuvent encore lire les réponses faites aux autres.',
  'setting.logChannel': 'Salon de journal',
  'setting.logChannel.about': 'J’y dis qui a changé quel réglage, et quand un budget est presque épuisé.',
  'setting.privateAnswers': 'Réponses privées',
  'setting.privateAnswers.about':
    'Commandes, menus et boutons : seule la personne qui demande voit la réponse.',
  'setting.tone': 'Ton des réponses',
  'setting.tone.about': 'Le ton du modèle, avec vos mots. Ce qui compte comme prouvé ne change jamais.',
  'setting.word.all': 'tous les salons',
  'setting.word.nowhere': 'nulle part',
  'setting.word.none': 'seulement « Gérer le serveur »',
  'setting.word.on': 'activé',
  'setting.word.off': 'désactivé',
  'setting.word.asker': 'la langue de la question',
  'setting.word.short': 'courte',
  'setting.word.normal': 'normale',
  'setting.word.long': 'longue',
  'setting.word.modal': 'un formulaire',
  'setting.word.thread': 'un fil',
  'setting.word.unlimited': 'illimité',
  'setting.word.operator': 'le choix de l’exploitant',
  'setting.word.everyone': 'tout le monde',
  'setting.word.nobody': 'personne',
  'setting.word.usual': 'comme d’habitude',

  'feedback.helpful': 'Utile',
  'feedback.unhelpful': 'Pas utile',
  'feedback.thanks': 'Merci, c’est noté comme utile. Vous pouvez changer d’avis à tout moment.',
  'feedback.noted': 'Merci, c’est noté comme pas utile. Vous pouvez changer d’avis à tout moment.',
  'feedback.modal.title': 'Qu’est-ce qui n’a pas aidé ?',
  'feedback.modal.reason': 'Quel est le problème ?',
  'feedback.modal.note': 'Quelque chose à ajouter ?',
  'feedback.modal.noteKept': 'Facultatif. Conservé avec votre avis.',
  'feedback.reason.wrong': 'C’est faux',
  'feedback.reason.incomplete': 'C’est incomplet',
  'feedback.reason.place': 'Le passage cité n’est pas le bon',
  'feedback.reason.language': 'Ce n’est pas dans ma langue',
  'feedback.reason.other': 'Autre chose',
  'privacy.title': 'Ce que je conserve',
  'privacy.answers':
    'De chaque réponse : son résultat, les passages cités, les versions, la langue, l’heure et ce qu’elle a consommé, sans la personne qui a posé la question. Pendant {{days}} jours.',
  'privacy.votes':
    'De chaque avis sur une réponse : la personne, le serveur, l’avis, la raison et le commentaire, et l’heure. Pendant {{days}} jours.',
  'privacy.questionsKept':
    'La modération de ce serveur me permet de conserver les questions et les personnes qui les posent, pendant {{days}} jours.',
  'privacy.questionsNotKept': 'Les questions posées ici ne sont pas conservées.',
  'privacy.questionsUnknown': 'Impossible de lire pour le moment si ce serveur conserve les questions.',
  'privacy.model':
    'Pour rédiger une réponse, la question et la conversation qui précède sont envoyées au modèle de langage choisi par l’exploitant.',
  'privacy.noModel': 'Les questions ne vont à aucun modèle de langage : aucun n’est configuré.',
  'privacy.yours':
    'Vous pouvez télécharger ou supprimer ce qui est conservé à votre sujet, sur tous les serveurs.',
  'privacy.export': 'Télécharger mes données',
  'privacy.delete': 'Supprimer mes données',
  'privacy.exported': 'Tout ce qui est conservé à votre sujet est dans ce fichier.',
  'privacy.sure':
    'Vos avis, et les questions conservées comme étant les vôtres, seront supprimés sur tous les serveurs. C’est irréversible.',
  'privacy.deleteAll': 'Tout supprimer',
  'privacy.deleted': 'Supprimé définitivement. Avis : {{votes}}. Questions : {{questions}}.',
  'command.privacy.name': 'confidentialité',
  'command.privacy.description': 'Ce qui est conservé à votre sujet, à télécharger ou à supprimer',

  'moderator.databaseAway':
    '⚠️ Pour vous qui modérez : ma base de données est inutilisable pour le moment. Je continue avec les derniers paramètres connus, ou à défaut avec ceux d’origine et en privé ; rien ne peut être enregistré, et rien n’a été écrasé. Le journal de l’exploitant dit pourquoi.',
  'config.title': '**Paramètres de ce serveur**',
  'config.line': '• {{name}} : **{{value}}**',
  'config.lineChanged': '• {{name}} : **{{value}}** (par défaut : {{initial}})',
  'config.andMore': '{{shown}} et {{more}} de plus',
  'config.usedToday':
    'Réponses du modèle aujourd’hui (UTC) : {{used}}. Une fois celles du jour épuisées, je continue avec des citations.',
  'config.howToChange':
    'Modifiez-en un avec `/configuration modifier`, rétablissez-le avec `/configuration réinitialiser`.',
  'config.changed': '{{name}} : {{before}} → **{{after}}**',
  'config.applies': 'Cela s’applique dès la prochaine question.',
  'config.unchanged': '{{name}} : la valeur est déjà **{{value}}**, rien n’a donc été modifié.',
  'config.nothingToReset': 'Tous les paramètres ont déjà leur valeur par défaut, rien n’a donc été modifié.',
  'log.settingsChanged': '{{member}} a changé des réglages :',
  'history.title': '**Modifications des paramètres, les plus récentes d’abord**',
  'history.empty': 'Aucun paramètre n’a encore été modifié.',
  'history.undoButton': 'Annuler {{number}}',
  'log.budgetNearlySpent':
    '80 % du budget du jour pour le modèle sont dépensés : {{tokens}} jetons, {{money}} en argent.',
  'log.budgetSpent':
    'Le budget du jour pour le modèle est épuisé : {{tokens}} jetons, {{money}} en argent. Jusqu’à minuit UTC, je cite.',
  'config.stale':
    '⚠️ La base de données est illisible pour le moment. Voici les derniers paramètres que je connaissais, et je continue avec eux. Rien ne peut être enregistré avant son retour ; rien n’a été écrasé.',
  'config.unknown':
    '⚠️ La base de données est illisible, et je ne connais pas les paramètres de ce serveur. Jusqu’à son retour, je ne réponds qu’aux commandes slash, en privé ; rien n’a été écrasé. Voici les valeurs par défaut.',

  'error.setting-invalid-channels':
    'Ce n’est pas une liste de salons. Mentionnez jusqu’à {{most}} salons, par exemple #général, ou écrivez : {{words}}',
  'error.setting-invalid-roles':
    'Ce n’est pas une liste de rôles. Mentionnez jusqu’à {{most}} rôles, ou écrivez : {{words}}',
  'error.setting-invalid-switch':
    'Ce paramètre est soit activé, soit désactivé. Écrivez l’un de ces mots : {{words}}',
  'error.setting-invalid-choice':
    'Ce paramètre n’admet pas cette valeur. Écrivez l’une de celles-ci : {{words}}',
  'error.setting-invalid-language':
    'Je ne connais pas cette langue. Écrivez l’une de celles-ci, ou le code d’une autre langue, par exemple fr : {{words}}',
  'error.setting-invalid-amount': 'Écrivez un nombre entier de {{least}} à {{most}}, ou : {{words}}',
  'error.setting-invalid-money': 'Écrivez un montant avec deux décimales au plus, comme 2,50, ou : {{words}}',
  'error.setting-invalid-model':
    'Ce n’est pas le nom d’un modèle. Choisissez-en un proposé, ou écrivez : {{words}}',
  'error.model-not-allowed':
    'L’exploitant ne permet pas ce modèle, rien n’a donc été modifié. Permis : {{models}}',
  'error.prices-unknown':
    'L’exploitant n’a pas fixé de prix pour le modèle : l’argent ne peut être compté et rien n’a été modifié. Un budget de jetons fonctionne.',
  'error.setting-invalid-channel': 'Ce n’est pas un salon. Mentionnez un salon, ou écrivez : {{words}}',
  'error.setting-invalid-members':
    'Ce n’est pas une liste de membres. Mentionnez jusqu’à {{most}} membres, ou écrivez : {{words}}',
  'error.setting-invalid-count': 'Écrivez un nombre entier de {{least}} à {{most}}.',
  'error.setting-invalid-text': 'C’est trop long. Écrivez jusqu’à {{most}} caractères, ou : {{words}}',
  'error.denied-channel': 'La modération de ce serveur ne me laisse pas répondre dans ce salon.',
  'error.member-barred':
    'La modération de ce serveur a décidé que vous ne pouvez pas poser de questions ici.',
  'error.role-denied': 'La modération de ce serveur ne laisse pas demander avec l’un de vos rôles.',
  'error.role-missing':
    'Sur ce serveur, seuls les membres ayant l’un de ces rôles peuvent demander : {{roles}}',
  'error.setting-not-here': 'Absent de ce serveur, rien n’a donc été modifié : {{ids}}',
  'error.setting-unknown':
    'Je ne connais aucun réglage de ce nom. Choisissez-en un dans la liste qui s’ouvre pendant la saisie.',
  'error.settings-moved':
    'Quelqu’un d’autre a changé ce réglage entre-temps, rien n’a donc été modifié. Regardez la valeur actuelle et réessayez.',
  'error.settings-not-saved':
    'Impossible d’écrire dans la base de données pour le moment : rien n’a été modifié. Veuillez réessayer plus tard ; le journal de l’exploitant dit pourquoi.',

  'doctor.joined':
    'Merci de m’avoir invité sur {{server}}. J’ai cherché ce qui m’empêcherait d’y travailler ; `/configuration diagnostic` recommence, et en dit plus.',
  'doctor.summary': '**Diagnostic.** À faire : {{problems}}. À regarder : {{warnings}}. En ordre : {{fine}}.',
  'doctor.line': '**{{state}} :** {{text}}',
  'doctor.lineWithStep': '**{{state}} :** {{text}} → {{step}}',
  'doctor.state.problem': 'À faire',
  'doctor.state.warning': 'À regarder',
  'doctor.state.ok': 'En ordre',
  'doctor.kind.text': 'Salons textuels',
  'doctor.kind.announcement': 'Salons des annonces',
  'doctor.kind.forum': 'Salons forum',
  'doctor.kind.media': 'Salons médias',
  'doctor.kind.voice': 'Salons vocaux',
  'doctor.kind.stage': 'Salons de conférence',
  'doctor.kind.locked-thread': 'Fils verrouillés',
  'doctor.permission': '{{permission}} ({{purpose}})',
  'doctor.purpose.ViewChannel': 'pour voir le salon',
  'doctor.purpose.SendMessages': 'pour répondre',
  'doctor.purpose.SendMessagesInThreads': 'pour répondre dans les fils et les posts',
  'doctor.purpose.CreatePublicThreads': 'pour ouvrir des fils où continuer',
  'doctor.purpose.ManageThreads': 'pour répondre dans les fils verrouillés',
  'doctor.purpose.ReadMessageHistory': 'pour répondre aux messages et connaître la conversation',
  'doctor.purpose.EmbedLinks': 'pour encadrer les réponses et leurs citations',
  'doctor.purpose.Connect': 'pour lire la discussion d’un salon vocal',
  'doctor.channels-all-fine': '{{kind}} : j’ai ce qu’il me faut dans chacun ({{total}}).',
  'doctor.channels-fine': '{{kind}} : j’ai ce qu’il me faut dans {{fine}} sur {{total}}.',
  'doctor.channels-lack': '{{kind}} {{channels}} : il me manque {{permissions}}.',
  'doctor.channels-hidden':
    '{{kind}} {{channels}} : je ne les vois pas, ce qui convient là où l’on ne veut pas de moi.',
  'doctor.channels-excluded': 'Salons où les paramètres ne me laissent pas répondre : {{total}}.',
  'doctor.threads-private': 'Fils privés : j’y réponds dès que quelqu’un m’y a mentionné.',
  'doctor.setting-gone':
    'Le paramètre « {{setting}} » nomme ce que je ne trouve pas sur ce serveur, supprimé ou archivé : {{ids}}.',
  'doctor.setting-no-forum':
    'Le paramètre « {{setting}} » nomme des salons qui ne sont pas des forums : {{channels}}.',
  'doctor.setting-not-allowed':
    'Le paramètre « {{setting}} » nomme des salons où je ne dois pas répondre : {{channels}}.',
  'doctor.setting-no-speech':
    'Le paramètre « {{setting}} » nomme un salon où je ne peux pas écrire : {{channels}}.',
  'doctor.setting-chat-off':
    'Le paramètre « {{setting}} » est sans effet tant que « {{chat}} » est désactivé.',
  'doctor.content-on': 'Contenu des messages : je peux lire ceux qui ne me mentionnent pas.',
  'doctor.content-off': 'Contenu des messages : désactivé, et aucun paramètre n’en a besoin.',
  'doctor.content-needed':
    'Le paramètre « {{setting}} » est sans effet, car je ne peux pas lire les messages qui ne me mentionnent pas.',
  'doctor.model-none': 'Modèle : aucun n’est configuré, je réponds donc par des citations.',
  'doctor.model-fine': 'Modèle : {{model}} est joignable.',
  'doctor.model-unlisted': 'Modèle : son serveur répond, mais ne cite pas {{model}} dans sa liste.',
  'doctor.model-away': 'Modèle : {{model}} est injoignable ({{reason}}), je réponds donc par des citations.',
  'doctor.database-fine': 'Base de données : elle peut être lue et écrite.',
  'doctor.database-away': 'Base de données : elle ne peut être ni lue ni écrite ({{reason}}).',
  'doctor.article-fine': 'Article : « {{title}} », version {{version}}, paragraphes : {{paragraphs}}.',
  'doctor.commands-fine': 'Commandes : toutes sont enregistrées ({{total}}).',
  'doctor.commands-differ': 'Commandes : chez Discord, celles-ci diffèrent ou manquent : {{names}}.',
  'doctor.commands-elsewhere': 'Commandes : elles ne sont enregistrées que sur un autre serveur.',
  'doctor.commands-twice': 'Commandes : certaines sont proposées deux fois ici.',
  'doctor.commands-unknown': 'Commandes : Discord ne dit pas lesquelles sont enregistrées ({{reason}}).',
  'doctor.clock-fine': 'Horloge : elle s’accorde avec celle de Discord.',
  'doctor.clock-off': 'Horloge : elle s’écarte de {{seconds}} secondes de celle de Discord.',
  'doctor.step.grant-in-role': 'Paramètres du serveur → Rôles → {{role}} → Permissions : activez-la là.',
  'doctor.step.grant-in-channel': 'Modifier le salon → Permissions → {{role}} : autorisez-la là.',
  'doctor.step.setting': 'Modifiez-le avec `/configuration modifier`.',
  'doctor.step.content':
    'Pour l’exploitant : activez Message Content Intent dans le portail des développeurs, mettez `DISCORD_MESSAGE_CONTENT=on` et redémarrez-moi.',
  'doctor.step.model-access': 'Pour l’exploitant : vérifiez `OPENAI_API_KEY` et `OPENAI_BASE_URL`.',
  'doctor.step.model-name':
    'Pour l’exploitant : si je ne fais que citer, vérifiez `OPENAI_MODEL` et `OPENAI_BASE_URL`.',
  'doctor.step.database':
    'Pour l’exploitant : vérifiez le fichier que nomme `DATABASE_URL`, ses droits et la place sur son disque.',
  'doctor.step.restart': 'Pour l’exploitant : redémarrez-moi ; si cela persiste, le journal dit pourquoi.',
  'doctor.step.server-id':
    'Pour l’exploitant : retirez `DISCORD_GUILD_ID`, ou mettez-y ce serveur, et redémarrez-moi.',
  'doctor.step.later': 'Réessayez dans une minute.',
  'doctor.step.clock': 'Pour l’exploitant : réglez l’horloge de la machine sur un serveur de temps (NTP).',
};
