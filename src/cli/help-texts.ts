export const welcome = `\
Entente: is there a deal, who blocks it, and what would open the way? Try:
  entente analyze ukraine-2025                      the answer, in this terminal
  entente analyze ukraine-2025 --report page.html   the same with plots and sources, as one page
  entente check my-scenario                         every mistake in your own scenario, and how to fix it
  entente serve                                     the workbench in your browser
  entente --help                                    all commands`;

export const checkHelp = `
Examples:
  entente check my-scenario                a scenario folder: scenario.yaml and every sheet
  entente check my-scenario/sheets/RU.yaml one sheet, against the agenda beside it
  entente check scenarios                  every scenario in a folder

Exit code: 0 clean (warnings allowed), 1 mistakes, 2 could not run.`;

export const analyzeHelp = `
Examples:
  entente analyze ukraine-2025
  entente analyze ukraine-2025 --report page.html
  entente analyze ukraine-2025 --declared all
  entente analyze ukraine-2025 --from as_presented --free E1_sanctions O
  entente analyze my-scenario --lock S1_eu_presence=none --json
  entente analyze laptop --domain laptop_domain.xml --profiles buyer.xml,seller.xml

Ctrl-C stops early and prints what is proved so far.
Exit code: 0 done (no deal is an answer too), 1 the scenario has mistakes, 2 could not run.`;

export const evaluateHelp = `
Examples:
  entente evaluate ukraine-2025
  entente evaluate ukraine-2025 --package as_presented
  entente evaluate ukraine-2025 --package as_presented --set S1_eu_presence=none

Exit code: 0 done, 1 the scenario has mistakes, 2 could not run.`;

export const claimsHelp = `
Examples:
  entente claims ukraine-2025
  entente claims ukraine-2025 --row A28
  entente claims ukraine-2025 --draws 1000 --seed 7 --json

Exit code: 0 done (whatever the claims' verdicts), 1 the scenario has mistakes, 2 could not run.`;

export const robustnessHelp = `
Examples:
  entente robustness ukraine-2025
  entente robustness ukraine-2025 --draws 10000 --seed 7 --json

The same scenario, draws and seed give the same answer.
Exit code: 0 done, 1 the scenario has mistakes, 2 could not run.`;

export const durabilityHelp = `
Examples:
  entente durability ukraine-2025
  entente durability ukraine-2025 --package as_presented --set S2_us_role=article5_like
  entente durability ukraine-2025 --draws 10000 --seed 7 --json

What nobody judged stays open: the answer then says at which value the verdict turns.
Exit code: 0 done (whatever the verdicts), 1 the scenario has mistakes, 2 could not run.`;

export const stabilityHelp = `
Examples:
  entente stability elmira
  entente stability elmira --state delay,insist
  entente stability my-conflict.yaml --json
  entente stability treaty.gmcr --to treaty.yaml

Ctrl-C stops early and prints what is proved so far.
Exit code: 0 done (whatever holds), 1 the file has mistakes, 2 could not run.`;

export const gameHelp = `
Examples:
  entente game backstop.efg
  entente game inspection.nfg --json
  entente game --models
  entente game --model two-sided --with hard-challenger=0.3 hard-defender=0.45
  entente game --model ultimatum --with demands=21 --to ultimatum.efg

Ctrl-C stops early and prints the equilibria found so far.
Exit code: 0 done, 1 the file has mistakes, 2 could not run.`;

export const importHelp = `
Examples:
  entente import genius laptop --to my-laptop
  entente import genius laptop --to my-laptop --domain laptop_domain.xml --profiles buyer.xml,seller.xml
  entente import geniusweb fitness --to my-fitness

Exit code: 0 written, 1 the files have mistakes, 2 could not run.`;

export const verifyHelp = `
Examples:
  entente verify record.json
  entente verify record.json --host-key 151683b5f522e01169bcc5d82f03fef098d97716a616e12c95670a9fdbc07f3c
  entente verify record.json --json

Opens no connection: hashes and signatures in the file are all it needs.
Exit code: 0 verified, 1 the first bad entry is named, 2 could not be read as a record.`;

export const serveHelp = `
Examples:
  entente serve                 on port 4680, or the next free one
  entente serve --port 8080     on this one, or not at all
  entente serve --port 0        on any that is free
  entente serve --no-rooms      without rooms, and without a database

It prints its address, opens nothing, and ends with Ctrl-C. Your work is kept in your browser; only
what you do in a room is kept by this server. In a checkout the page is built first when its sources
have changed.

Rooms are kept in a PostgreSQL that is started with the server, in the folder data/ of a checkout, else in
~/.local/share/entente, or in the folder given with --data. With DATABASE_URL set they are kept in that
database, which several servers may share; DATABASE_OWNER_URL is a login that may make its tables, if the
first may not. ENTENTE_ORIGINS names the addresses of this page behind a proxy, if they differ from the
Host that the proxy sends.
Exit code: 0 stopped, 2 could not run.`;
