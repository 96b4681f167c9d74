import type { Target } from "../policy.js";
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
    pages: {
      index: "Évaluer un cas",
      prepare: "Préparer la demande",
      calculator: "Délais",
      tiers: "Niveaux",
      description: "Description",
      report: "Bilan",
      dashboard: "Tableau de bord",
      policy: "Vérifier une politique",
      embed: "Intégrer",
    },
    standing: (source) => <>La {source("description de service")} fait foi.</>,
    privacy: "Tout se calcule dans votre navigateur : rien n’est envoyé, rien n’est conservé.",
    contents: "Sur cette page",
  },
  urgent: {
    line: (number) => (
      <>Le service est en panne? Appelez tout de suite au {number ?? "numéro que Cisco vous a remis"}.</>
    ),
    patience: "N’attendez pas ce formulaire.",
  },
  target: (target) => bounded(target, duration(target.minutes, ["heure", "minute"])),
  targetInBrief: (target) => bounded(target, duration(target.minutes, ["h", "min"])),
  index: {
    title: "Évaluer un cas",
    summary:
      "Quelques questions sur une panne de Cisco Spark, et vous savez la gravité du cas, quoi faire et quand attendre une réponse.",
    heading: "Quelle gravité, quel délai?",
    lead: "Répondez à quelques questions : vous saurez la gravité de votre cas, quoi faire et quand attendre une réponse.",
    byHand: "Trouvez d’abord la gravité dans les définitions, puis lisez le délai dans le tableau.",
    definitions: "Les quatre niveaux de gravité",
    prepare: (link) => (
      <>
        Ensuite, {link("préparez la demande")} : qui s’en occupe, quoi avoir sous la main, quoi écrire dans le billet.
      </>
    ),
  },
  report: {
    title: "Bilan d’un journal de cas",
    summary:
      "Les objectifs ont-ils été atteints, pour qui non, et quand : d’après un journal de cas qui reste sur votre appareil.",
    heading: "Les objectifs ont‑ils été atteints?",
    lead: "Déposez une exportation de vos cas : un million en une seconde environ, avec le numéro de chaque ligne sans évaluation possible.",
    byHand: [
      <>
        Cette page lit un journal de cas dans votre navigateur, avec JavaScript. Sans lui, la ligne de commande donne le
        même bilan, sur votre appareil aussi :
      </>,
    ],
    exampleFile: "cas.csv",
    definition:
      "Le journal est un CSV avec un en-tête, en UTF-8. Un cas compte comme atteint si la première réponse est venue dans le délai visé, en heures d’ouverture du centre; comme manqué si elle est venue plus tard, ou si le cas est encore ouvert alors que son échéance est passée. Les cas ouverts dont l’échéance n’est pas venue ne sont pas comptés.",
  },
  dashboard: {
    title: "Tableau de bord mensuel d’exploitation",
    summary:
      "Un mois de soutien sur une page : les cas et leurs tendances, les problèmes critiques, l’état et la disponibilité, d’après des journaux qui restent sur votre appareil.",
    heading: "Le mois sur une page",
    lead: "Déposez une exportation de vos cas et, si vous en avez un, un journal de pannes : le tableau de bord du mois est prêt à imprimer, et rien ne quitte votre appareil.",
    byHand:
      "Cette page dresse le tableau de bord dans votre navigateur, avec JavaScript. Voici ce que la description en promet; sans JavaScript, la ligne de commande compte les cas, sur votre appareil aussi.",
    exampleFile: "cas.csv",
    definition:
      "Le journal de cas est un CSV avec un en-tête, en UTF-8. Un cas compte pour le mois de sa soumission : comme atteint si la première réponse est venue dans le délai visé, comme manqué si elle est venue plus tard, ou si le cas est encore ouvert alors que son échéance est passée. La disponibilité est le temps qu’aucune panne n’a pris, les chevauchements comptés une fois.",
  },
  prepare: {
    title: "Préparer la demande",
    summary: "Qui s’occupe du cas, quoi avoir sous la main, et une demande complète à coller dans le billet.",
    heading: "Une demande complète du premier coup",
    lead: "Dites ce que vous savez du cas : vous saurez qui s’en occupe et ce qui s’applique, et vous repartirez avec une demande prête à coller.",
    byHand: "Voici les responsabilités du client, telles que la description les énonce.",
  },
  tiers: {
    title: "Niveaux de service",
    summary:
      "Ce que comprend chaque niveau de service, côte à côte, et ce qui revient chaque semaine, chaque mois et chaque trimestre.",
    heading: "Ce que comprend chaque niveau",
    lead: (term) => (
      <>
        Chaque niveau comprend tout ce que comprend le précédent. Le niveau supérieur ajoute un{" "}
        {term("DSM", "directeur de l’assistance désigné (DSM)")} et du travail qui revient à dates fixes.
      </>
    ),
    deliverables: {
      heading: "Ce qui revient, et quand",
      lead: "Choisissez un premier jour : voici les dates, à emporter dans votre calendrier.",
    },
    dashboard: (link, cite) => (
      <>
        Le tableau de bord mensuel d’exploitation ({cite("M14")}) {link("se dresse sur ce site")}, d’après un journal de
        vos cas.
      </>
    ),
  },
  calculator: {
    title: "Délais de réponse",
    summary: "Le délai de réponse initiale selon le niveau de service et la gravité, calculé dans la page.",
    heading: "Quand quelqu’un répond",
    lead: (
      <>
        Entre la soumission d’un cas et le premier contact d’un ingénieur, la description vise un délai. Il ne dépend
        que de deux choses : votre niveau de service et la gravité du cas.
      </>
    ),
    choose: "Choisissez-les ici. L’échéance suit.",
    clock: {
      heading: "Ce que mesure l’horloge",
      paragraphs: (cite) => [
        <>
          Elle part quand le cas est soumis dans le système de gestion des cas, par un opérateur ou par vous. Elle
          s’arrête quand l’ingénieur de soutien technique prend contact avec vous à ce sujet ({cite("S4")}). Une
          solution peut venir bien plus tard : l’horloge ne mesure que la première réponse.
        </>,
      ],
    },
    bounds: {
      heading: "« Moins de » et « au plus »",
      paragraphs: (cite) => [
        <>
          Pour les priorités 1 et 2, l’objectif est strict : la réponse doit venir avant l’échéance ({cite("S2")}). Pour
          les priorités 3 et 4, une réponse à l’échéance même arrive encore à temps ({cite("S3")}). Les deux ne
          diffèrent que d’un instant; le calculateur sait de quel côté il tombe.
        </>,
      ],
      caption: (submitted, tier) => `Un cas soumis à ${submitted}, niveau ${quoted(tier)}`,
      columns: { severity: "Gravité", objective: "Objectif", response: "Réponse", result: "Résultat" },
      time: (hours, minutes, seconds) =>
        `${hours} h ${String(minutes).padStart(2, "0")}${seconds ? ` min ${seconds} s` : ""}`,
      met: "atteint",
      missed: "manqué",
    },
    hours: {
      heading: "À toute heure",
      paragraphs: (cite) => [
        <>
          On peut soumettre un cas par téléphone 24 heures par jour, 7 jours par semaine ({cite("S1")}). Le délai court
          donc aussi la nuit, la fin de semaine et les jours fériés. L’échéance s’affiche à l’heure de votre appareil.
        </>,
      ],
    },
    office: {
      heading: "Quand le centre ferme",
      paragraphs: () => [
        <>
          D’autres contrats comptent en heures ouvrables. Voici un cas soumis la veille de Noël à un revendeur fictif de
          Montréal, dont le centre ferme le midi, le soir, la fin de semaine et les jours fériés. « Comment ce délai a
          été compté » montre chaque intervalle, compté ou non.
        </>,
      ],
      fallback: "Soumis le 24 décembre 2026 à 16 h, le cas attend une réponse au plus tard le 28 décembre à 9 h 30.",
    },
    promise: {
      heading: "Ce qui n’a pas d’objectif",
      paragraphs: (cite) => [
        <>
          La description ne vise aucun délai pour résoudre un cas ni pour en donner des nouvelles, et aucun délai du
          tout pour le niveau de base ({cite("T1")}). Si un revendeur agréé vous a vendu le service, elle ne vaut qu’à
          titre informatif : le contrat, s’il y en a un, est le sien ({cite("P3")}).
        </>,
        <>
          La réponse tarde, ou ne vous satisfait pas? Demandez à parler au responsable TAC en service ({cite("X1")}).
        </>,
      ],
    },
    embed: {
      heading: "L’intégrer à vos pages",
      paragraphs: () => [
        <>
          Le calculateur ci-dessus tient en cinq lignes, sans rien à compiler. Ce qui se trouve entre les balises est ce
          que lisent les moteurs de recherche et les navigateurs sans JavaScript.
        </>,
      ],
      fallback: (severities, target) => `${severities.join(", ")} : ${target}.`,
      after: (
        <>
          L’attribut <code>policy</code> charge une autre politique que celle de Cisco, <code>tier</code> fixe le niveau
          de départ et <code>theme</code> le thème clair ou sombre. Aucun script ni style en ligne : l’élément
          fonctionne sous la politique de sécurité la plus stricte.
        </>
      ),
    },
  },
  description: {
    title: "La description",
    summary: "Niveaux de service, priorités, objectifs et responsabilités : la description de service en mots simples.",
    heading: "La description, en mots simples",
    lead: (source, cite) => (
      <>
        Cette page redit en mots simples la {source("description de service")}. Chaque énoncé a son repère, comme{" "}
        {cite("S2")}, auquel vous pouvez faire un lien.
      </>
    ),
    tiers: { heading: "Les niveaux de service", intro: "Chaque niveau comprend celui qui le précède." },
    severities: "C’est vous qui attribuez la priorité, d’après ces définitions.",
    objectives: "Il n’y en a pas d’autre : rien n’est visé pour la résolution ni pour les mises à jour.",
    duties: "Ce que le service attend de vous.",
    silent: { heading: "Là où le texte se tait" },
    glossary: "Glossaire",
  },
};
