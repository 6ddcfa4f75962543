/**
 * The strongly connected components of a directed graph: members ascending, components by their first members.
 * Time O(nodes + arcs), without recursion. Source: Tarjan 1972, SIAM Journal on Computing 1(2).
 */
export function stronglyConnected(arcs: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const entered = new Array<number>(arcs.length).fill(-1);
  const lowest = new Array<number>(arcs.length).fill(-1);
  const onStack = new Array<boolean>(arcs.length).fill(false);
  const stack: number[] = [];
  const components: number[][] = [];
  let clock = 0;
  const enter = (node: number): { node: number; next: number } => {
    entered[node] = lowest[node] = clock++;
    onStack[node] = true;
    stack.push(node);
    return { node, next: 0 };
  };
  for (const root of arcs.keys()) {
    if (entered[root] !== -1) continue;
    const path = [enter(root)];
    while (path.length > 0) {
      const step = path.at(-1)!;
      const to = arcs[step.node]![step.next++];
      if (to !== undefined) {
        if (entered[to] === -1) path.push(enter(to));
        else if (onStack[to]) lowest[step.node] = Math.min(lowest[step.node]!, entered[to]!);
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before !== undefined) lowest[before.node] = Math.min(lowest[before.node]!, lowest[step.node]!);
      if (lowest[step.node] !== entered[step.node]) continue;
      const component = stack.splice(stack.indexOf(step.node));
      for (const member of component) onStack[member] = false;
      components.push(component.sort((a, b) => a - b));
    }
  }
  return components.sort((a, b) => a[0]! - b[0]!);
}
