import type { Target } from "../site.js";
import type { Messages } from "./messages.js";

const quoted = (text: string) => `« ${text} »`;

function duration(minutes: number, [hour, minute]: [string, string]): string {
  const [count, unit] = minutes % 60 === 0 ? [minutes / 60, hour] : [minutes, minute];
  return `${count} ${unit}${count >= 2 && unit.length > 3 ? "s" : ""}`;
}

const bounded = ({ bound }: Target, text: string) => (bound === "under" ? `moins de ${text}` : `${text} au plus`);

/** Français du Québec : espace insécable devant le deux-points et dans les guillemets, aucune devant ; ! ? */
export const frCA: Messages = {
  languageName: "Français",
  site: {
    skipToContent: "Aller au contenu",
    navigation: "Pages",
    languages: "Langue",
    menu: "Menu",
    close: "Fermer",
    offer: "Lire cette page en français",
    readers: {
      help: "Obtenir de l’aide",
      deadlines: "Délais",
      tiers: "Niveaux",
      reports: "Bilans",
      developers: "Développeurs",
      authors: "Auteurs de politiques",
    },
    pages: {
      index: "Évaluer un cas",
      prepare: "Préparer la demande",
      calculator: "Délais",
      tiers: "Niveaux de service",
      description: "Description",
      report: "Bilan",
      dashboard: "Tableau de bord",
      builder: "Écrire une politique",
      policy: "Vérifier une politique",
      embed: "Intégrer",
      reference: "Référence de l’API",
      about: "À propos de case-slo",
    },
    standing: (source) => <>En cas de différence avec ce site, la {source("description de service")} l’emporte.</>,
    privacy: "Tout se calcule dans votre navigateur : rien n’est envoyé, rien n’est conservé.",
    contents: "Sur cette page",
  },
  urgent: {
    line: (number) => (
      <>Le service est en panne? Appelez tout de suite au {number ?? "numéro que Cisco vous a remis"}.</>
    ),
    patience: "Le formulaire peut attendre.",
  },
  target: (target) => bounded(target, duration(target.minutes, ["heure", "minute"])),
  targetInBrief: (target) => bounded(target, duration(target.minutes, ["h", "min"])),
  index: {
    title: "Évaluer un cas",
    summary:
      "Quelques questions sur une panne de Cisco Spark, et vous saurez à quel point le cas est grave, quoi faire et quand attendre une réponse.",
    heading: "Soutien de Cisco Spark : quelle gravité, quel délai?",
    lead: "Voyez à quel point votre cas est grave, qui appeler et quand attendre une réponse.",
    byHand: "Trouvez d’abord la gravité dans les définitions, puis le délai dans le tableau.",
    definitions: "Les quatre niveaux de gravité",
    prepare: (link) => (
      <>
        Ensuite, {link("préparez la demande")} : qui s’en occupe, ce qu’il faut avoir sous la main et quoi écrire dans
        le billet.
      </>
    ),
    others: (link) => (
      <>
        Pas de cas à soumettre? {link("about", "case-slo")} répond à ces deux questions d’après n’importe quel contrat
        de soutien : pour les {link("report", "gestionnaires")} qui vérifient les objectifs, les{" "}
        {link("embed", "développeurs")} qui l’intègrent à un portail et les {link("builder", "auteurs")} de politiques.
      </>
    ),
  },
  reference: {
    title: "Référence de l’API",
    summary: "Les fonctions, les classes, les types et les éléments du paquet case-slo, avec des exemples.",
    heading: "Référence de l’API",
    lead: "Les fonctions, les classes, les types et les éléments du paquet npm. Les descriptions sont en anglais, comme le code.",
    examples: (
      <>
        Les exemples commencent par les lignes qui suivent. Un commentaire placé après une flèche indique la valeur de
        l’expression.
      </>
    ),
    rust: (command) => (
      <>La bibliothèque Rust a sa propre référence : lancez {command} dans le dossier du code source.</>
    ),
    parts: { functions: "Fonctions", classes: "Classes", elements: "Éléments", types: "Types" },
  },
  builder: {
    title: "Écrire une politique",
    summary: "Faites d’un contrat un assistant qui fonctionne, dans des formulaires simples et sans une ligne de code.",
    heading: "Écrire une politique",
    lead: "Faites d’un contrat un assistant qui fonctionne : tapez les niveaux, les heures et les cibles tels qu’ils y figurent. Le moteur vérifie chaque mot pendant que vous écrivez, et rien ne quitte cette page.",
    byHand: (example, check) => (
      <>
        Les formulaires ont besoin de JavaScript. Vous pouvez aussi écrire une politique dans n’importe quel éditeur :
        prenez {example("un exemple")}, modifiez-le, puis {check("vérifiez-le")}.
      </>
    ),
  },
  report: {
    title: "Bilan d’un journal de cas",
    summary:
      "Les objectifs ont-ils été respectés, dans quels cas ne l’ont-ils pas été, et quand? Un bilan tiré d’un journal de cas qui reste sur votre appareil.",
    heading: "Les objectifs ont‑ils été respectés?",
    lead: "Déposez une exportation de vos cas : un million de cas sont lus en une seconde environ, et chaque ligne qui n’a pas pu être évaluée est signalée par son numéro.",
    byHand: [
      <>
        Cette page lit un journal de cas dans votre navigateur, à l’aide de JavaScript. Sans JavaScript, la ligne de
        commande produit le même bilan, sur votre appareil également :
      </>,
    ],
    exampleFile: "cas.csv",
    definition:
      "Le journal est un CSV avec un en-tête, en UTF-8. L’objectif d’un cas est respecté si la première réponse est venue dans le délai cible, en heures d’ouverture du centre de soutien; il est manqué si elle est venue plus tard, ou si le cas est encore ouvert après l’échéance. Les cas ouverts encore dans les délais ne sont pas comptés.",
  },
  dashboard: {
    title: "Tableau de bord mensuel des opérations",
    summary:
      "Un mois de soutien sur une page : les cas et leurs tendances, les problèmes critiques, l’état et la disponibilité, d’après des journaux qui restent sur votre appareil.",
    heading: "Le mois sur une page",
    lead: "Déposez une exportation de vos cas et, si vous en avez un, un journal de pannes : le tableau de bord du mois est prêt à imprimer, et rien ne quitte votre appareil.",
    byHand:
      "Cette page produit le tableau de bord dans votre navigateur, à l’aide de JavaScript. Voici ce que la description de service prévoit à ce sujet; sans JavaScript, la ligne de commande compte les cas, sur votre appareil également.",
    exampleFile: "cas.csv",
    definition:
      "Le journal de cas est un CSV avec un en-tête, en UTF-8. Un cas compte pour le mois de sa soumission. Son objectif est respecté si la première réponse est venue dans le délai cible; il est manqué si elle est venue plus tard, ou si le cas est encore ouvert après l’échéance. La disponibilité est la part du mois sans panne; les pannes qui se chevauchent ne comptent qu’une fois.",
  },
  prepare: {
    title: "Préparer la demande",
    summary: "Qui s’occupe du cas, ce qu’il faut avoir sous la main, et une demande complète à coller dans le billet.",
    heading: "Une demande complète du premier coup",
    lead: "Dites ce que vous savez du cas : vous apprendrez qui s’en occupe et quelles règles s’appliquent, et vous repartirez avec une demande prête à coller.",
    byHand: "Voici les responsabilités du client, telles que la description les énonce.",
  },
  tiers: {
    title: "Niveaux de service",
    summary:
      "Ce que comprend chaque niveau de service, côte à côte, et les services récurrents de chaque semaine, de chaque mois et de chaque trimestre.",
    heading: "Ce que comprend chaque niveau",
    lead: (term) => (
      <>
        Chaque niveau comprend tout ce que comprend le précédent. Le niveau supérieur ajoute un{" "}
        {term("DSM", "directeur de l’assistance désigné (DSM)")} et des services récurrents, chaque semaine, chaque mois
        ou chaque trimestre.
      </>
    ),
    deliverables: {
      heading: "Services récurrents et dates",
      lead: "Choisissez un premier jour : les dates s’affichent, prêtes à ajouter à votre calendrier.",
    },
    dashboard: (link, cite) => (
      <>
        Vous pouvez {link("produire sur ce site")} le tableau de bord mensuel des opérations ({cite("M14")}), à partir
        d’un journal de vos cas.
      </>
    ),
  },
  calculator: {
    title: "Délais de réponse",
    summary: "Le délai de réponse initiale selon le niveau de service et la gravité, calculé dans la page.",
    heading: "Quand aurez‑vous une réponse?",
    lead: (
      <>
        Entre la soumission d’un cas et le premier contact d’un ingénieur, la description de service fixe un délai
        cible. Il ne dépend que de deux choses : votre niveau de service et la gravité du cas.
      </>
    ),
    choose: "Choisissez une case du tableau, ou votre niveau et la gravité ici : l’échéance s’affiche.",
    byHand: "Avec JavaScript, un calculateur compte ici le temps restant.",
    clock: {
      heading: "Ce que mesure le délai",
      paragraphs: (cite) => [
        <>
          Le délai commence quand le cas est soumis dans le système de gestion des cas, par un opérateur ou par vous. Il
          prend fin quand l’ingénieur de soutien technique communique avec vous à ce sujet ({cite("S4")}). Une solution
          peut venir bien plus tard : le délai ne mesure que la première réponse.
        </>,
      ],
    },
    bounds: {
      heading: "« Moins de » et « au plus »",
      paragraphs: (cite) => [
        <>
          Pour les priorités 1 et 2, l’objectif est strict : la réponse doit venir avant l’échéance ({cite("S2")}). Pour
          les priorités 3 et 4, une réponse à l’échéance même arrive encore à temps ({cite("S3")}). La différence tient
          à un instant; le calculateur en tient compte.
        </>,
      ],
      caption: (submitted, tier) => `Un cas soumis à ${submitted}, niveau ${quoted(tier)}`,
      columns: { severity: "Gravité", objective: "Objectif", response: "Réponse", result: "Résultat" },
      time: (hours, minutes, seconds) =>
        `${hours} h ${String(minutes).padStart(2, "0")}${seconds ? ` min ${seconds} s` : ""}`,
      met: "respecté",
      missed: "manqué",
    },
    hours: {
      heading: "À toute heure",
      paragraphs: (cite) => [
        <>
          On peut soumettre un cas par téléphone 24 h sur 24, 7 jours sur 7 ({cite("S1")}). Le délai court donc aussi la
          nuit, la fin de semaine et les jours fériés. L’échéance s’affiche à l’heure de votre appareil.
        </>,
      ],
    },
    office: {
      heading: "Quand le centre de soutien ferme",
      paragraphs: () => [
        <>
          D’autres contrats comptent les heures d’ouverture. Voici un cas soumis la veille de Noël à un revendeur fictif
          de Montréal, dont le centre de soutien ferme le midi, le soir, la fin de semaine et les jours fériés.
          « Comment ce délai est compté » montre chaque intervalle, compté ou non.
        </>,
      ],
      fallback:
        "Soumis le 24 décembre 2026 à 16 h, le cas doit recevoir une réponse au plus tard le 28 décembre à 9 h 30.",
    },
    promise: {
      heading: "Ce qu’aucun objectif ne couvre",
      paragraphs: (cite) => [
        <>
          La description ne fixe aucun délai pour résoudre un cas ni pour en donner des nouvelles, et aucun objectif
          pour le niveau de base ({cite("T1")}). Si un revendeur agréé vous a vendu le service, elle n’est donnée qu’à
          titre informatif : le contrat, s’il y en a un, est celui du revendeur ({cite("P3")}).
        </>,
        <>La réponse tarde ou ne vous satisfait pas? Demandez à parler au responsable TAC en service ({cite("X1")}).</>,
      ],
    },
    embed: {
      heading: "L’intégrer à vos pages",
      paragraphs: () => [
        <>
          Le calculateur ci-dessus tient en cinq lignes, sans rien à compiler. Les moteurs de recherche et les
          navigateurs sans JavaScript lisent le contenu placé entre les balises.
        </>,
      ],
      fallback: (severities, target) => `${severities.join(", ")} : ${target}.`,
      after: (
        <>
          L’attribut <code>policy</code> charge une autre politique que celle de Cisco, <code>tier</code> fixe le niveau
          de service initial et <code>theme</code> le thème clair ou sombre. Aucun script ni style en ligne : l’élément
          fonctionne sous la politique de sécurité la plus stricte.
        </>
      ),
    },
  },
  description: {
    title: "La description de service",
    summary: "Niveaux de service, priorités, objectifs et responsabilités : la description de service en mots simples.",
    heading: "La description de service, en mots simples",
    lead: (source, cite) => (
      <>
        Cette page reformule en mots simples la {source("description de service")}. Chaque énoncé porte un repère, comme{" "}
        {cite("S2")}, vers lequel vous pouvez créer un lien.
      </>
    ),
    tiers: { heading: "Les niveaux de service", intro: "Chaque niveau comprend celui qui le précède." },
    severities: "C’est vous qui attribuez la priorité, d’après ces définitions.",
    objectives: "Ce sont les seuls objectifs : il n’y en a aucun pour la résolution ni pour les mises à jour.",
    duties: "Ce que la description attend de vous.",
    silent: { heading: "Ce que la description ne prévoit pas" },
    glossary: "Glossaire",
  },
};
