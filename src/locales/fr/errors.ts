/** Why something was not done, and what to do instead. */
export const errors = {
  'error.cannot-speak':
    'Je ne peux pas répondre dans {{channel}} : il m’y manque cette permission : {{permissions}}. Un modérateur du serveur peut l’accorder.',
  'error.claims-none': 'Ce message ne contient aucune affirmation à vérifier avec l’article.',

  'error.thread-not-allowed':
    'Pour ouvrir un fil ici, il faut une permission que vous n’avez pas : {{permissions}}.',
  'error.thread-cannot-open':
    'Je ne peux pas ouvrir de fil ici : il me manque cette permission dans ce salon : {{permissions}}.',

  'error.bug':
    'Un problème est survenu de mon côté. Si vous le signalez, donnez cette référence : {{reference}}',
  'error.upstream':
    'Un service dont j’ai besoin ne répond pas pour le moment. Veuillez réessayer dans une minute.',
  'error.databaseAway':
    'Ma base de données est inutilisable pour le moment. Veuillez réessayer dans une minute.',
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
  'error.chat-off':
    'Les modérateurs de ce serveur ont désactivé les réponses aux messages. Veuillez utiliser la commande slash.',
  'error.direct-off':
    'Je ne réponds pas aux messages privés. Utilisez la commande slash, ou demandez sur un serveur.',
  'error.too-many-questions':
    'Cela fait beaucoup de questions. Vous pourrez en poser une autre <t:{{endsAt}}:R>.',
  'error.member-day':
    'Vous avez posé aujourd’hui autant de questions que les modérateurs de ce serveur en permettent à un membre. Vous pourrez en poser une autre <t:{{endsAt}}:R>.',
  'error.channel-limit':
    'Ce salon a eu autant de questions que les modérateurs de ce serveur le permettent. Vous pourrez en poser une ici <t:{{endsAt}}:R>.',
  'error.server-limit':
    'Ce serveur a eu autant de questions que ses modérateurs le permettent. Vous pourrez en poser une autre <t:{{endsAt}}:R>.',
  'error.fair-share':
    'Vous avez eu une bonne part des questions de ce serveur aujourd’hui ; le reste est pour les autres. Vous pourrez en poser une autre <t:{{endsAt}}:R>.',
  'error.too-busy': 'On m’interroge de toutes parts en ce moment. Veuillez réessayer <t:{{endsAt}}:R>.',
  'error.not-moderator': 'Seuls les modérateurs de ce serveur peuvent faire cela.',
  'error.server-only': 'Cela ne fonctionne que sur un serveur qui m’a installé.',
  'error.under-way': 'C’est déjà en cours. Un instant, s’il vous plaît.',
  'error.stopping': 'Je suis en train de redémarrer. Veuillez reposer votre question dans une minute.',
  'error.interrupted': 'J’ai été interrompu avant d’avoir terminé. Veuillez réessayer.',

  'error.model-not-allowed':
    'L’exploitant ne permet pas ce modèle, rien n’a donc été modifié. Permis : {{models}}',
  'error.prices-unknown':
    'L’exploitant n’a pas fixé de prix pour le modèle : l’argent ne peut être compté et rien n’a été modifié. Un budget de jetons fonctionne.',
  'error.denied-channel': 'La modération de ce serveur ne me laisse pas répondre dans ce salon.',
  'error.member-barred':
    'La modération de ce serveur a décidé que vous ne pouvez pas poser de questions ici.',
  'error.role-denied':
    'La modération de ce serveur ne permet pas à l’un de vos rôles de poser des questions.',
  'error.role-missing':
    'Sur ce serveur, seuls les membres ayant l’un de ces rôles peuvent poser des questions : {{roles}}',
  'error.file-too-large': 'Ce fichier dépasse {{most}} Kio, il n’a donc pas été lu.',
  'error.file-no-text': 'Ce fichier n’est pas du texte en UTF-8, rien n’a donc été modifié.',
};
