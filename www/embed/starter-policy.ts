/** A policy to begin with: small enough to be read at once, whole enough to classify and to count. */

export const starterPolicy = `{
  "id": "acme-care",
  "version": "1.0.0",
  "title": { "fr-CA": "Service Acme", "en": "Acme Care" },
  "languages": ["fr-CA", "en"],
  "severities": [
    { "id": "urgent", "level": 1, "name": { "fr-CA": "Urgente", "en": "Urgent" } },
    { "id": "normal", "level": 2, "name": { "fr-CA": "Normale", "en": "Normal" } }
  ],
  "questions": [
    {
      "id": "orders",
      "ordered": true,
      "text": { "fr-CA": "Les commandes passent-elles?", "en": "Do orders get through?" },
      "options": [
        { "id": "all", "text": { "fr-CA": "Oui, toutes", "en": "Yes, all of them" } },
        { "id": "some", "text": { "fr-CA": "Certaines seulement", "en": "Only some" } },
        { "id": "none", "text": { "fr-CA": "Aucune", "en": "None" } }
      ]
    }
  ],
  "classification": {
    "rules": [
      { "id": "stopped", "when": { "orders": ["some", "none"] }, "severity": "urgent" },
      { "id": "running", "when": { "orders": ["all"] }, "severity": "normal" }
    ]
  },
  "tiers": [{ "id": "care", "name": { "fr-CA": "Acme", "en": "Acme" } }],
  "calendars": {
    "desk": {
      "zone": "America/Toronto",
      "weekly": {
        "mon": [["08:00", "18:00"]], "tue": [["08:00", "18:00"]], "wed": [["08:00", "18:00"]],
        "thu": [["08:00", "18:00"]], "fri": [["08:00", "18:00"]]
      }
    }
  },
  "measures": [{ "id": "initial-response", "name": { "fr-CA": "Première réponse", "en": "First response" } }],
  "objectives": [
    {
      "id": "urgent", "measure": "initial-response", "tiers": ["care"], "severities": ["urgent"],
      "target": { "within": "PT1H" }, "calendar": "desk"
    },
    {
      "id": "normal", "measure": "initial-response", "tiers": ["care"], "severities": ["normal"],
      "target": { "within": "PT8H" }, "calendar": "desk"
    }
  ]
}
`;
