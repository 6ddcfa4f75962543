import type { Choices, IssueId, OptionId } from "#model";
import type { ChannelState, Offer, SeatState, TabledOffer, Words } from "#room";

/** An offer as its readers see it: against the one before, with its words opened. */
export type OfferView = TabledOffer & {
  /** The offer it is compared with: the one that it answers, or the one tabled before it. */
  readonly since?: Offer;
  /** In the order of the two packages; empty without an offer before. */
  readonly changes: readonly Change[];
  /** Tabled by this seat's delegation. */
  readonly mine: boolean;
  readonly acceptedByMine: boolean;
  readonly note?: string;
  readonly rejections: readonly {
    readonly delegation: string;
    readonly reasons: readonly { readonly issue?: IssueId; readonly text: string | undefined }[];
  }[];
};

/** Absent: the package leaves the issue open. */
export type Change = { readonly issue: IssueId; readonly before?: OptionId; readonly after?: OptionId };

export function offerViews(
  { offers }: ChannelState,
  me: SeatState,
  textOf: (words: Words) => string | undefined,
): readonly OfferView[] {
  const tabled = [...offers.values()];
  return tabled.map((each, at) => {
    const { offer, status } = each;
    const since =
      (offer.counters === undefined ? undefined : offers.get(offer.counters)?.offer) ?? tabled[at - 1]?.offer;
    const note = offer.note && textOf(offer.note);
    const live = status.kind === "live" ? status : undefined;
    return {
      ...each,
      ...(since ? { since } : {}),
      changes: since ? changesBetween(since.choices, offer.choices) : [],
      mine: offer.delegation === me.delegation,
      acceptedByMine: live?.acceptedBy.includes(me.delegation) ?? false,
      ...(note === undefined ? {} : { note }),
      rejections: (live?.rejectedBy ?? []).map(({ delegation, reasons }) => {
        return {
          delegation,
          reasons: reasons.map(({ issue, words }) => ({
            ...(issue === undefined ? {} : { issue }),
            text: textOf(words),
          })),
        };
      }),
    };
  });
}

export function changesBetween(before: Choices, after: Choices): readonly Change[] {
  const issues = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return issues.flatMap((issue) => {
    const [was, is] = [before[issue], after[issue]];
    if (was === is) return [];
    return [{ issue, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }];
  });
}
