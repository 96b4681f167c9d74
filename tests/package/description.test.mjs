// The reference policy against the facts of the service description: figures, cadences and conditions, clause by clause, in both languages.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { referencePolicy } from "case-slo";

const policy = referencePolicy();
const { clauses, features, advice, glossary } = policy.toJSON();

/** The facts that each clause states, in French and in English. */
const facts = {
  P1: [
    /deux documents.*glossaire.*services non couverts.*majuscule/s,
    /two documents.*glossary.*services not covered.*Capitalized/s,
  ],
  P2: [
    /services infonuagiques.*équivalent.*conflit.*champ d’application.*contractuelle/s,
    /cloud services agreement.*equivalent.*conflict.*scope.*contractual/s,
  ],
  P3: [
    /revendeur agréé.*informatif.*pas un contrat entre vous et Cisco.*fournit/s,
    /authorized reseller.*for information only.*not a contract between you and Cisco.*supplies/s,
  ],
  P4: [/choisis et détaillés.*payée/s, /selected and itemized.*paid/s],
  T1: [
    /deux références.*sur site.*cisco-software-support-service\.pdf.*infonuagique.*support\.ciscospark\.com.*aucun objectif/s,
    /two references.*on-premises.*cisco-software-support-service\.pdf.*cloud.*support\.ciscospark\.com.*no objective/s,
  ],
  T2: [/comprend tout.*base/s, /everything in Basic/],
  T3: [/comprend tout.*amélioré/s, /everything in Enhanced/],
  E1: [/niveau 2.*24 h sur 24.*7 jours sur 7.*365 jours/s, /level 2.*24 hours.*7 days.*365 days.*term/s],
  E2: [/responsables désignés.*TI.*administration/s, /designated IT or administrative/],
  E3: [
    /ouverte.*reconnu par Cisco.*niveau 2.*fermeture du cas.*sous réserve des objectifs/s,
    /open and Cisco has identified.*level 2.*until it is closed.*subject to.*objectives/s,
  ],
  E4: [/niveau 1.*utilisation.*mode d’emploi.*question/s, /level 1.*usability.*how-to.*question/s],
  E5: [/formation initiale.*libre-service.*dépannage.*SaaS/s, /onboarding.*self-service.*troubleshooting.*SaaS/s],
  E6: [/une séance à distance.*documentation.*niveau 2/s, /one remote session.*documentation.*level 2/s],
  E7: [
    /moins que Cisco n’en convienne.*obligatoire.*centre de dépannage.*niveau 2/s,
    /Unless Cisco agrees.*mandatory.*service desk.*level 2/s,
  ],
  E8: [/prioritaires.*niveau 2.*objectifs/s, /priority cases.*level 2.*objectives/s],
  E9: [
    /signalement d’un problème.*authentification unique.*collaboration.*outil d’intégration fourni par Cisco.*prévu.*mal configuré.*non d’un service de configuration/s,
    /problem is reported.*single sign-on.*collaboration.*integration tool that Cisco supplies.*expected.*misconfigured.*not a configuration service/s,
  ],
  E10: [
    /exclut.*conception.*mise en œuvre.*dépannage.*côté du client/s,
    /excludes.*design.*implementation.*troubleshooting.*customer-side/s,
  ],
  E11: [/que si.*compléter/s, /only if.*complement/s],
  E12: [/gère.*limites que fixe le fournisseur/s, /manages.*limits the vendor sets/s],
  E13: [
    /faire remonter.*système.*ce fournisseur et vous devez avoir accepté/s,
    /must be escalated.*system.*you and the vendor must both have agreed/s,
  ],
  E14: [
    /communiquer.*journaux système, coordonnées.*mesure permise/s,
    /disclose.*system logs, contact details.*permitted/s,
  ],
  E15: [/mesures prises.*seul point de contact/s, /single point of contact.*actions taken/s],
  E16: [
    /en plus de cette offre.*chaque composant.*contrat de soutien Cisco.*retours/s,
    /in addition to this offer.*every supported Cisco component.*support contract.*returns/s,
  ],
  E17: [
    /à distance.*stratégie de déploiement.*usage prévu.*formation.*communication.*ressources/s,
    /remotely.*deployment strategy.*intended use.*training.*communication.*resource/s,
  ],
  E18: [
    /Chaque trimestre.*tendances.*obstacles à l’adoption.*à distance.*processus.*sur site.*automatique ou manuel/s,
    /Every quarter.*trends.*barriers to adoption.*remotely.*processes.*on-premises.*automatic or manual/s,
  ],
  M1: [/ouverture.*à distance.*principal interlocuteur/s, /opened.*remote.*main contact/s],
  M2: [/hautement prioritaires.*résolution.*équipes internes/s, /high-priority.*resolution.*internal teams/s],
  M3: [/Tous les cas.*chaque jour.*tendances/s, /All the cases.*daily.*trends/s],
  M4: [/mesures.*tendances.*avec vous chaque semaine/s, /metrics.*trends.*with you every week/s],
  M5: [/produit et de service.*en continu/s, /[Pp]roduct and service.*continuously/s],
  M6: [/feuille de route.*chaque mois/s, /road map.*every month/s],
  M7: [
    /vous le présente.*à ce tiers.*sous réserve.*E9 à E16/s,
    /presents it to you and to the third party.*subject to.*E9 to E16/s,
  ],
  M8: [
    /TAC.*votre centre de dépannage.*collecte de données.*rapidement/s,
    /TAC.*your service desk.*data collection.*quickly/s,
  ],
  M9: [
    /Plateforme de gestion du changement.*SaaS.*chaque semaine.*prévus.*disponibilité.*réglages/s,
    /Change management platform.*SaaS.*every week.*planned.*availability.*settings/s,
  ],
  M10: [
    /amélioration de vos services.*planifier et déployer vos propres changements.*mises à niveau.*services professionnels/s,
    /improvements to your services.*planning and rolling out your own changes.*upgrades.*professional services/s,
  ],
  M11: [
    /SaaS.*avec vous et avec votre centre de dépannage.*répercussions.*solutions de contournement/s,
    /SaaS.*with you and your service desk.*impact.*workarounds/s,
  ],
  M12: [/SaaS.*équipe des opérations.*causes profondes.*long terme/s, /SaaS.*operations team.*root causes.*long-term/s],
  M13: [
    /Chaque semaine.*disponibilité.*tendances.*critiques.*projets en cours/s,
    /weekly.*availability.*trends.*critical issues.*current projects/s,
  ],
  M14: [/Chaque mois.*quatre mêmes sujets/s, /monthly.*same four subjects/s],
  M15: [
    /Chaque trimestre.*performance.*objectifs techniques.*prochains trimestres/s,
    /quarterly.*performance.*technical goals.*coming quarters/s,
  ],
  M16: [
    /Chaque trimestre.*en direct à distance.*libre-service.*SaaS.*dépannage.*TAC.*version du produit/s,
    /Every quarter.*live remote.*self-service.*SaaS.*troubleshooting.*TAC.*product release/s,
  ],
  M17: [/Chaque trimestre.*remontée au TAC.*recommandées/s, /Every quarter.*TAC escalation process.*recommended/s],
  M18: [
    /Chaque trimestre.*occasions de formation.*cours en ligne.*séminaires/s,
    /Every quarter.*training opportunities.*online courses.*seminars/s,
  ],
  M19: [/ne sont fournies que pour les offres SaaS/, /SaaS offers only/],
  C1: [/principal interlocuteur/, /main contact/],
  C2: [/régulièrement aux réunions en ligne/, /regular online meetings/],
  C3: [
    /directement.*par exemple par téléphone.*priorité 1 et 2.*numéros que Cisco a fournis.*commencer/s,
    /priority 1 and 2.*directly \(for example by phone\).*numbers Cisco supplied.*start/s,
  ],
  C4: [
    /s’il y a lieu.*centre de dépannage.*formation.*évaluation/s,
    /If applicable.*service desk.*training.*assessment/s,
  ],
  C5: [
    /procédures d’exploitation normalisées.*nomenclature interne.*environnement/s,
    /standard operating procedures.*naming conventions.*environment/s,
  ],
  C6: [/accès électronique.*possible/s, /electronic access.*possible and applicable/s],
  C7: [
    /nom, téléphone, courriel.*achat, renouvellement.*au moins un.*niveau 2.*ouvre les demandes/s,
    /name, phone, email.*purchase, renewal.*one or more.*level 2.*open service requests/s,
  ],
  C8: [
    /téléphone.*clavardage.*Web.*courriel.*évaluation.*tri.*traitement.*remontée/s,
    /phone.*chat.*online.*email.*evaluation.*triage.*handling.*escalation/s,
  ],
  C9: [
    /d’après les définitions.*précise et détaillée.*premières notes.*justification/s,
    /using the definitions.*precise, detailed.*first troubleshooting notes.*reason/s,
  ],
  C10: [/rapidement.*qui joindre.*quel moyen/s, /promptly.*whom to reach.*how/s],
  C11: [/contrat de soutien Cisco pour chaque composant/, /every Cisco component.*support contract/],
  C12: [/centre de dépannage termine la formation en ligne/, /service desk staff complete the online training/],
  C13: [
    /communiqués au fournisseur tiers.*cas.*soutien du produit.*dépannage/s,
    /disclosed to the third-party vendor.*case.*product support.*troubleshooting/s,
  ],
  D1: [
    /fonction principale.*indisponible, ou.*importante.*critiques/s,
    /main function.*unavailable, or.*significant part.*critically/s,
  ],
  D2: [/dégradé, ou.*inacceptable/s, /degraded, or.*unacceptable/s],
  D3: [/plusieurs points de défaillance, et.*la plupart/s, /several points of failure, and.*most business operations/s],
  D4: [
    /seul point de défaillance, ou.*intermittents ou mineurs.*minimes/s,
    /single point of failure, or.*intermittent or minor.*minimal/s,
  ],
  X1: [/trop lent.*insatisfaisante.*responsable TAC en service/s, /too slow.*unsatisfactory.*TAC duty manager/s],
  S1: [/téléphone.*24 h sur 24.*7 jours.*amélioré et supérieur/s, /by phone.*24 hours.*7 days.*Enhanced and Premium/s],
  S2: [
    /priorités 1 et 2.*moins de 30 minutes.*amélioré.*moins de 15 minutes.*supérieur.*exactement.*manqué/s,
    /priorities 1 and 2.*less than 30 minutes for Enhanced.*less than 15 minutes for Premium.*exactly.*missed/s,
  ],
  S3: [
    /priorités 3 et 4.*2 h au plus.*amélioré.*1 h au plus.*supérieur/s,
    /priorities 3 and 4.*within 2 hours for Enhanced.*within 1 hour for Premium/s,
  ],
  S4: [
    /soumis.*opérateur ou directement par le demandeur.*ingénieur de soutien technique/s,
    /submitted.*operator or directly by the requester.*technical support engineer/s,
  ],
  G1: [/Cloud Connected Audio ou WebEx.*achat double/s, /Cloud Connected Audio or WebEx.*dual purchase/s],
};

