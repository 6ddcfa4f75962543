export { type DomainChoice, type DomainFolder, readDomainFolder } from "./domain-folder.ts";
