import { darkPalette, lightPalette, typefaces } from "../plots/palette.ts";
import { plotStyle } from "../plots/plot-style.ts";

/** The look of the report: paper and ink, one accent, a serif for answers, figures that line up. */
export const pageStyle = `
:root{color-scheme:light dark;${lightPalette};${typefaces}}
@media (prefers-color-scheme:dark){:root{${darkPalette}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.5 var(--sans);font-variant-numeric:tabular-nums lining-nums}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem}
.layout{max-width:1120px;margin:0 auto;padding:0 1.25rem 4rem;display:grid;grid-template-columns:minmax(0,1fr);column-gap:3.5rem}
header.lead{padding-top:2.25rem;border-top:4px solid var(--rule);margin-top:1.25rem}
.kicker{margin:0 0 .9rem;color:var(--soft);font-size:.9rem}
.kicker strong{color:var(--accent);font-weight:600;letter-spacing:.02em}
h1{font:600 clamp(1.6rem,1.1rem + 2.1vw,2.35rem)/1.18 var(--serif);letter-spacing:-.012em;margin:0 0 1.1rem;max-width:30em;text-wrap:balance}
.sentences p{font:400 1.12rem/1.5 var(--serif);margin:0 0 .55rem;max-width:42em}
h2{font:600 1.42rem/1.25 var(--serif);margin:0 0 .35rem;letter-spacing:-.005em}
h3{font:600 1.02rem/1.35 var(--serif);margin:0 0 .5rem}
section{border-top:1px solid var(--rule);padding-top:.85rem;margin-top:2.6rem}
p{margin:.5rem 0;max-width:44em}
p.answer{font:400 1.08rem/1.5 var(--serif);margin:0 0 1rem;max-width:42em}
p.note,.note{color:var(--soft);font-size:.92rem}
ul{margin:.5rem 0;padding-left:1.15rem;max-width:46em}li{margin:.25rem 0}
a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:1px}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
code{font:inherit;font-size:.94em;color:var(--soft)}
.faint{color:var(--soft)}
sup{font-size:.72em;line-height:0}
nav{font-size:.92rem}
nav h2{font:600 .92rem/1.4 var(--sans);margin:0 0 .4rem;color:var(--soft)}
nav ol{list-style:none;margin:0;padding:0}
nav li{margin:0}
nav a{display:block;padding:.22rem 0;color:var(--ink);text-decoration:none}
nav a:hover{color:var(--accent);text-decoration:underline}
.contents{margin-top:1.6rem;padding:.8rem 0 0;border-top:1px solid var(--line)}
.contents ol{columns:2;column-gap:2rem}
.strip{list-style:none;display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));margin:1.5rem 0 0;padding:0;border-top:1px solid var(--line);max-width:none;column-gap:1.25rem}
.strip li{margin:0;padding:.7rem 0 .6rem;border-bottom:1px solid var(--line);display:flex;flex-direction:column}
.strip .surplus{font-size:1.5rem;line-height:1.25;font-weight:600}
.strip .of{color:var(--soft);font-size:.88rem}
.whole{white-space:nowrap}.swatch{margin-right:.38em;vertical-align:-.08em}
.estimate{display:block;font-weight:400;color:var(--soft);font-size:.8rem;font-style:italic}
.verdict{font-weight:600;white-space:nowrap}
.mark{margin-right:.3em;vertical-align:-.07em}.mark path{fill:none;stroke:currentColor;stroke-width:2.2;stroke-linecap:round;stroke-linejoin:round}
.verdict-yes{color:var(--yes)}.verdict-no{color:var(--no)}.verdict-partly,.verdict-open{color:var(--soft)}
.badge{display:inline-block;border:1px solid var(--line);border-radius:2px;padding:0 .35em;font-size:.82rem;line-height:1.4;color:var(--soft);white-space:nowrap}
.badge-warning{background:var(--warn-paper);border-color:transparent;color:var(--warn-ink)}
.scroll{overflow-x:auto;margin:.75rem 0 1.25rem}
table{border-collapse:collapse;width:100%;font-size:.94rem;line-height:1.38}
caption{text-align:left;color:var(--soft);font-size:.92rem;padding:0 0 .4rem;caption-side:top}
th,td{text-align:left;vertical-align:top;padding:.42rem .9rem .42rem 0;border-bottom:1px solid var(--line);font-weight:400}
th:last-child,td:last-child{padding-right:0}
thead th{font-weight:600;border-bottom:1px solid var(--rule);vertical-align:bottom;font-size:.9rem;line-height:1.3}
tbody th{min-width:7.5rem;max-width:19rem}
tbody th:has(>code:only-child){min-width:3.4rem}.number{text-align:right;width:1%;min-width:5.9rem}td.number{white-space:nowrap}
td.long{min-width:13rem}
figure{margin:1.1rem 0 1.6rem}
figcaption{font-size:.98rem;margin-bottom:.7rem;max-width:44em}
figure details{margin-top:.4rem}
.narrow{display:none}
details{margin:.6rem 0}
summary{cursor:pointer;color:var(--accent);font-size:.93rem;padding:.15rem 0}
.cards{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem}
.card{background:var(--panel);padding:.9rem 1.1rem .3rem;border-left:3px solid var(--accent)}
.card .scroll{margin:.2rem 0 .6rem}
.card table{font-size:.92rem}
footer{border-top:1px solid var(--line);margin-top:3rem;padding-top:.8rem;color:var(--soft);font-size:.88rem}
@media (min-width:1040px){.layout{grid-template-columns:12.5rem minmax(0,1fr)}header.lead{grid-column:1/-1;padding-bottom:.5rem}.contents{position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto;margin-top:2.6rem;border-top-color:var(--rule);padding-bottom:1rem}.contents ol{columns:1}}
@media (max-width:640px){.layout{padding:0 1rem 3rem}.wide{display:none}.narrow{display:block}table{font-size:.9rem}tbody th{position:sticky;left:0;background:var(--paper);max-width:9.5rem;min-width:6.5rem;padding-right:.6rem;overflow-wrap:anywhere}.card tbody th{background:var(--panel)}.card{padding:.8rem .8rem .2rem}.contents ol{columns:2;column-gap:1.2rem}.contents{font-size:.88rem}caption span{display:block;position:sticky;left:0;max-width:calc(100vw - 2rem)}.card caption span{max-width:calc(100vw - 4rem)}.stack,.stack tbody,.stack caption{display:block}.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.stack tr{display:block;padding:.45rem 0 .55rem;border-bottom:1px solid var(--line)}.stack tbody th{display:block;position:static;max-width:none;font-weight:600;border:0;padding:0 0 .15rem}.stack td{display:block;border:0;padding:.08rem 0;min-width:0}.stack td::before{content:attr(data-title) ": ";color:var(--soft)}.stack td.number{display:flex;justify-content:space-between;gap:1rem;width:auto}.stack td.number::before{content:attr(data-title);flex:1 1 0;min-width:0;white-space:normal;text-align:left}.hidden-when-stacked{display:none!important}.strip{grid-template-columns:repeat(2,minmax(0,1fr))}}
@media print{:root{${lightPalette}}body{font-size:10pt}.contents,.skip{display:none}.layout{display:block;max-width:none;padding:0}section{break-inside:auto}figure,.card,tr{break-inside:avoid}h2,h3,figcaption,caption{break-after:avoid}details::details-content{content-visibility:visible;display:block}summary{list-style:none;color:var(--soft)}.scroll{overflow:visible}tbody th,td.long,.number{min-width:0}.badge{white-space:normal}th,td{overflow-wrap:anywhere}thead tr:not(:has(th:nth-child(6))) th{overflow-wrap:break-word}.stack .badge{white-space:nowrap}#claims>details{display:none}}
${plotStyle}`;
