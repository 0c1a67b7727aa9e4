/** What the other commands show: the article and its repairs, search, reading, privacy, checked claims. */
export const reading = {
  'field.title': 'Titre : ',
  'field.author': 'Auteur : ',
  'field.authorNote': 'À propos de l’auteur : ',
  'field.journal': 'Revue : ',
  'field.publishedAt': 'Publication : ',
  'field.editor': 'Rédaction : ',
  'field.keywords': 'Mots-clés : ',
  'field.headings': 'Intertitres :\n',

  'search.title': 'Passages les plus proches de : {{query}}',
  'search.page': 'Résultats {{first}}–{{last}} sur {{total}}',
  'search.none': 'Rien dans l’article ne s’en approche. Essayez avec d’autres mots.',
  'search.previous': '◀ Précédents',
  'search.next': 'Suivants ▶',

  'read.outline': 'Plan',
  'read.open': 'Ouvrir un paragraphe',
  'read.range': '¶{{first}}–¶{{last}}',

  'quotation.button': 'Copier comme citation',
  'quotation.plain': 'Forme courante',

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

  'check.supported': 'Confirmé par l’article',
  'check.contradicted': 'Contredit par l’article',
  'check.not-in-article': 'Introuvable dans l’article',
  'check.leftOut':
    'Le message n’a pas été vérifié en entier : {{most}} phrases au plus, d’une longueur limitée.',
  'privacy.title': 'Ce que je conserve',
  'privacy.answers':
    'De chaque réponse : son résultat, les passages cités, les versions, la langue, l’heure et ce qu’elle a consommé, sans la personne qui a posé la question. Pendant {{days}} jours.',
  'privacy.votes':
    'De chaque avis sur une réponse : la personne, le serveur, l’avis, la raison et le commentaire, et l’heure. Pendant {{days}} jours.',
  'privacy.counts':
    'Là où les modérateurs limitent les questions par jour : combien vous en avez posé aujourd’hui, jusqu’à minuit UTC. La suppression n’y touche pas, sinon la limite n’aurait aucun sens.',
  'privacy.pending':
    'Pendant que je traite une question : de quoi la terminer après un redémarrage, chiffré. C’est effacé dès que vous avez la réponse, et au plus tard après 15 minutes.',
  'privacy.questionsKept':
    'La modération de ce serveur me permet de conserver les questions et les personnes qui les posent, pendant {{days}} jours.',
  'privacy.questionsNotKept': 'Les questions posées ici ne sont pas conservées.',
  'privacy.questionsUnknown': 'Impossible de lire pour le moment si ce serveur conserve les questions.',
  'privacy.gaps':
    'Ce que vous envoyez aux modérateurs, et votre souhait d’être prévenu d’une réponse, sont conservés avec votre identifiant jusqu’à ce que vous le soyez, {{days}} jours au plus.',
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
  'privacy.deleted':
    'Supprimé définitivement. Avis : {{votes}}. Questions : {{questions}}. Chez les modérateurs : {{total}}.',
};
