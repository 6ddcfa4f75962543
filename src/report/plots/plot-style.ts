/**
 * The style of every drawing, for the page that holds them: it sets --ink, --soft, --line, --paper, --accent,
 * --zone and --party-0 to --party-7 (see partyHues).
 */
export const plotStyle = `
.plot{display:block;max-width:100%;height:auto;overflow:visible;font-family:var(--sans);font-variant-numeric:tabular-nums lining-nums}
.plot text{fill:var(--ink);font-size:13px}
.plot .plot-tick{fill:var(--soft);font-size:12px}
.plot .plot-title{fill:var(--soft);font-size:12.5px}
.plot .plot-note{fill:var(--soft);font-size:12.5px;font-style:italic;stroke:var(--paper);stroke-width:3px;paint-order:stroke;stroke-linejoin:round}
.plot .plot-number{font-weight:600}
.plot .plot-label{font-size:12.5px}
.plot .plot-halo{stroke:var(--paper);stroke-width:3.5px;paint-order:stroke;stroke-linejoin:round}
.plot-grid{stroke:var(--line);stroke-width:1}
.plot-axis{stroke:var(--soft);stroke-width:1}
.plot-reservation{stroke:var(--ink);stroke-width:1.25;stroke-dasharray:5 3}
.plot-range{fill:var(--ink);opacity:.55}
.plot-zone{fill:var(--zone)}
.plot-dot{fill:var(--soft);opacity:.45}
.plot-selected{fill:none;stroke:var(--accent);stroke-width:3.6;stroke-linecap:round}
.plot-efficient{fill:var(--accent)}
.plot-frontier{fill:none;stroke:var(--accent);stroke-width:1.5}
.plot-refining{stroke-dasharray:4 3}
.plot-leader{stroke:var(--soft);stroke-width:.75}
.plot-refused{fill:none;stroke:var(--paper);stroke-width:0}
.plot path.plot-refused{stroke:var(--ink);stroke-width:2.25;stroke-linecap:round}
.plot-accepted{fill:var(--ink);stroke:var(--paper);stroke-width:1.5}
.plot-solution{fill:var(--paper);stroke:var(--accent);stroke-width:2}
.plot-draft{fill:none;stroke:var(--ink);stroke-width:2}
.plot-line{fill:none;stroke:var(--soft);stroke-width:.75;opacity:.22}
.plot-line-selected{fill:none;stroke:var(--accent);stroke-width:.8;opacity:.38}
.plot-line-named{fill:none;stroke:var(--ink);stroke-width:1;opacity:.6}
.plot-line-strong{stroke-width:2.25;opacity:1}
.plot-line-draft{stroke-dasharray:2 2.5}
.plot-span{stroke:var(--line);stroke-width:5;stroke-linecap:round}
.plot-mark{stroke:var(--mark-edge);stroke-width:1}
.plot-bar{fill:var(--accent);stroke:var(--mark-edge);stroke-width:.75}
.map-water{fill:var(--zone);fill-opacity:.5}
.map-land{fill:var(--paper);stroke:var(--line);stroke-width:1}
.map-area{stroke-width:1.5;fill-rule:evenodd}
.map-zone{fill:var(--party-4);fill-opacity:.55;stroke:var(--party-4)}
.map-forces{fill:var(--party-3);fill-opacity:.16;stroke:var(--party-3);stroke-dasharray:1.5 3}
.map-presence{fill:var(--party-0);fill-opacity:.34;stroke:var(--party-0);stroke-dasharray:7 3}
.map-casing{fill:none;stroke:var(--paper);stroke-width:4.5}
.map-line{fill:none;stroke:var(--ink);stroke-width:2;stroke-dasharray:6 2.5}
.map-place{fill:var(--ink)}
.plot-whisker{fill:none;stroke:var(--ink);stroke-width:1.25}
${[0, 1, 2, 3, 4, 5, 6, 7].map((slot) => `.party-${slot}{fill:var(--party-${slot})}`).join("")}
`;

/** Okabe-Ito, in a fixed order by the agenda's place of the party: never a flag's colours, always with a label. */
export const partyHues = [
  "#009e73",
  "#cc79a7",
  "#e69f00",
  "#56b4e9",
  "#d55e00",
  "#0072b2",
  "#767676",
  "#f0e442",
] as const;
