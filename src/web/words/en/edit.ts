/** Texts of this area. */
export const edit = {} as const;
