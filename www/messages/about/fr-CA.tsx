import type { AboutMessages } from "./index.js";

export const frCA: AboutMessages = {
  title: "À propos de case-slo",
  summary:
    "Ce qu’est case-slo : un contrat de soutien écrit comme une politique, qui dit dans le navigateur à quel point un cas est grave et quand quelqu’un répondra.",
  heading: "À quel point un cas est-il grave, et quand quelqu’un répondra-t-il?",
  lead: "case-slo répond à ces deux questions dans le navigateur, d’après votre contrat de soutien écrit comme une politique. Il donne ses raisons, clause par clause, compte le temps restant et n’envoie rien.",
  readers: {
    heading: "Ce qu’il fait pour vous",
    list: {
      customers: {
        who: "Quelque chose est en panne",
        text: "Deux ou trois questions donnent la gravité, le numéro à appeler et l’échéance.",
        link: "Évaluer un cas",
      },
      managers: {
        who: "Vous dirigez le soutien",
        text: "Déposez une exportation de votre outil : vous verrez si les objectifs ont été respectés.",
        link: "Faire le bilan d’un journal",
      },
      developers: {
        who: "Vous avez un portail",
        text: "Une balise, votre marque, vos langues, sous la politique de sécurité la plus stricte.",
        link: "Intégrer les éléments",
      },
      authors: {
        who: "Vous rédigez des contrats",
        text: "Faites du texte une politique : lacunes et contradictions s’affichent à mesure.",
        link: "Écrire une politique",
      },
    },
  },
  samples: {
    heading: "Essayez-le ici",
    wizard: {
      heading: "Des questions qui mènent à une gravité",
      text: "Jamais plus de questions qu’il n’en faut pour répondre.",
      more: "Le questionnaire complet",
    },
    clock: {
      heading: "Une échéance qui approche",
      text: "Un cas critique, soumis huit minutes avant que vous ouvriez cette page.",
      more: "Comment les délais sont comptés",
    },
    chart: {
      heading: "Une année d’objectifs",
      text: "Un journal fictif. Survolez les semaines, ou utilisez les touches fléchées.",
      more: "Votre propre journal",
    },
    check: {
      heading: "Une politique vérifiée comme un programme",
      text: "Celle-ci laisse un cas sans réponse. Ajoutez « some » après « no » dans la règle, et le constat disparaît.",
      more: "Une politique complète",
    },
  },
  static: {
    wizard:
      "Le questionnaire a besoin de JavaScript. Sans JavaScript, sa page montre les définitions et les délais de réponse.",
    clock: "Le compte à rebours a besoin de JavaScript.",
    check: "Les constats s’affichent ici, à l’aide de JavaScript.",
    chart: (share, cases, weeks) => `L’objectif a été respecté dans ${share} des ${cases} cas, sur ${weeks} semaines.`,
  },
  policy: "Politique, en JSON",
  portal: {
    heading: "Dans le portail d’un client",
    text: "Boréal, un revendeur fictif, a sa politique, ses couleurs et son formulaire. Une alerte de surveillance a déjà répondu aux premières questions, et le billet se remplit de lui-même.",
    open: "Ouvrir le portail de Boréal",
  },
  figures: {
    heading: "Ce que cela pèse",
    text: "Mesuré dans les fichiers de ce site au moment de sa construction, compressés comme ils sont envoyés.",
    page: "pour tout ce que charge la page du questionnaire",
    engine: "pour le moteur qui répond, en WebAssembly",
    requests: "requête à d’autres serveurs, témoin ou script en ligne",
    questions: "questions au plus, d’après la description de Cisco",
    combinations: "combinaisons de réponses, toutes avec leur gravité",
  },
  download: {
    heading: "Obtenir le paquet",
    text: "Le paquet contient les éléments, le moteur, la ligne de commande, les types et deux politiques. Il n’a aucune dépendance.",
    file: (name, size) => `Télécharger ${name} (${size})`,
    install: "Pour l’installer dans un projet, à côté du fichier",
    digest: "Empreinte du fichier",
    licence: "Libre d’utilisation, sous licence MIT ou Apache 2.0.",
  },
};
