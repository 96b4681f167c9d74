/** The maker of the page in one file, which loads only if somebody asks for such a page. */

export { accentOf, logoTypes, maxLogo } from "../../js/page/brand.js";
export { pageFile } from "../../js/page/document.js";
