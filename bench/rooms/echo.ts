// What the load generator is measured against first: a server that stores nothing and hands each command to its room at once.
// Its argument is the port.
import { WebSocket, WebSocketServer } from "ws";

const server = new WebSocketServer({ port: Number(process.argv[2]), host: "127.0.0.1", perMessageDeflate: false });
const rooms = new Map<string, { readonly sockets: Set<WebSocket>; version: number }>();

server.on("connection", (socket, request) => {
  const name = request.url?.split("/")[2] ?? "";
  const room = rooms.get(name) ?? { sockets: new Set<WebSocket>(), version: 0 };
  rooms.set(name, room);
  room.sockets.add(socket);
  socket.on("close", () => room.sockets.delete(socket));
  socket.on("message", (data) => {
    const frame: { readonly t: string; readonly key: string; readonly command: string } = JSON.parse(String(data)); // ours
    if (frame.t === "resume") {
      socket.send(JSON.stringify({ t: "welcome", seat: "", now: "", streams: [] }));
      return;
    }
    room.version += 1;
    const padding = "0".repeat(64);
    const entry = {
      version: room.version,
      body: JSON.stringify({ command: frame.command, events: [frame.command] }),
      ...{ salt: padding, hash: padding, receipt: padding + padding },
    };
    const text = JSON.stringify({ t: "entries", stream: name, kind: "channel", entries: [entry] });
    for (const each of room.sockets) if (each.readyState === WebSocket.OPEN) each.send(text);
    socket.send(JSON.stringify({ t: "done", key: frame.key, stream: name, version: room.version }));
  });
});
server.on("listening", () => process.send?.("listening"));
process.on("disconnect", () => process.exit(0));
