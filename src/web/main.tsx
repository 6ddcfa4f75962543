import "./jitless.ts";
import "./style/fonts.css";
import "./style/tokens.css";
import "./style/base.css";
import "./style/print.css";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { EngineProvider } from "./engine/engine-context.tsx";
import { router } from "./routes.tsx";
import { ShelfProvider } from "./shelf/shelf-context.tsx";
import { adoptPalette } from "./style/adopt-palette.ts";
import { chooseTheme, chosenTheme } from "./style/theme.ts";
import { Words } from "./words/words.tsx";

adoptPalette();
chooseTheme(chosenTheme());

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
