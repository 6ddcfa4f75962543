import { FollowingDeal } from "../deal/deal-context.tsx";
import { Answer } from "./answer/answer.tsx";
import { Claims } from "./claims/claims.tsx";
import { ComparedProvider } from "./packages/compared-context.tsx";
import { Packages } from "./packages/packages.tsx";
import { Space } from "./space/space.tsx";
import { Sure } from "./sure/sure.tsx";
import { Unlocks } from "./unlocks/unlocks.tsx";
import "./deal-page.css";

/** Is there a deal? The answer first, then what it rests on and what would change it. */
export function DealPage() {
  return (
    <ComparedProvider>
      <Answer />
      <FollowingDeal>
        <Space />
      </FollowingDeal>
      <Packages />
      <FollowingDeal>
        <Unlocks />
        <Sure />
        <Claims />
      </FollowingDeal>
    </ComparedProvider>
  );
}
