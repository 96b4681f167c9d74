/** What the elements read of a page while they render, as a server has it. The build puts these names into the module for servers. */

export class ShadowRoot {}
export const location = { hash: "", href: "" };
export const history = { state: null };
export const document = { baseURI: "https://server.invalid/" };
export const matchMedia = () => ({ matches: false });
