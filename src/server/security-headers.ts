import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";

/** The page may use what this server sends and nothing else; it is never inside somebody else's page. */
const contentSecurityPolicy: Readonly<Record<string, readonly string[]>> = {
  "default-src": ["'none'"],
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "img-src": ["'self'", "blob:", "data:"],
  "font-src": ["'self'"],
  "connect-src": ["'self'"],
  "worker-src": ["'self'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
  "frame-ancestors": ["'none'"],
};

/**
 * What a browser would otherwise let a page ask for. Writing to the clipboard is left to the browser's own rule (after a
 * click, by this page only): a "copy" button needs it. Names that browsers do not know would only fill their console.
 */
const deniedFeatures = [
  ...["accelerometer", "autoplay", "camera", "clipboard-read", "display-capture", "encrypted-media"],
  ...["fullscreen", "gamepad", "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer"],
  ...["microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock"],
  ...["serial", "storage-access", "sync-xhr", "usb", "xr-spatial-tracking"],
];
const permissionsPolicy = deniedFeatures.map((feature) => `${feature}=()`).join(", ");

/** Every answer carries them, refusals and mistakes among them. */
export async function withSecurityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      // helmet takes the lists as its own to change
      directives: Object.fromEntries(Object.entries(contentSecurityPolicy).map(([name, list]) => [name, [...list]])),
    },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    referrerPolicy: { policy: "no-referrer" },
    frameguard: { action: "deny" },
    strictTransportSecurity: false, // plain http on this machine: a browser must not insist on https for localhost
  });
  app.addHook("onRequest", async (_request, reply) => {
    reply.header("permissions-policy", permissionsPolicy);
  });
}
