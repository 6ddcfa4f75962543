/** Being written. */
export function WhatIfPanel() {
  return <h1>WhatIfPanel</h1>;
}
