import "./style/fonts.css";
import "./style/tokens.css";
import "./style/base.css";
import "./style/print.css";
import { beginOpening } from "./open/shipped-scenario.ts";
import { chooseTheme, chosenTheme } from "./style/theme.ts";

chooseTheme(chosenTheme());
beginOpening(location.pathname);
void import("./page.tsx"); // by far the larger part, which need not be there for the engine to begin
