import type { SharedMessages } from "./messages.js";

export const shared: SharedMessages = {
  countdown: {
    label: "Temps restant",
    left: (duration) => `Il reste ${duration}`,
    overdueBy: (duration) => `Dépassé de ${duration}`,
    pause: "Suspendre l’affichage",
    resume: "Reprendre l’affichage",
    hide: "Masquer",
    show: "Afficher le temps restant",
    status: {
      half: (duration) => `La moitié du temps est passée : il reste ${duration}.`,
      quarter: (duration) => `Il reste un quart du temps : ${duration}.`,
      minutes: (duration) => `Il reste ${duration}.`,
      due: "C’est l’échéance.",
      overdue: "L’échéance est passée.",
    },
  },
  timeline: {
    heading: "Comment ce délai a été compté",
    summary: (counted, total) => `${counted} de temps compté, sur ${total}.`,
    kinds: { counted: "Compté", closed: "Fermé", holiday: "Férié", paused: "Suspendu" },
    columns: { from: "De", to: "À", kind: "Quoi", duration: "Durée" },
    due: (moment) => `Échéance : ${moment}`,
    picture: "Image du temps compté",
    labelled: (kind, label) => `${kind} : ${label}`,
    sum: (duration) => `Compté en tout : ${duration}`,
  },
  handover: {
    heading: "À emporter",
    text: "Copier en texte",
    markdown: "Copier en Markdown",
    calendar: "Ajouter au calendrier",
    link: "Copier le lien",
    print: "Imprimer",
    copied: "Copié.",
    refused: "Le presse-papiers est fermé à cette page : voici le texte.",
    fileName: "echeance",
  },
};
