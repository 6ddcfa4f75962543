/** A type that only its parser can make: `Brand<string, "PartyId">` is a string that has been checked. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

declare const brand: unique symbol;
