import type { SourceId } from "./source.ts";

export type PartyId = string;

export type PartyRole = "belligerent" | "guarantor" | "contributor" | "mediator" | "claimant" | "facilitator" | "party";

/** An actor in the negotiation. Members whose own consent matters are named, so that a coalition is not one voice. */
export type Party = {
  readonly id: PartyId;
  readonly name: string;
  readonly roles: readonly PartyRole[];
  readonly members: readonly Member[];
  readonly note?: string;
};

export type Member = { readonly name: string; readonly role?: string; readonly consentMatters: boolean };

/** Affected by the settlement, without a veto. */
export type Stakeholder = {
  readonly id: string;
  readonly name: string;
  readonly why: string;
  readonly sources: readonly SourceId[];
};
