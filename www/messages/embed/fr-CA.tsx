import type { EmbedMessages } from "./messages.js";

const plural = new Intl.PluralRules("fr-CA");
const number = new Intl.NumberFormat("fr-CA", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const frCA: EmbedMessages = {
  title: "Intégrer",
  summary:
    "L’assistant, le calculateur et les tableaux dans votre page : votre politique, vos couleurs, votre formulaire, et l’en-tête qu’il faut à chacun.",
  heading: "Dans votre page",
  lead: "Une balise suffit, et la page ne concède rien : ni script ni style en ligne, ni balisage tiré d’un texte, ni témoin, ni requête autre que pour les fichiers du paquet. Changez les champs : l’exemple vit, et le code suit.",
  parts: {
    start: {
      heading: "Cinq lignes",
      paragraphs: [
        <>
          Copiez le dossier <code>dist</code> du paquet à côté de votre page, ou installez-le par{" "}
          <code>npm install case-slo</code> et importez <code>case-slo/elements/define</code>. Ce qui se trouve dans la
          balise paraît jusqu’à ce que l’élément soit prêt, et pour qui n’a pas JavaScript.
        </>,
        <>
          Ce que votre page sait déjà n’est demandé à personne : <code>tier</code>, <code>sale</code> et{" "}
          <code>answers</code>, le vecteur d’un billet ou d’une alarme. Si votre en-tête refuse WebAssembly, écrivez{" "}
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
          Les éléments prennent la police de la page et, avec trois propriétés personnalisées, ses couleurs. Ce que vous
          omettez suit : l’accent sous le pointeur, la teinte de ce qui est choisi. Pour aller plus loin, il y a{" "}
          <code>::part()</code>.
        </>,
        "Le tableau mesure chaque paire de couleurs qui se rencontrent dans un élément, telles que le navigateur les peint, selon les WCAG 2.2, niveau AA.",
      ],
    },
    form: {
      heading: "Dans votre formulaire",
      paragraphs: [
        <>
          L’assistant est un champ de votre formulaire comme un autre : il a un nom, une valeur (l’identifiant de la
          gravité), une validité s’il est <code>required</code>, il se vide avec le formulaire, et le navigateur le
          rétablit. L’événement <code>slo-classified</code> dit le reste : les clauses, les raisons, le vecteur.
        </>,
      ],
    },
    static: {
      heading: "Une page statique",
      paragraphs: [
        <>
          Un script classique et une balise, sans serveur : le moteur et la politique de référence sont dans{" "}
          <code>case-slo.js</code>. La page s’ouvre aussi à partir d’un disque. Sous un en-tête qui refuse WebAssembly,
          prenez plutôt <code>case-slo-js.js</code>.
        </>,
        <>
          Entre deux commentaires, <code>npx case-slo render --write page.html</code> écrit le même tableau pour qui n’a
          pas JavaScript; avec <code>--check</code>, il échoue là où la page dit autre chose que la politique.
        </>,
      ],
    },
    frame: {
      heading: "Dans un cadre",
      paragraphs: [
        <>
          Un portail qui n’admet aucun script d’ailleurs montre la page <code>frame.html</code> dans un iframe, dans un
          bac à sable limité aux scripts, et héberge lui-même un script de 800 octets. Les attributs de{" "}
          <code>slo-frame</code> entrent, avec la politique, la police et les jetons; la hauteur, le titre et les
          événements sortent.
        </>,
        <>
          D’autres mots du bac à sable permettent davantage : <code>allow-popups</code> pour suivre un lien ou composer
          un numéro, <code>allow-downloads</code> pour le fichier d’agenda, <code>allow-modals</code> pour imprimer; et{" "}
          <code>allow="clipboard-write"</code> pour copier d’un geste.
        </>,
      ],
    },
  },
  release: {
    heading: "Les fichiers de cette version",
    paragraphs: [
      <>
        Avec <code>integrity</code>, un navigateur n’exécute un script que si c’est bien celui-ci, octet pour octet;
        d’une autre origine, il faut aussi <code>crossorigin</code>. Ces scripts se suffisent; l’empreinte d’un module
        ne couvre pas ce qu’il importe.
      </>,
    ],
    caption: "Intégrité des sous-ressources",
    file: "Fichier",
    size: "Brotli",
    digest: "Empreinte",
    disk: (
      <>
        Dans une page qu’on ouvre à partir d’un disque, omettez les deux : les navigateurs y refusent un script qui a{" "}
        <code>integrity</code>.
      </>
    ),
  },
  frameworks: {
    heading: "Dans un cadriciel",
    paragraphs: [
      <>
        Les éléments sont des balises comme les autres. Leurs types les accompagnent : <code>case-slo/react</code> pour
        React 19, <code>case-slo/preact</code>, <code>case-slo/vue</code>; et <code>case-slo/html-data.json</code> pour
        que l’éditeur complète.
      </>,
    ],
    docs: (file) => <>Bundlers, cadriciels et serveurs, ligne par ligne : {file} (en anglais).</>,
  },
  example: {
    try: "Changez-le",
    live: "En direct",
    page: "Dans la page",
    header: "En-tête qu’il faut",
    copy: "Copier",
    copied: "Copié.",
    notCopied: "Le navigateur refuse de copier : le texte est sélectionné.",
    unset: "Comme la page",
    none: "Non précisé",
  },
  fields: {
    element: "Élément",
    elements: { wizard: "Assistant", calculator: "Calculateur", table: "Tableau des objectifs" },
    language: "Langue",
    theme: "Thème",
    themes: { light: "Clair", dark: "Sombre", auto: "Au choix du lecteur", momentum: "Momentum" },
    engine: "Moteur",
    engines: { auto: "WebAssembly, sinon JavaScript", wasm: "WebAssembly", js: "JavaScript" },
    phone: "Numéro à appeler",
    tier: "Niveau",
    sale: "Vendu par",
    required: "Une gravité est exigée",
    name: "Nom du champ",
  },
  policy: {
    text: "Politique, en JSON",
    hint: "Changez un mot ou un délai : l’assistant recommence avec ce que vous écrivez.",
    check: (link) => (
      <>
        Tout ce qu’on peut dire d’une politique avant de s’y fier se trouve à la page {link("Vérifier une politique")}.
      </>
    ),
    notJson: "Ce n’est pas encore du JSON.",
  },
  brand: {
    colours: {
      accent: "Accent",
      "on-accent": "Texte sur l’accent",
      background: "Fond",
      text: "Texte",
      "accent-strong": "Accent sous le pointeur",
      "accent-tint": "Teinte de ce qui est choisi",
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
    radius: "Coins",
    space: "Distances",
    font: "Police",
    fonts: { page: "Celle de la page", serif: "À empattements", mono: "À chasse fixe" },
    back: "Recommencer",
    caption: "Contraste de ce qui se rencontre",
    columns: { pair: "Paire", ratio: "Contraste", needed: "Exigé", verdict: "Verdict" },
    pairs: {
      text: "Texte sur le fond",
      muted: "Texte secondaire sur le fond",
      surface: "Texte sur une surface",
      link: "Lien sur le fond",
      button: "Texte du bouton",
      hover: "Texte du bouton sous le pointeur",
      chosen: "Texte sur ce qui est choisi",
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
        ? "Toutes les paires ont assez de contraste."
        : `${failures} ${plural.select(failures) === "one" ? "paire a" : "paires ont"} trop peu de contraste.`,
  },
  form: {
    subject: "Objet",
    subjectValue: "Pas de courriel depuis ce matin",
    send: "Envoyer",
    reset: "Vider le formulaire",
    caption: "Ce que le formulaire sait de son champ",
    rows: { name: "Nom", value: "Valeur", valid: "Valide", message: "Message du navigateur", sent: "Dernier envoi" },
    yes: "Oui",
    no: "Non",
    nothing: "Rien encore",
  },
  static: {
    download: "Enregistrer cette page",
    fileName: "gravite.html",
    fallback: "Une panne? Appelez tout de suite, n’attendez pas cette page.",
  },
  frame: {
    inSandbox: "Dans un bac à sable",
    heard: "Ce que le portail entend",
    nothingYet: "Rien encore : répondez à une question dans le cadre.",
    portal: "En-tête du portail",
    framed: "En-tête du serveur du cadre",
  },
};
