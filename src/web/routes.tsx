import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { DealPage } from "./deal-page/deal-page.tsx";
import { Failed } from "./frame/failed.tsx";
import { Frame } from "./frame/frame.tsx";
import { NotFound } from "./frame/not-found.tsx";
import { LibraryPage } from "./library/library-page.tsx";
import { ScenarioLayout } from "./open/scenario-layout.tsx";
import { roomPage } from "./words/room-page.ts";

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });
const library = createRoute({ getParentRoute: () => root, path: "/", component: LibraryPage });
const scenario = createRoute({ getParentRoute: () => root, path: "/s/$key", component: ScenarioLayout });
const deal = createRoute({ getParentRoute: () => scenario, path: "/", component: DealPage });
// the other pages are loaded when they are opened
const evidence = createRoute({
  getParentRoute: () => scenario,
  path: "/evidence",
  component: lazyRouteComponent(() => import("./evidence/evidence-page.tsx"), "EvidencePage"),
});
const durability = createRoute({
  getParentRoute: () => scenario,
  path: "/durability",
  component: lazyRouteComponent(() => import("./durability/durability-page.tsx"), "DurabilityPage"),
});
const map = createRoute({
  getParentRoute: () => scenario,
  path: "/map",
  component: lazyRouteComponent(() => import("./map/map-page.tsx"), "MapPage"),
});
const timeline = createRoute({
  getParentRoute: () => scenario,
  path: "/timeline",
  component: lazyRouteComponent(() => import("./timeline/timeline-page.tsx"), "TimelinePage"),
});
const prepare = createRoute({
  getParentRoute: () => scenario,
  path: "/prepare",
  component: lazyRouteComponent(() => import("./prepare/prepare-page.tsx"), "PreparePage"),
});
const edit = createRoute({
  getParentRoute: () => scenario,
  path: "/edit",
  component: lazyRouteComponent(() => import("./edit/edit-page.tsx"), "EditPage"),
});
const out = createRoute({
  getParentRoute: () => scenario,
  path: "/out",
  component: lazyRouteComponent(() => import("./out/out-page.tsx"), "OutPage"),
});

// convening, joining, the negotiations of this browser
const chooseTopic = createRoute({
  getParentRoute: () => root,
  path: "/convene",
  component: roomPage(() => import("./rooms/convene/choose-page.tsx"), "ChoosePage"),
});
const convene = createRoute({
  getParentRoute: () => root,
  path: "/convene/$scenario",
  component: roomPage(() => import("./rooms/convene/convene-page.tsx"), "ConvenePage"),
});
const briefs = createRoute({
  getParentRoute: () => root,
  path: "/convene/$scenario/briefs",
  component: roomPage(() => import("./rooms/training/briefs-page.tsx"), "BriefsPage"),
});
const join = createRoute({
  getParentRoute: () => root,
  path: "/join/$negotiation",
  component: roomPage(() => import("./rooms/join/join-page.tsx"), "JoinPage"),
});
const rooms = createRoute({
  getParentRoute: () => root,
  path: "/rooms",
  component: roomPage(() => import("./rooms/list/rooms-page.tsx"), "RoomsPage"),
});
const invitations = createRoute({
  getParentRoute: () => root,
  path: "/rooms/invitations/$negotiation",
  component: roomPage(() => import("./rooms/convene/invitations-page.tsx"), "InvitationsPage"),
});
const training = createRoute({
  getParentRoute: () => root,
  path: "/rooms/training/$set",
  component: roomPage(() => import("./rooms/training/training-page.tsx"), "TrainingPage"),
});

// one seat's room
const room = createRoute({
  getParentRoute: () => root,
  path: "/rooms/$negotiation/$seat",
  component: roomPage(() => import("./rooms/room/room-layout.tsx"), "RoomLayout"),
});
const lobby = createRoute({
  getParentRoute: () => room,
  path: "/",
  component: roomPage(() => import("./rooms/room/lobby-page.tsx"), "LobbyPage"),
});
const channel = createRoute({
  getParentRoute: () => room,
  path: "/channel/$stream",
  component: roomPage(() => import("./rooms/room/channel-page.tsx"), "ChannelPage"),
});
const mandate = createRoute({
  getParentRoute: () => room,
  path: "/mandate",
  component: roomPage(() => import("./rooms/room/delegation/delegation-page.tsx"), "DelegationPage"),
});
const desk = createRoute({
  getParentRoute: () => room,
  path: "/desk",
  component: roomPage(() => import("./rooms/desk/desk-page.tsx"), "DeskPage"),
});
const roomTimeline = createRoute({
  getParentRoute: () => room,
  path: "/timeline",
  component: roomPage(() => import("./rooms/timeline/room-timeline-page.tsx"), "RoomTimelinePage"),
});
const debrief = createRoute({
  getParentRoute: () => room,
  path: "/debrief",
  component: roomPage(() => import("./rooms/debrief/debrief-page.tsx"), "DebriefPage"),
});
const record = createRoute({
  getParentRoute: () => room,
  path: "/record",
  component: roomPage(() => import("./rooms/record/record-page.tsx"), "RecordPage"),
});
const inRoom = [lobby, channel, mandate, desk, roomTimeline, debrief, record];

const outsideRooms = [chooseTopic, convene, briefs, join, rooms, invitations, training];

/** The pages and their addresses. */
export const router = createRouter({
  routeTree: root.addChildren([
    library,
    scenario.addChildren([deal, durability, map, evidence, timeline, prepare, edit, out]),
    ...outsideRooms,
    room.addChildren(inRoom),
  ]),
  defaultPreload: "intent",
  defaultErrorComponent: Failed,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
