/**
 * What somebody says. In plenary and working groups plain text; in a back channel or a caucus sealed with the channel's
 * key, so that the host keeps bytes (base64).
 */
export type Words = { readonly plain: string } | { readonly sealed: string };
