/** Texts of this area. */
export const prepare = {} as const;
