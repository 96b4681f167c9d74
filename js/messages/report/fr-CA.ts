import type { ReportMessages } from "./index.js";
import { frCA as phrases } from "../phrases.js";

const { quoted } = phrases;

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const plural = new Intl.PluralRules("fr-CA");
const isOne = (number: number) => plural.select(number) === "one";
/** "1 000 000 de cas": millions take "de". */
const cases = (count: string) => `${count}\u00a0${/\u00a0000\u00a0000$/.test(count) ? "de " : ""}cas`;
/** "0,6 point": the plural begins at two. */
const pointsOf = (points: string) => `${points}\u00a0${isOne(Number(points.replace(",", "."))) ? "point" : "points"}`;
const rows = (count: string, number: number) => `${count}\u00a0${isOne(number) ? "ligne" : "lignes"}`;
const others = (count: string) => `${count}\u00a0${count === "1" ? "autre" : "autres"}`;

export const frCA: ReportMessages = {
  views: { label: "Vue", attainment: "Taux de respect", availability: "Disponibilité" },
  misplaced: {
    found: {
      cases: (file) => `${file} a les colonnes d’un journal de cas, et non d’un journal de pannes.`,
      outages: (file) => `${file} a les colonnes d’un journal de pannes, et non d’un journal de cas.`,
    },
    show: { cases: "Afficher le taux de respect", outages: "Afficher la disponibilité" },
    use: { cases: "L’utiliser comme journal de cas", outages: "L’utiliser comme journal de pannes" },
  },
  choose: {
    heading: "Choisissez un journal de cas",
    another: "Lire un autre journal",
    button: "Choisir un fichier",
    drop: "ou déposez-le ici",
    privacy: "Le fichier reste dans cet onglet\u00a0: il est lu sur votre appareil; rien n’est envoyé ni conservé.",
    understood:
      "Une exportation de votre système de gestion des cas\u00a0: un classeur (.xlsx, .ods) ou un CSV, même compressé (.gz), avec un en-tête et, pour chaque cas, la gravité, le niveau de service, le moment de la soumission et celui de la première réponse. L’identifiant et le canal sont facultatifs.",
    samples: "Aucun fichier sous la main? Essayez un journal fictif, produit à l’instant\u00a0:",
    sample: (count) => cases(count),
    sampleName: (count) => `Exemple de ${cases(count)}`,
    making: "L’exemple est en préparation.",
  },
  reading: {
    heading: (file) => `Lecture de ${file}`,
    bytes: (read, size, share) => `${read} sur ${size} (${share})`,
    rate: (count) => `${count} lignes par seconde`,
    left: (duration) => `encore ${duration} environ`,
    cancel: "Annuler",
    started: "Le journal est en cours de lecture.",
    done: (share, uncovered) =>
      `Le bilan est prêt\u00a0: l’objectif a été respecté dans ${share} des cas évalués${uncovered === null ? "" : `; ${uncovered}`}.`,
    doneWithout: "Le bilan est prêt. Aucun cas n’a pu être évalué.",
    cancelled: "La lecture est annulée.",
  },
  columns: {
    heading: "Comment le fichier est lu",
    needed:
      "L’en-tête ne permet pas de reconnaître toutes les colonnes. Choisissez celle qui manque, et le fichier sera lu.",
    ask: "Certaines heures de ce fichier n’indiquent pas de fuseau horaire. Choisissez-en un, et le fichier sera lu.",
    askOrder:
      "Le jour et le mois des dates de ce fichier pourraient être inversés. Choisissez leur ordre, et le fichier sera lu.",
    names: {
      id: "Identifiant du cas",
      tier: "Niveau de service",
      severity: "Gravité",
      submittedAt: "Soumission",
      stoppedAt: "Première réponse",
      channel: "Canal",
      submittedTime: "Heure (soumission)",
      stoppedTime: "Heure (réponse)",
      status: "État",
    },
    none: "Aucune colonne",
    unnamed: (column) => `Colonne ${column}`,
    missing: "Choisissez la colonne.",
    missingOr: {
      tier: "Choisissez la colonne ou, plus haut, le niveau de service de tous les cas.",
      severity: "Choisissez la colonne ou, plus haut, la gravité de tous les cas.",
      stoppedAt: "Choisissez la colonne ou, à côté, une colonne de durées.",
    },
    sample: "Les premières lignes du fichier",
    noRows: "Il n’y a aucune ligne sous l’en-tête.",
    tier: "Niveau de service de tous les cas",
    chooseTier: "Choisissez un niveau de service",
    severity: "Gravité de tous les cas",
    chooseSeverity: "Choisissez une gravité",
    preset: "Provenance",
    presetFound: (name) => (name === null ? "Centre de dépannage inconnu" : `Détecté\u00a0: ${name}`),
    elapsed: "Durée tenant lieu du moment de la réponse",
    elapsedUnit: "Unité des durées",
    dueAt: "Échéance de chaque cas",
    sheet: "Feuille du classeur",
    facts: "Faits qui déterminent l’objectif",
    customerZone: "Fuseau horaire du client",
    dateOrder: "Ordre du jour et du mois",
    orders: {
      auto: "Détecté par colonne",
      "day-first": "Jour d’abord (31/12/2026)",
      "month-first": "Mois d’abord (12/31/2026)",
    },
    skipLines: "Lignes avant l’en-tête",
    found: "Détecté",
    zone: "Fuseau horaire",
    zoneHelp:
      "Sert à regrouper les cas par semaine et par heure, et à lire les heures qui n’indiquent pas de fuseau horaire.",
    zoneAsked:
      "Les heures de ce fichier n’indiquent pas de fuseau horaire\u00a0: elles sont lues comme des heures locales de ce fuseau.",
    asOf: "Date de référence des cas ouverts",
    asOfHelp: "À l’heure de votre appareil. Par défaut\u00a0: la dernière modification du fichier.",
    delimiter: "Séparateur de colonnes",
    delimiters: { ",": "Virgule", ";": "Point-virgule", "\t": "Tabulation", "|": "Barre verticale" },
    detected: (delimiter) => (delimiter === "" ? "Détecté" : `Détecté\u00a0: ${lower(delimiter)}`),
    measure: "Mesure évaluée",
    read: "Lire le fichier",
    readAgain: "Relire le fichier",
  },
  coverage: {
    text: (missing, number, all) =>
      `${rows(missing, number)} sur ${all} ${isOne(number) ? "n’a pas pu être évaluée" : "n’ont pas pu être évaluées"}`,
    cause: "Raison la plus fréquente\u00a0:",
    cures: {
      values: "Indiquer le sens de ces valeurs",
      zone: "Choisir le fuseau horaire",
      columns: "Vérifier les colonnes",
      delimiter: "Vérifier le séparateur",
      order: "Choisir l’ordre du jour et du mois",
      facts: "Choisir les colonnes de ces faits",
      rows: "Voir ces lignes",
    },
  },
  form: {
    preset: (name) => `Lu comme une exportation de ${name}`,
    encoding: (name) => `Encodage\u00a0: ${name.replace(/^w/, "W").replace(/^utf/, "UTF")}`,
    headerRow: (row) => `L’en-tête est la ligne ${row}`,
    byCells: (columns) =>
      isOne(columns)
        ? "Une colonne a été reconnue d’après ses cellules"
        : `${columns}\u00a0colonnes ont été reconnues d’après leurs cellules`,
    dateOrder: {
      "day-first": "Dates\u00a0: le jour avant le mois",
      "month-first": "Dates\u00a0: le mois avant le jour",
    },
    zone: (zone) => `Fuseau horaire dans l’en-tête\u00a0: ${zone}`,
    elapsed: (column, unit) => `Délai de réponse\u00a0: ${quoted(column)}, en ${lower(unit)}`,
    units: { milliseconds: "Millisecondes", seconds: "Secondes", minutes: "Minutes", hours: "Heures", days: "Jours" },
    dueAt: (column) => `Les échéances viennent de ${quoted(column)}, et non de la politique`,
    footerRows: (count, number) =>
      `${rows(count, number)} sans cas, ${isOne(number) ? "laissée" : "laissées"} de côté\u00a0: bas de page, totaux, commentaires`,
    replacedRows: (count, number) =>
      `${rows(count, number)} ${isOne(number) ? "remplacée" : "remplacées"} par des lignes ultérieures des mêmes cas`,
  },
  values: {
    heading: (count, number) =>
      isOne(number)
        ? "Une valeur ne figure pas dans la politique"
        : `${count}\u00a0valeurs ne figurent pas dans la politique`,
    intro: (count, number, all) =>
      isOne(number)
        ? `${rows(count, number)} sur ${all} porte une telle valeur. Indiquez-en le sens, et la ligne sera évaluée.`
        : `${rows(count, number)} sur ${all} portent une telle valeur. Indiquez-en le sens, et les lignes seront évaluées.`,
    rows: (count, number) => rows(count, number),
    means: {
      severity: (value) => `La gravité ${quoted(value)} correspond à`,
      tier: (value) => `Le niveau de service ${quoted(value)} correspond à`,
    },
    unknown: "Laisser ces lignes de côté",
    more: (count) => `En afficher ${others(count)}`,
    apply: "Continuer",
  },
  answer: {
    sentence: (share, count, number, measure, uncovered) =>
      `L’objectif ${quoted(measure)} a été respecté dans ${share} des ${number === 1 ? "cas évalués (un seul cas)" : `${cases(count)} évalués`}${uncovered === null ? "" : `; ${uncovered}`}.`,
    // Large letters would break the word at its hyphen.
    noCases: "Le journal a un en\u2011tête, mais aucun cas.",
    notEvaluated: (count, number) =>
      isOne(number)
        ? "La seule ligne n’a pas pu être évaluée\u00a0: il n’y a aucun chiffre."
        : `Aucune des ${count}\u00a0lignes n’a pu être évaluée\u00a0: il n’y a aucun chiffre.`,
    noneLeft: "Aucun cas ne correspond au filtre.",
    nothing:
      "Aucun de ces cas ne peut encore être évalué\u00a0: ils n’ont pas d’objectif, ou leur échéance n’est pas venue.",
    allMet: "Aucun cas évalué ne l’a manqué.",
    missed: (count, number, median, most) =>
      isOne(number)
        ? `Un cas a reçu sa réponse avec ${most} de retard.`
        : `${cases(count)} ont reçu leur réponse en retard\u00a0: la moitié avec moins de ${median} de retard, le pire avec ${most}.`,
    missedAtMost: (count, number, most) =>
      isOne(number)
        ? `Un cas a reçu sa réponse avec ${most} de retard.`
        : `${cases(count)} ont reçu leur réponse en retard, le pire avec ${most} de retard.`,
    overdue: (count, number) =>
      isOne(number)
        ? "Un cas est en retard et attend encore sa réponse."
        : `${cases(count)} sont en retard et attendent encore leur réponse.`,
    interval: (low, high) => `Intervalle de confiance à 95\u00a0%\u00a0: de ${low} à ${high}.`,
    few: "Il y a trop peu de cas pour conclure.",
    compared: (name, then, _, count, points, sign) =>
      `${name}\u00a0: objectif respecté dans ${then} des cas évalués (${count}). Maintenant\u00a0: ${sign === 0 ? "le même taux" : `${pointsOf(points)} de ${sign > 0 ? "plus" : "moins"}`}.`,
    comparedSame: (name, then, now, count, points, sign) =>
      `${name}\u00a0: objectif respecté dans ${then} des mêmes ${cases(count)}. Maintenant\u00a0: ${sign === 0 ? "le même taux" : `${now}, soit ${pointsOf(points)} de ${sign > 0 ? "plus" : "moins"}`}.`,
    comparedOthers: (count, number) =>
      isOne(number)
        ? "Un autre cas n’a été évalué que pour l’un des deux."
        : `${others(count)} cas n’ont été évalués que pour l’un des deux.`,
    comparedNone: (name) => `${name}\u00a0: aucun cas n’a pu être évalué.`,
    comparedUnknown: (count, number) =>
      isOne(number)
        ? "Une autre ligne n’a pas pu être évaluée pour cette comparaison."
        : `${count}\u00a0autres lignes n’ont pas pu être évaluées pour cette comparaison.`,
    trend: (last, before) => `Quatre dernières semaines\u00a0: ${last}; quatre semaines précédentes\u00a0: ${before}.`,
    running: (count, number) =>
      isOne(number)
        ? `${count}\u00a0cas ouvert, encore dans les délais\u00a0: non compté`
        : `${cases(count)} ouverts, encore dans les délais\u00a0: non comptés`,
    notStated: (count, number) => `${cases(count)} sans objectif\u00a0: non ${isOne(number) ? "compté" : "comptés"}`,
    filtered: (count, number) => `${rows(count, number)} ${isOne(number) ? "écartée" : "écartées"} par le filtre`,
    only: (names) => `Ces cas seulement\u00a0: ${names.map((each) => each.join(", ")).join("; ")}`,
    problems: (count, number) =>
      `${rows(count, number)} ${isOne(number) ? "n’a pas pu être évaluée\u00a0: voir laquelle, et pourquoi" : "n’ont pas pu être évaluées\u00a0: voir lesquelles, et pourquoi"}`,
    file: (name) => `Fichier\u00a0: ${name}`,
    asOf: (when) => `Date de référence des cas ouverts\u00a0: ${when}`,
  },
  goals: {
    heading: "Buts de la politique",
    left: (goal, count, number) =>
      number === 0
        ? `But de ${goal}\u00a0: atteint, mais plus aucun cas ne peut être manqué.`
        : `But de ${goal}\u00a0: atteint jusqu’ici; ${isOne(number) ? "un autre cas pourrait être manqué" : `${count}\u00a0autres cas pourraient être manqués`}.`,
    lost: (goal, count, number) =>
      `But de ${goal}\u00a0: non atteint; ${isOne(number) ? "un cas manqué de trop" : `${count}\u00a0cas manqués de trop`}.`,
    period: "Période",
    cases: "Cas",
    misses: "Manqués",
    attainment: "Taux de respect",
    state: "But",
    reached: "atteint",
    missed: "non atteint",
    open: "encore ouvert",
    missesLeft: "Cas manqués encore permis",
  },
  groups: {
    only: (name) => `N’afficher que\u00a0: ${name}`,
    heading: "Par niveau de service et par gravité",
    tier: (name) => `Niveau de service\u00a0: ${name}`,
    all: "Ensemble",
    severity: "Gravité",
    objective: "Objectif",
    cases: "Cas",
    met: "Respectés",
    missed: "Manqués",
    running: "En cours",
    attainment: "Taux de respect",
    median: "Médiane",
    p90: "90e\u00a0centile",
    p95: "95e\u00a0centile",
    difference: (points, sign) => (sign === 0 ? "même taux" : `${sign > 0 ? "+" : "−"}${pointsOf(points)}`),
    notStated: "aucun objectif",
    note: "Taux de respect\u00a0: part des cas évalués qui ont respecté l’objectif, avec l’intervalle de confiance à 95\u00a0%. Manqués\u00a0: cas dont la réponse est venue en retard, ou qui sont encore ouverts après l’échéance. Médiane, 90e et 95e centiles\u00a0: la moitié, 90\u00a0% et 95\u00a0% des réponses ont pris ce temps ou moins, en heures d’ouverture du centre de soutien.",
    greyed: (few) => `En grisé\u00a0: moins de ${few}\u00a0cas évalués, trop peu pour conclure.`,
  },
  charts: {
    heading: "Graphiques",
    distributionOf: "Cas",
    allTogether: "Tous les cas",
    group: (tier, severity) => `${tier} (gravité\u00a0: ${severity})`,
    save: "Enregistrer",
    svg: "Enregistrer en SVG",
    csv: "Enregistrer les chiffres en CSV",
    png: "Enregistrer en PNG",
  },
  misses: {
    headings: { open: "Encore sans réponse après l’échéance", late: "Réponses en retard" },
    overrun: "Retard",
    id: "Cas",
    noId: "sans identifiant",
    row: "Ligne",
    severity: "Gravité",
    tier: "Niveau de service",
    submitted: "Soumission",
    moment: (day, time) => `${day} à ${time}`,
    more: "En afficher plus",
    shown: (shown, all) => `${shown} sur ${all}`,
  },
  problems: {
    heading: "Les lignes qui n’ont pas pu être évaluées",
    intro:
      "Ces lignes ne sont pas comptées plus haut. Elles sont numérotées comme dans un tableur\u00a0: l’en-tête est la ligne 1.",
    codes: {
      "empty-log": "Le fichier est vide\u00a0: il n’a même pas d’en-tête.",
      "invalid-encoding": "Le fichier n’est pas du texte. Choisissez un fichier CSV, ou un classeur .xlsx ou .ods.",
      "missing-column": "Il manque une colonne nécessaire.",
      "invalid-utf-8": "La ligne contient des octets qui ne sont pas de l’UTF-8 valide.",
      "not-text": "La ligne contient des octets nuls\u00a0: ce n’est pas du texte.",
      "limit-exceeded": "La ligne dépasse 1\u00a0Mio, ou le journal a trop de groupes.",
      "unclosed-quote":
        "Un guillemet ouvert à cette ligne n’est jamais fermé\u00a0: tout ce qui suit est lu comme une seule ligne.",
      "wrong-column-count": "La ligne a plus ou moins de colonnes que l’en-tête.",
      "unknown-tier": "Ce niveau de service ne figure pas dans la politique.",
      "unknown-severity": "Cette gravité ne figure pas dans la politique.",
      "invalid-instant": "La date et l’heure ne peuvent pas être lues.",
      "unknown-option": "Cette réponse ou ce canal ne figure pas dans la politique.",
      "unknown-zone": "Ce fuseau horaire est inconnu.",
      undetermined: "L’échéance dépend de renseignements qui ne figurent pas dans la ligne.",
      "ambiguous-instant": "Le jour et le mois de cette date pourraient être inversés.",
      "mixed-date-order": "Le jour et le mois ne sont pas dans le même ordre que dans le reste de la colonne.",
      "missing-offset": "L’heure n’indique pas de fuseau (p.\u00a0ex. −05:00), et aucun fuseau n’est choisi.",
      "out-of-range": "La date n’est pas entre 1970 et 2199.",
      "stop-before-submission": "La réponse précède la soumission.",
      "end-before-start": "La fin précède le début.",
      "duplicate-id": "Une ligne précédente porte le même identifiant.",
    },
    other: (code) => `La ligne ne peut pas être lue (${code}).`,
    rows: (count, number) => rows(count, number),
    row: (row) => `Ligne ${row}`,
    rowFound: (row, found) => `Ligne ${row}\u00a0: ${quoted(found)}`,
    more: (count) => others(count),
    rest: (count) => `Et ${others(count)}, ${count === "1" ? "qui n’est pas énumérée" : "qui ne sont pas énumérées"}.`,
  },
  filters: {
    heading: "Filtrer et comparer",
    tier: "Niveau de service",
    allTiers: "Tous les niveaux",
    severity: "Gravité",
    allSeverities: "Tous les niveaux de gravité",
    channel: "Canal",
    allChannels: "Tous les canaux",
    noChannel: "Non précisé",
    andMore: (names, count) => `${names.join(", ")} et ${others(count)}`,
    period: "Soumission",
    wholeFile: "Tout le fichier",
    days: "Dates choisies",
    from: "Du",
    to: "Au (inclus)",
    reset: "Afficher tous les cas",
    chips: "Filtre",
    remove: (name) => `Retirer du filtre\u00a0: ${name}`,
    goal: "But (%)",
    comparison: "Comparer avec",
    nothing: "Aucune comparaison",
    otherPolicy: "Comparer avec une autre politique (JSON)",
    anotherPolicy: "Choisir une autre politique (JSON)",
  },
  comparison: {
    asTier: (tier) => `Objectifs du niveau ${quoted(tier)}`,
    underPolicy: (policy) => `Politique ${quoted(policy)}`,
    before: (period) => `Période précédente (${period})`,
  },
  exports: {
    heading: "Exporter",
    intro:
      "Le CSV est prêt pour un tableur en français; aucune cellule n’y sera lue comme une formule. Le JSON contient tout le bilan.",
    table: "Tableau",
    csv: "Enregistrer le tableau en CSV",
    json: "Tout enregistrer en JSON",
    print: "Imprimer ou enregistrer en PDF",
    file: "bilan",
    all: "ensemble",
    otherChannels: "autres",
    open: "sans réponse",
    late: "réponse en retard",
    names: {
      groups: "Par niveau de service et par gravité",
      weeks: "Par semaine",
      months: "Par mois",
      channels: "Par canal",
      hours: "Par heure et par jour de la semaine",
      misses: "Retards",
      problems: "Lignes non évaluées",
    },
    columns: {
      tier: "Niveau de service",
      severity: "Gravité",
      cases: "Cas",
      met: "Respectés",
      missed: "Manqués",
      running: "En cours",
      notStated: "Sans objectif",
      attainment: "Taux de respect (%)",
      low: "Intervalle, de (%)",
      high: "Intervalle, à (%)",
      p50: "Médiane (min)",
      p90: "90e\u00a0centile (min)",
      p95: "95e\u00a0centile (min)",
      week: "Semaine",
      month: "Mois",
      channel: "Canal",
      weekday: "Jour",
      hour: "Heure",
      row: "Ligne",
      id: "Cas",
      submitted: (zone) => `Soumission (${zone})`,
      overrun: "Retard (min)",
      state: "État",
      above: "Plus de (min)",
      upTo: "Jusqu’à (min)",
      problem: "Problème",
      found: "Valeur",
    },
  },
  failures: {
    "file-unreadable":
      "Le fichier n’a pas pu être lu. Il a peut-être été déplacé, modifié ou verrouillé depuis\u00a0: choisissez-le de nouveau.",
    "invalid-spreadsheet":
      "Le classeur n’a pas pu être lu. Enregistrez-le en .xlsx, en .ods ou en CSV dans votre tableur, puis choisissez ce fichier.",
    "encrypted-spreadsheet":
      "Le classeur est protégé par un mot de passe. Enregistrez-le sans mot de passe, ou en CSV.",
    "limit-exceeded": "Le fichier est trop grand pour être lu.",
    "invalid-policy":
      "La politique à comparer contient des erreurs. La page «\u00a0Vérifier une politique\u00a0» les énumère.",
    "engine-unavailable": "Le moteur de calcul n’a pas pu démarrer\u00a0: le fichier ne peut pas être lu.",
    "engine-restarted": "Le moteur de calcul a dû redémarrer pendant la lecture\u00a0: relisez le fichier.",
    "invalid-instant": "Cette date ne peut pas être lue\u00a0: choisissez-en une autre.",
    "out-of-range": "Cette date n’est pas entre 1970 et 2199.",
    "unknown-measure": "Cette politique ne contient aucun objectif\u00a0: il n’y a rien à évaluer.",
    "unknown-zone": "Votre navigateur ne connaît pas ce fuseau horaire\u00a0: choisissez-en un autre.",
    "unknown-tier": "Ce niveau de service ne figure pas dans la politique.",
    "unknown-severity": "Cette gravité ne figure pas dans la politique.",
    internal: "Une erreur inattendue s’est produite. Essayez de relire le fichier.",
  },
};
