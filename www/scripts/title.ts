/** The title of the page follows the wizard: the question that is shown, or the severity. */

const name = document.title;

document.addEventListener("slo-step", (event) => {
  const { title } = (event as CustomEvent<{ title: string }>).detail;
  document.title = `${title} – ${name}`;
});
