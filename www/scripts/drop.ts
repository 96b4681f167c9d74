/** Prevents the browser from opening a file that is dropped outside the element, because the page and its report would be lost. */

for (const type of ["dragover", "drop"] as const) {
  addEventListener(type, (event) => {
    if (event.defaultPrevented || event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    // The pointer shows that the drop has no effect.
    event.dataTransfer.dropEffect = "none";
  });
}
