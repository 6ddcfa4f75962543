import type { DelegationEvent } from "./event.ts";
import type { Place } from "./evolve.ts";
import type { DelegationState } from "./state.ts";

type Opened = Extract<DelegationEvent, { kind: "delegation opened" }>;

export function openedDelegation(_: undefined, { delegation, members }: Opened): DelegationState {
  return { kind: "delegation", version: 0, delegation, members, kept: [] };
}

export function evolveDelegation(
  state: DelegationState,
  { seat, what, sealed }: Exclude<DelegationEvent, Opened>,
  { at }: Place,
): DelegationState {
  return { ...state, kept: [...state.kept, { seat, what, sealed, at }] };
}
