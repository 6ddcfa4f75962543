import "./jitless.ts";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { EngineProvider } from "./engine/engine-context.tsx";
import { router } from "./routes.tsx";
import { ShelfProvider } from "./shelf/shelf-context.tsx";
import { adoptPalette } from "./style/adopt-palette.ts";
import { Words } from "./words/words.tsx";

adoptPalette();

const root = document.getElementById("root");
if (!root) throw new Error("The page has no place to begin.");
createRoot(root).render(
  <StrictMode>
    <Words>
      <ShelfProvider>
        <EngineProvider>
          <RouterProvider router={router} />
        </EngineProvider>
      </ShelfProvider>
    </Words>
  </StrictMode>,
);
