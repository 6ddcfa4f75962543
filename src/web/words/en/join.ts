/** An invite link that was opened, and a seat under a passphrase. */
export const join = {
  "join.title": "Join a negotiation",
  "join.reading": "Looking what this browser has…",
  "join.opening": "Opening the invitation…",
  "join.broken": "This link gives no seat",
  "join.broken.what": "Copy the whole link again from where you got it, up to its last character.",
  "join.new": "You are invited to a negotiation",
  "join.new.what":
    "This link holds one seat in a negotiation on {host}. Open it in the browser in which you will negotiate.",
  "join.new.once":
    "Unless its sender made it reusable, the link works once; and once the seat is taken, it opens to the browser that took it and to no other. Which seat it is, you see next.",
  "join.new.keys": "The keys to the seat are made in this browser and stay here. Whoever has them is the seat.",
  "join.new.account": "You need no account, and no password is asked of you.",
  "join.new.open": "Open the invitation here",
  "join.offered": "You are invited to",
  "join.seat": "Your seat",
  "join.others": "Who is invited",
  "join.others.here": "has joined",
  "join.others.invited": "has not joined yet",
  "join.keys": "Take the seat",
  "join.keys.what":
    "This browser makes two keys: one to sign all that you do, one to open what is sealed to you. They are kept in this browser only; if its data are cleared, only the convenor can free the seat for you to take it anew.",
  "join.shared": "Others use this browser too: protect the seat with a passphrase",
  "join.shared.what":
    "The keys, and what you have begun to write, are sealed with it in this browser. It is asked for whenever you come back in a new tab. Nobody can tell it to you if you forget it.",
  "join.passphrase": "Passphrase",
  "join.passphrase.again": "The same again",
  "join.passphrase.short": "At least {least} characters: several words are easy to remember and hard to guess.",
  "join.passphrase.differs": "The two are not the same yet.",
  "join.take": "Take the seat",
  "join.taking": "Taking the seat…",
  "join.taking.sealed": "Sealing the keys with your passphrase: this takes some seconds…",
  "join.unknown": "There is no seat behind this link",
  "join.unknown.what":
    "The host knows no such invitation: it may have been revoked, replaced by a newer one, or not copied whole. Ask whoever sent it for a new link.",
  "join.refused": "This invitation cannot be used",
  "join.refused.what":
    "If you took the seat before, it is in the browser in which you did, and opens there alone; if that browser is lost, ask the convenor to free the seat. Otherwise ask whoever sent the link.",
  "join.unreachable": "The host could not be reached",
  "join.unreachable.what":
    "Nothing is lost: try again when there is a connection. The same link goes on where this stopped.",
  "join.busy": "The host is busy",
  "join.elsewhere": "{name} was taken in another browser",
  "join.elsewhere.what":
    "The keys of the seat are there, and only there. Go back to that browser; if it is lost, ask the convenor to free the seat, and for a new link.",
  "join.removed": "{name} was removed from this negotiation",
  "join.removed.what": "Ask the convenor why.",
  "join.ended": "This negotiation has ended",
  "join.ended.what": "The convenor’s reason: {reason}",
  "join.agenda": "The host’s agenda is not the one that was convened",
  "join.agenda.what":
    "What the host sent has another digest than the hall names. Nothing was taken; tell the convenor.",
  "join.notKept": "This browser cannot keep the seat",
  "join.notKept.what":
    "Free some space or leave the private window, then try again. The same link goes on where this stopped.",
  "join.again": "Try again",
  "join.rooms": "My negotiations",
  "join.unlock.title": "Open your seat: {name}",
  "join.unlock.what":
    "This seat is under a passphrase in this browser. Once opened it stays so in this tab until the tab is closed.",
  "join.unlock.open": "Open the seat",
  "join.unlock.trying": "Trying: this takes some seconds…",
  "join.unlock.wrong": "This passphrase does not open the seat.",
} as const;
