/** Small games of our own for tests: written in different hands, as files of the field are. */
export const gameSamples: Readonly<Record<string, string>> = {
  "guard.efg": `EFG 2 R "Does the guard come?" { "Raider" "Guard" }
"A raider meets a guard who may be near; \\"near\\" is seen by the guard alone."

c "" 1 "" { "near" 2/5 "far" 3/5 } 0
p "" 1 1 "raid?" { "stay" "raid" } 0
t "" 1 "quiet" { 0, 3 }
p "" 2 1 "near" { "come" "wait" } 0
t "" 2 "caught" { -2, 1.5 }
t "" 3 "lost" { 4, 0 }
p "" 1 1 { "stay" "raid" } 0
t "" 1
p "" 2 2 "far" { "come" "wait" } 0
t "" 4 "late" { 1, -1e0 }
t "" 3
`,
  "ladder.efg": `EFG 2 D "Ladder" {"Up" "Down"}
p "a" 1 1 {"take" "pass"} 5 "fee" {-.5 -1/4}
t "b" 1 "one" {1 0} p "c" 2 1 {"take" "pass"} 0 t "d" 2 "two" {0 2} t "b" 0
`,
  "patrol.nfg": `NFG 1 R "Patrol" { "Smuggler" "Patrol" } { 2 3 }

0 1  2 0  1/3 1  -1 2.5  0 0  4e-1 -7
`,
  "watch.nfg": `NFG 1 R "Watch" { "A" "B" "C" } { { "n" "s" } { "n" "s" } { "only" } }
"Three, one of whom has no choice"
{ { "both north" 1, 1, 0 } { "apart" 0 0 2 } }
1 2 2 0
`,
};
