/** The page follows the wizard: its title names the question or the severity, and the severity is its heading. */

const name = document.title;

document.addEventListener("slo-step", (event) => {
  const { title, question } = (event as CustomEvent<{ title: string; question: string | null }>).detail;
  document.title = `${title} – ${name}`;
  document.body.classList.toggle("has-answer", question === null);
});
