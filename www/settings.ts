/** Settings for the host of the site. */

/**
 * Where the site stands, such as "https://support.example.com/severity/". With it the pages tell search engines where they
 * are in the other language: those take whole addresses only. Left empty, the pages leave it to their links.
 */
export const address: string = "";

/**
 * The number to call for critical and high severities, as people dial it, such as "+1 514 555-0100": the support service
 * description names none. Left empty, the pages speak of "the number that Cisco gave you".
 */
export const phone: string = "";