/** With plain spaces, as one compares. */
const spaced = (text) => text.replaceAll("\u00a0", " ");

describe("each clause holds its fact, in both languages", () => {
  test("every clause has a fact", () => assert.deepEqual(Object.keys(facts), Object.keys(clauses)));
  for (const [id, [french, english]] of Object.entries(facts)) {
    test(id, () => {
      const { text } = clauses[id];
      assert.match(spaced(text["fr-CA"]), french);
      assert.match(spaced(text.en), english);
    });
  }
});

describe("recurring services by tier, cadence and condition", () => {
  const of = (clause) => features.filter((feature) => feature.clause === clause);
  for (const [clause, cadence] of Object.entries({
    E18: "quarterly",
    M3: "daily",
    M4: "weekly",
    M5: "continuous",
    M6: "monthly",
    M9: "weekly",
    M13: "weekly",
    M14: "monthly",
    M15: "quarterly",
    M16: "quarterly",
    M17: "quarterly",
    M18: "quarterly",
  })) {
    test(`${clause} recurs: ${cadence}`, () =>
      assert.deepEqual(
        of(clause).flatMap((feature) => feature.cadence ?? []),
        [cadence],
      ));
  }
  test("nothing else recurs", () => assert.equal(features.filter(({ cadence }) => cadence).length, 12));
  for (const [clause, when] of Object.entries({
    M9: { delivery: ["saas"] },
    M11: { delivery: ["saas"] },
    M12: { delivery: ["saas"] },
    M19: { delivery: ["saas"] },
    E11: { vendor: ["complement"] },
    E13: { vendor: ["complement"], consent: ["given"] },
    E16: { contracts: ["complete"] },
  })) {
    test(`${clause} is delivered on a condition`, () =>
      assert.deepEqual(
        of(clause).map((feature) => feature.when),
        [when],
      ));
  }
  test("both French names of Enhanced are kept", () => {
    const { name, aliases } = policy.toJSON().tiers.find(({ id }) => id === "enhanced");
    assert.deepEqual([name["fr-CA"], ...aliases.flatMap((alias) => alias["fr-CA"] ?? [])].sort(), [
      "Amélioré",
      "Avancé",
    ]);
  });
  test("the defined terms are in the glossary", () => {
    const terms = glossary.map(({ term }) => term["fr-CA"].toLowerCase()).join("\n");
    for (const term of [
      "priorité (gravité)",
      "objectif de niveau de service (slo)",
      "demande de service",
      "cas",
      "dsm",
      "centre de dépannage",
      "responsable tac en service",
      "fournisseur tiers",
      "revendeur agréé",
      "remontée",
      "signalement progressif",
    ]) {
      assert.ok(terms.includes(term), term);
    }
  });
});

