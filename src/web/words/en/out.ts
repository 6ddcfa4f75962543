/** Texts of this area. */
export const out = {} as const;
