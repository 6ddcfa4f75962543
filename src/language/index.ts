export { type DomainChoice, type DomainFolder, readDomainFolder } from "./interchange/index.ts";
