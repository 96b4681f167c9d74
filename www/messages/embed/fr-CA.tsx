import type { EmbedMessages } from "./index.js";

const plural = new Intl.PluralRules("fr-CA");
const number = new Intl.NumberFormat("fr-CA", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const frCA: EmbedMessages = {
  title: "Intégrer",
  summary:
    "L’assistant, le calculateur et les tableaux dans votre page : votre politique, vos couleurs, votre formulaire, et l’en-tête que chacun exige.",
  heading: "Dans votre page",
  lead: "Une balise suffit, et la sécurité de votre page reste entière : ni script ni style en ligne, ni HTML fabriqué à partir de texte, ni témoin, ni requête autre que pour les fichiers du paquet. Changez les champs : l’exemple et le code se mettent à jour.",
  parts: {
    start: {
      heading: "Cinq lignes",
      paragraphs: [
        <>
          Copiez le dossier <code>dist</code> du paquet à côté de votre page, ou installez-le avec{" "}
          <code>npm install case-slo</code> et importez <code>case-slo/elements/define</code>. Le contenu de la balise
          s’affiche jusqu’à ce que l’élément soit prêt, et dans les navigateurs sans JavaScript.
        </>,
        <>
          Ce que votre page sait déjà n’est pas redemandé : <code>tier</code>, <code>sale</code> et <code>answers</code>
          , le vecteur d’un billet ou d’une alarme. Si votre en-tête interdit WebAssembly, écrivez{" "}
          <code>engine="js"</code>.
        </>,
      ],
    },
    policy: {
      heading: "Votre politique",
      paragraphs: [
        <>
          Une politique est un document JSON. Elle se trouve dans la page, comme ici, ou à une adresse (
          <code>policy="service.json"</code>), ou vient d’un script (<code>element.policy = …</code>). Chaque élément
          peut avoir la sienne; tous partagent un seul moteur.
        </>,
      ],
    },
    brand: {
      heading: "Votre marque",
      paragraphs: [
        <>
          Les éléments héritent de la police de la page et, avec trois propriétés personnalisées, de ses couleurs. Le
          reste en découle : l’accent sous le pointeur, la teinte d’une option choisie. Pour aller plus loin, utilisez{" "}
          <code>::part()</code>.
        </>,
        "Le tableau mesure chaque paire de couleurs voisines dans un élément, telles que le navigateur les affiche, selon les WCAG 2.2, niveau AA.",
      ],
    },
    form: {
      heading: "Dans votre formulaire",
      paragraphs: [
        <>
          L’assistant est un champ de votre formulaire comme un autre : il a un nom et une valeur (l’identifiant de la
          gravité), il est validé s’il est <code>required</code>, il s’efface avec le formulaire, et le navigateur le
          restaure. L’événement <code>slo-classified</code> fournit le reste : les clauses, les raisons, le vecteur.
        </>,
      ],
    },
    static: {
      heading: "Une page statique",
      paragraphs: [
        <>
          Un script classique et une balise, sans serveur : le moteur et la politique de référence sont dans{" "}
          <code>case-slo.js</code>. La page s’ouvre aussi à partir d’un disque. Sous un en-tête qui interdit
          WebAssembly, utilisez plutôt <code>case-slo-js.js</code>.
        </>,
        <>
          Entre deux commentaires, <code>npx case-slo render --write page.html</code> écrit le même tableau pour les
          navigateurs sans JavaScript; avec <code>--check</code>, la commande échoue si la page diffère de la politique.
        </>,
      ],
    },
    frame: {
      heading: "Dans un cadre",
      paragraphs: [
        <>
          Un portail qui n’admet aucun script externe affiche la page <code>frame.html</code> dans un cadre (iframe)
          dont le bac à sable n’autorise que les scripts, et héberge lui-même un script de 800 octets. Les attributs de{" "}
          <code>slo-frame</code> sont transmis au cadre, avec la politique, la police et les jetons; la hauteur, le
          titre et les événements sont renvoyés au portail.
        </>,
        <>
          D’autres valeurs de l’attribut sandbox permettent davantage : <code>allow-popups</code> pour suivre un lien ou
          composer un numéro, <code>allow-downloads</code> pour le fichier de calendrier, <code>allow-modals</code> pour
          imprimer; et <code>allow="clipboard-write"</code> pour copier d’un clic.
        </>,
      ],
    },
  },
  release: {
    heading: "Les fichiers de cette version",
    paragraphs: [
      <>
        Avec <code>integrity</code>, un navigateur n’exécute un script que si c’est exactement celui-ci, octet pour
        octet; depuis une autre origine, il faut aussi <code>crossorigin</code>. Ces scripts sont complets; l’empreinte
        d’un module ne couvre pas ce qu’il importe.
      </>,
    ],
    download: (name, size) => `Télécharger ${name} (${size})`,
    install: "Dans un projet, à côté du fichier",
    caption: "Intégrité des sous-ressources",
    file: "Fichier",
    size: "Brotli",
    digest: "Empreinte",
    disk: (
      <>
        Dans une page ouverte à partir d’un disque, omettez les deux : les navigateurs y refusent un script qui a{" "}
        <code>integrity</code>.
      </>
    ),
  },
  frameworks: {
    heading: "Dans un cadriciel",
    paragraphs: [
      <>
        Les éléments sont des balises comme les autres. Leurs types sont fournis : <code>case-slo/react</code> pour
        React 19, <code>case-slo/preact</code>, <code>case-slo/vue</code>; et <code>case-slo/html-data.json</code> pour
        la saisie automatique de l’éditeur.
      </>,
    ],
    portal: (link) => (
      <>Un portail complet, avec sa politique, sa marque et son formulaire : {link("Boréal, un exemple vivant")}.</>
    ),
    oneFile: (link) => (
      <>
        Sans développeur : {link("Écrire une politique")} fait d’une politique un seul fichier, qui s’ouvre partout et
        qu’un portail affiche dans un iframe.
      </>
    ),
    docs: (file) => <>Outils de regroupement (bundlers), cadriciels et serveurs, un par un : {file} (en anglais).</>,
  },
  example: {
    try: "Changez-le",
    live: "Aperçu",
    page: "Dans la page",
    header: "En-tête requis",
    copy: "Copier",
    copied: "Copié.",
    attributes: "Tous les autres attributs",
    events: "Événements",
    received: "Reçus de l’exemple",
    nothingYet: "Rien encore.",
    notCopied: "Le navigateur refuse de copier : le texte est sélectionné.",
    unset: "Comme la page",
    none: "Non précisé",
  },
  fields: {
    element: "Élément",
    elements: {
      wizard: "Assistant",
      calculator: "Calculateur",
      table: "Tableau des objectifs",
      clock: "Horloge d’un cas",
      intake: "Demande",
      tiers: "Niveaux de service",
      deliverables: "Services récurrents",
      term: "Terme du glossaire",
      report: "Bilan d’un journal",
      dashboard: "Tableau de bord mensuel",
      "policy-builder": "Éditeur de politiques",
    },
    language: "Langue",
    theme: "Thème",
    themes: { light: "Clair", dark: "Sombre", auto: "Selon les préférences du navigateur", momentum: "Momentum" },
    engine: "Moteur",
    engines: { auto: "WebAssembly, sinon JavaScript", wasm: "WebAssembly", js: "JavaScript" },
    phone: "Numéro à appeler",
    tier: "Niveau de service",
    sale: "Vendu par",
    required: "Une gravité est requise",
    name: "Nom du champ",
  },
  policy: {
    text: "Politique, en JSON",
    hint: "Changez un mot ou un délai : l’assistant recommence avec votre texte.",
    check: (link) => <>Avant de vous fier à une politique, vérifiez-la à la page {link("Vérifier une politique")}.</>,
    notJson: "Ce n’est pas encore du JSON valide.",
  },
  brand: {
    colours: {
      accent: "Accent",
      "on-accent": "Texte sur l’accent",
      background: "Fond",
      text: "Texte",
      "accent-strong": "Accent sous le pointeur",
      "accent-tint": "Teinte d’une option choisie",
      muted: "Texte secondaire",
      surface: "Surface",
      border: "Lignes",
      "border-strong": "Contours des champs",
      critical: "Premier niveau",
      high: "Deuxième niveau",
      medium: "Troisième niveau",
      low: "Quatrième niveau",
    },
    all: "Toutes les autres couleurs",
    radius: "Arrondi des coins",
    space: "Espacement",
    font: "Police",
    fonts: { page: "Celle de la page", serif: "À empattements", mono: "À chasse fixe" },
    back: "Recommencer",
    caption: "Contraste des paires de couleurs",
    columns: { pair: "Paire", ratio: "Contraste", needed: "Minimum", verdict: "Résultat" },
    pairs: {
      text: "Texte sur le fond",
      muted: "Texte secondaire sur le fond",
      surface: "Texte sur une surface",
      link: "Lien sur le fond",
      button: "Texte du bouton",
      hover: "Texte du bouton sous le pointeur",
      chosen: "Texte sur une option choisie",
      edge: "Contour d’un champ",
      critical: "Premier niveau sur le fond",
      high: "Deuxième niveau sur le fond",
      medium: "Troisième niveau sur le fond",
      low: "Quatrième niveau sur le fond",
    },
    ratio: (value) => `${number.format(value)} : 1`,
    enough: "Suffisant",
    short: "Insuffisant",
    verdict: (failures) =>
      failures === 0
        ? "Toutes les paires ont un contraste suffisant."
        : `${failures} ${plural.select(failures) === "one" ? "paire a" : "paires ont"} un contraste insuffisant.`,
  },
  form: {
    subject: "Objet",
    subjectValue: "Pas de courriel depuis ce matin",
    send: "Envoyer",
    reset: "Effacer le formulaire",
    caption: "État du champ dans le formulaire",
    rows: { name: "Nom", value: "Valeur", valid: "Valide", message: "Message du navigateur", sent: "Dernier envoi" },
    yes: "Oui",
    no: "Non",
    nothing: "Rien encore",
  },
  static: {
    download: "Enregistrer cette page",
    fileName: "gravite.html",
    fallback: "Une panne? Appelez tout de suite : cette page peut attendre.",
  },
  frame: {
    inSandbox: "Dans un bac à sable",
    heard: "Événements reçus par le portail",
    nothingYet: "Rien encore : répondez à une question dans le cadre.",
    portal: "En-tête du portail",
    framed: "En-tête du serveur du cadre",
  },
};
