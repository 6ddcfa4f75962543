import { Link, Outlet } from "@tanstack/react-router";
import { useState } from "react";
import { chooseTheme, chosenTheme, type Theme } from "../style/theme.ts";
import { useWords } from "../words/words.tsx";
import { Arrival } from "./arrival.tsx";
import { Rebuilt } from "./rebuilt.tsx";
import "./frame.css";

const themes: readonly Theme[] = ["system", "light", "dark"];

/** What every page stands in. */
export function Frame() {
  const words = useWords();
  const [theme, setTheme] = useState(chosenTheme);
  return (
    <>
      <a className="skip" href="#main">
        {words("frame.skip")}
      </a>
      <header className="frame">
        <Link to="/" className="frame-name">
          {words("frame.name")}
        </Link>
        <nav aria-label={words("frame.name")}>
          <Link to="/">{words("frame.library")}</Link>
          <Link to="/rooms">{words("frame.rooms")}</Link>
        </nav>
        <label className="frame-theme">
          <span>{words("frame.theme")}</span>
          <select
            value={theme}
            onChange={(event) => {
              const chosen = themes.find((one) => one === event.target.value) ?? "system";
              setTheme(chosen);
              chooseTheme(chosen);
            }}
          >
            {themes.map((one) => (
              <option key={one} value={one}>
                {words(`frame.theme.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </header>
      <Arrival />
      <Rebuilt />
      <Outlet />
    </>
  );
}
