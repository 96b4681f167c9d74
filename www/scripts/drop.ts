/** A file that is dropped beside the element that reads it does not take the page away, and what it shows with it. */

for (const type of ["dragover", "drop"] as const) {
  addEventListener(type, (event) => {
    if (event.defaultPrevented || event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    // The pointer says that nothing will come of it.
    event.dataTransfer.dropEffect = "none";
  });
}
