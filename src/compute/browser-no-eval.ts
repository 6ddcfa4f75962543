import { config } from "zod";

// zod tries whether it may make functions from text, which the page's security policy forbids and reports; imported first
// in a worker, before any schema is made
config({ jitless: true });
