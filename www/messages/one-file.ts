/** The texts about the page in one file, on the pages where a policy is written and checked. */

import type { Language } from "../site.js";

export interface OneFileMessages {
  heading: string;
  lead: string;
  phone: string;
  phoneHint: string;
  accent: string;
  logo: string;
  logoHint: string;
  make: string;
  making: string;
  /** `size` is the size of the file, with its unit. */
  made(name: string, size: string): string;
  nothing: string;
  hasErrors: string;
  notAColour: string;
  notALogo: string;
  /** A file of the site could not be loaded. */
  unavailable: string;
  /** Leads to the command that writes the same file. */
  command: string;
}

const frCA: OneFileMessages = {
  heading: "Un seul fichier à distribuer",
  lead: "Les questions, la demande, les échéances, les objectifs, les niveaux de service et les coordonnées de cette politique, dans une seule page HTML. Elle s’ouvre sans réseau, depuis un disque, une bibliothèque de documents, une clé USB ou une pièce jointe.",
  phone: "Numéro à appeler",
  phoneHint: "Vide\u00a0: celui de la politique.",
  accent: "Couleur principale",
  logo: "Logo",
  logoHint: "SVG, PNG, JPEG, GIF ou WebP, d’au plus 200\u00a0Ko.",
  make: "Télécharger la page",
  making: "Préparation de la page…",
  made: (name, size) => `Le fichier ${name} (${size}) est téléchargé.`,
  nothing: "Ouvrez d’abord une politique.",
  hasErrors: "La politique contient des erreurs. Corrigez-les d’abord.",
  notAColour: "Écrivez la couleur en hexadécimal, comme #0b6e4f.",
  notALogo: "Ce logo n’est pas une image SVG, PNG, JPEG, GIF ou WebP d’au plus 200\u00a0Ko.",
  unavailable: "Un fichier du site n’a pas pu être chargé. Vérifiez la connexion, puis réessayez.",
  command: "La ligne de commande produit le même fichier et offre d’autres options\u00a0:",
};

const en: OneFileMessages = {
  heading: "One file to hand out",
  lead: "The questions, the request, the deadlines, objectives, tiers and contacts of this policy in a single HTML page. It opens without a network, from a disk, a document library, a USB stick or an attachment.",
  phone: "Number to call",
  phoneHint: "Empty: that of the policy.",
  accent: "Main colour",
  logo: "Logo",
  logoHint: "SVG, PNG, JPEG, GIF or WebP, at most 200\u00a0KB.",
  make: "Download the page",
  making: "Preparing the page…",
  made: (name, size) => `${name} (${size}) has been downloaded.`,
  nothing: "Open a policy first.",
  hasErrors: "The policy has errors. Correct them first.",
  notAColour: "Write the colour in hexadecimal, such as #0b6e4f.",
  notALogo: "This logo is not an SVG, PNG, JPEG, GIF or WebP picture of at most 200\u00a0KB.",
  unavailable: "A file of the site could not be loaded. Check the connection, then try again.",
  command: "The command line writes the same file, and has more options:",
};

export const oneFileMessagesIn = (language: Language): OneFileMessages => (language === "en" ? en : frCA);
