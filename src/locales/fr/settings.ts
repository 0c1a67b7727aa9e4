/** Settings: their names, what each does, the words of their values, and what may be typed. */
export const settings = {
  'error.settings-unknown':
    'Les paramètres de ce serveur sont illisibles pour le moment : je ne réponds donc qu’aux commandes slash, et en privé.',
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
  'setting.memberPerMinute': 'Questions par minute et par membre',
  'setting.memberPerMinute.about': 'Au-delà en une minute, je refuse et dis quand redemander.',
  'setting.channelPerMinute': 'Questions par minute et par salon',
  'setting.channelPerMinute.about': 'De tous les membres ensemble ; un fil compte avec son salon.',
  'setting.serverPerMinute': 'Questions par minute sur le serveur',
  'setting.serverPerMinute.about': 'De tous les membres, dans tous les salons.',
  'setting.memberPerDay': 'Questions par jour et par membre',
  'setting.memberPerDay.about': 'Jusqu’à minuit UTC. Le compte est gardé jusque-là.',
  'setting.channelPerDay': 'Questions par jour et par salon',
  'setting.channelPerDay.about': 'Jusqu’à minuit UTC, tous membres confondus ; un fil compte avec son salon.',
  'setting.serverPerDay': 'Questions par jour sur le serveur',
  'setting.serverPerDay.about': 'Jusqu’à minuit UTC. Passé la moitié, aucun membre n’a plus d’un quart.',
  'setting.exemptRoles': 'Rôles sans limites',
  'setting.exemptRoles.about': 'Leurs questions ne sont ni limitées ni comptées.',
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
  'setting.section.where': 'Où',
  'setting.section.who': 'Qui',
  'setting.section.how': 'Comment',
  'setting.section.how-much': 'Combien',
  'setting.section.privacy': 'Confidentialité',
  'setting.section.voice': 'Langue et ton',

  'error.setting-invalid-channels':
    'Ce n’est pas une liste de salons. Mentionnez jusqu’à {{most}} salons, par exemple #général, ou écrivez : {{words}}',
  'error.setting-invalid-forums':
    'Ce n’est pas une liste de forums. Mentionnez jusqu’à {{most}} salons de forum, ou écrivez : {{words}}',
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
  'error.setting-invalid-channel': 'Ce n’est pas un salon. Mentionnez un salon, ou écrivez : {{words}}',
  'error.setting-invalid-members':
    'Ce n’est pas une liste de membres. Mentionnez jusqu’à {{most}} membres, ou écrivez : {{words}}',
  'error.setting-invalid-count': 'Écrivez un nombre entier de {{least}} à {{most}}.',
  'error.setting-invalid-text': 'C’est trop long. Écrivez jusqu’à {{most}} caractères, ou : {{words}}',
  'error.setting-not-here': 'Absent de ce serveur, rien n’a donc été modifié : {{ids}}',
  'error.setting-unknown':
    'Je ne connais aucun réglage de ce nom. Choisissez-en un dans la liste qui s’ouvre pendant la saisie.',
  'error.settings-moved':
    'Quelqu’un d’autre a changé ce réglage entre-temps, rien n’a donc été modifié. Regardez la valeur actuelle et réessayez.',
  'error.settings-file-unreadable':
    'Ce n’est pas un fichier de paramètres exportés, rien n’a donc été modifié.',
  'error.settings-file-newer':
    'Ce fichier vient d’une version plus récente que la mienne, rien n’a donc été modifié.',
  'error.settings-file-values':
    'Inconnu dans ce fichier, ou avec une valeur non permise, rien n’a donc été modifié : {{names}}',
  'error.settings-not-saved':
    'Impossible d’écrire dans la base de données pour le moment : rien n’a été modifié. Veuillez réessayer plus tard ; le journal de l’exploitant dit pourquoi.',
};