test("the section headings of the description carry over", () => {
  const headings = Object.fromEntries(Object.entries(clauses).map(([id, { heading }]) => [id, heading["fr-CA"]]));
  assert.equal(headings.P4, "Responsabilités de Cisco");
  assert.equal(headings.D1, "Définition du terme «\u00a0Priorité\u00a0»");
  assert.equal(headings.X1, "Procédures de recours");
  assert.equal(headings.G1, "Glossaire supplémentaire");
});

describe("objectives: these, and no other", () => {
  const targets = (tier, severity) =>
    policy.objectives(tier, severity).map(({ measure, bound, seconds, clause }) => [measure, bound, seconds, clause]);
  for (const [tier, urgent, standard] of [
    ["enhanced", 1_800, 7_200],
    ["premium", 900, 3_600],
  ]) {
    test(tier, () => {
      for (const severity of ["critical", "high"])
        assert.deepEqual(targets(tier, severity), [["initial-response", "under", urgent, "S2"]]);
      for (const severity of ["medium", "low"])
        assert.deepEqual(targets(tier, severity), [["initial-response", "within", standard, "S3"]]);
    });
  }
  test("none for Basic", () => {
    for (const severity of ["critical", "high", "medium", "low"])
      assert.deepEqual(targets("basic", severity), [["initial-response", null, null, "T1"]]);
  });
});

test("every piece of advice cites its clause", () => {
  for (const { id, clause } of advice) assert.ok(clause !== undefined && Object.hasOwn(clauses, clause), id);
});
