// The reference policy against the facts of the service description: figures, cadences and conditions, clause by clause, in both languages.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { referencePolicy } from "case-slo";

const policy = referencePolicy();
const { clauses, features, advice, glossary } = policy.toJSON();

/** What each clause has to say, whatever the words around it. */
const facts = {
  P1: [/glossaire.*services non couverts.*majuscule/s, /glossary.*services not covered.*[Cc]apitalised/s],
  P2: [
    /services infonuagiques.*équivalent.*conflit.*champ d’application.*contractuelle/s,
    /cloud services agreement.*equivalent.*conflict.*scope.*contractual/s,
  ],
  P3: [
    /revendeur agréé.*informatif.*pas un contrat entre vous et Cisco.*fournit/s,
    /authorized reseller.*for information.*no contract between you and Cisco.*supplies/s,
  ],
  P4: [/choisis et détaillés.*payée/s, /selected and itemised.*paid/s],
  T1: [
    /deux références.*sur site.*infonuagiques.*aucun objectif/s,
    /two references.*on-premises.*cloud.*no objective/s,
  ],
  T2: [/comprend tout.*base/s, /everything in Basic/],
  T3: [/comprend tout.*amélioré/s, /everything in Enhanced/],
  E1: [/niveau 2.*24 h.*7 jours.*365 jours/s, /level 2.*24 hours.*7 days.*365 days.*term/s],
  E2: [/désignés.*TI.*administration/s, /designated IT or administrative/],
  E3: [
    /ouverte.*reconnu par Cisco.*niveau 2.*fermeture du cas.*objectifs/s,
    /open and Cisco has recognised.*level 2.*until the case is closed.*objectives/s,
  ],
  E4: [/niveau 1.*utilisation.*mode d’emploi.*question/s, /level 1.*usability.*how-to.*question/s],
  E5: [/accueil.*libre-service.*dépannage.*SaaS/s, /onboarding.*self-service.*troubleshooting.*SaaS/s],
  E6: [/une séance à distance.*documentation.*niveau 2/s, /one remote session.*documentation.*level 2/s],
  E7: [
    /moins que Cisco n’en convienne.*obligatoire.*centre de dépannage.*niveau 2/s,
    /Unless Cisco agrees.*mandatory.*service desk.*level 2/s,
  ],
  E8: [/prioritaires.*niveau 2.*objectifs/s, /priority cases.*level 2.*objectives/s],
  E9: [
    /réaction.*authentification unique.*collaboration.*prévu.*configurer.*fournis par Cisco/s,
    /reaction.*single sign-on.*collaboration.*expected.*configuring.*Cisco supplies/s,
  ],
  E10: [
    /exclut.*conception.*mise en œuvre.*dépannage.*côté du client/s,
    /excludes.*design.*implementation.*troubleshooting.*customer-side/s,
  ],
  E11: [/uniquement si.*compléter/s, /only where.*complement/s],
  E12: [/gère.*limites que fixe le fournisseur/s, /manages.*vendor allows/s],
  E13: [
    /nécessaire.*système.*vous et le fournisseur devez avoir accepté/s,
    /must be escalated.*system.*you and the vendor must both have agreed/s,
  ],
  E14: [/communiquer.*journaux, contacts.*mesure permise/s, /disclose.*logs, contacts.*permitted/s],
  E15: [/point de contact unique.*mesures prises/s, /single point of contact.*actions taken/s],
  E16: [
    /en plus de cette offre.*contrat de soutien Cisco.*chaque composante.*retours/s,
    /every supported Cisco component.*support contract.*besides this offer.*returns/s,
  ],
  E17: [
    /à distance.*stratégie de déploiement.*usage prévu.*formation.*communication.*ressources/s,
    /remotely.*deployment strategy.*intended use.*training.*communication.*resource/s,
  ],
  E18: [
    /Chaque trimestre.*tendances.*obstacles.*à distance.*sur site.*automatique ou manuel/s,
    /Every quarter.*trends.*obstacles.*remotely.*on-premises.*automatic or manual/s,
  ],
  M1: [/ouverture.*à distance.*principal contact/s, /opening.*remote.*main contact/s],
  M2: [/hautement prioritaires.*résolution.*équipes internes/s, /high-priority.*resolution.*internal teams/s],
  M3: [/Tous les cas.*chaque jour.*tendances/s, /All the cases.*daily.*trends/s],
  M4: [/mesures.*tendances.*avec vous chaque semaine/s, /[Mm]easures.*trends.*with you every week/s],
  M5: [/produit et de service.*en continu/s, /[Pp]roduct and service.*continuously/s],
  M6: [/feuille de route.*chaque mois/s, /road map.*every month/s],
  M7: [/à vous et au fournisseur.*sans préjudice.*E9 à E16/s, /you and the vendor.*without prejudice.*E9 to E16/s],
  M8: [
    /TAC.*centre de dépannage.*collecte de données.*résolution rapide/s,
    /TAC.*service desk.*data collection.*fast resolution/s,
  ],
  M9: [/SaaS.*chaque semaine.*prévus.*disponibilité.*réglages/s, /SaaS.*every week.*planned.*availability.*settings/s],
  M10: [
    /planifier et déployer vos propres changements.*mises à niveau.*services professionnels/s,
    /planning and rolling out your own changes.*upgrades.*professional services/s,
  ],
  M11: [/SaaS.*coordonne.*conséquences.*solutions de rechange/s, /SaaS.*coordinates.*impact.*workarounds/s],
  M12: [/SaaS.*exploitation.*causes profondes.*long terme/s, /SaaS.*operations.*root causes.*long-term/s],
  M13: [
    /chaque semaine.*disponibilité.*tendances.*critiques.*projets en cours/s,
    /weekly.*availability.*trends.*critical issues.*current projects/s,
  ],
  M14: [/chaque mois.*quatre mêmes sujets/s, /monthly.*same four subjects/s],
  M15: [
    /chaque trimestre.*performance.*objectifs techniques.*prochains trimestres/s,
    /quarterly.*performance.*technical goals.*coming quarters/s,
  ],
  M16: [
    /Chaque trimestre.*en direct à distance.*libre-service.*SaaS.*dépannage.*TAC.*version du produit/s,
    /Every quarter.*live remote.*self-service.*SaaS.*troubleshooting.*TAC.*product release/s,
  ],
  M17: [
    /remontée au TAC.*chaque trimestre.*recommandations/s,
    /TAC escalation process.*every quarter.*recommended actions/s,
  ],
  M18: [
    /Chaque trimestre.*occasions de formation.*cours en ligne.*séminaires/s,
    /Every quarter.*training opportunities.*online courses.*seminars/s,
  ],
  M19: [/ne sont fournies que pour les offres SaaS/, /SaaS offers only/],
  C1: [/représentant.*principal contact/s, /representative.*main contact/s],
  C2: [/réunions en ligne régulières/, /regular online meetings/],
  C3: [
    /directement.*par exemple par téléphone.*priorité 1 et 2.*numéros que Cisco a fournis.*commencer/s,
    /priority 1 and 2.*directly \(for example by phone\).*numbers that Cisco supplied.*start/s,
  ],
  C4: [
    /s’il y a lieu.*centre de dépannage.*formation.*évaluation/s,
    /Where applicable.*service desk.*training.*assessment/s,
  ],
  C5: [
    /procédures d’exploitation normalisées.*noms internes.*environnement/s,
    /standard operating procedures.*internal names.*environment/s,
  ],
  C6: [/accès électronique.*possible/s, /electronic access.*possible and applicable/s],
  C7: [
    /nom, téléphone, courriel.*achat, renouvellement.*au moins un.*niveau 2.*ouvre les demandes/s,
    /name, phone, email.*purchase, renewal.*one or more.*level 2.*open service requests/s,
  ],
  C8: [
    /téléphone, clavardage, Web ou courriel.*évaluation.*triage.*traitement.*remontée/s,
    /phone, chat, web or email.*evaluation.*triage.*handling.*escalation/s,
  ],
  C9: [
    /d’après les définitions.*précise et détaillée.*premières notes.*justification/s,
    /by the definitions.*precise, detailed.*first troubleshooting notes.*justification/s,
  ],
  C10: [/à temps.*contacts/s, /in time.*contacts, channels/s],
  C11: [/contrat de soutien Cisco pour chaque composante/, /support contracts on every Cisco component/],
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
  S1: [/téléphone.*24 h.*7 jours.*amélioré et supérieur/s, /by phone.*24 hours.*7 days.*Enhanced and Premium/s],
  S2: [
    /priorités 1 et 2.*strictement moins de 30 minutes.*amélioré.*strictement moins de 15 minutes.*supérieur/s,
    /priorities 1 and 2.*strictly less than 30 minutes for Enhanced.*strictly less than 15 minutes for Premium/s,
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
  test("of every clause, there is a fact to hold", () => assert.deepEqual(Object.keys(facts), Object.keys(clauses)));
  for (const [id, [french, english]] of Object.entries(facts)) {
    test(id, () => {
      const { text } = clauses[id];
      assert.match(spaced(text["fr-CA"]), french);
      assert.match(spaced(text.en), english);
    });
  }
});

describe("what a tier delivers, how often, and to whom", () => {
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

test("advice says what the description says, and cites it", () => {
  for (const { id, clause } of advice) assert.ok(clause !== undefined && Object.hasOwn(clauses, clause), id);
});
