import { z } from "zod";

z.config({ jitless: true }); // zod would otherwise try to compile code, which the page's policy refuses
