import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type PrimitiveValueListNode,
  type ValueNode,
} from 'kysely';

/** Takes U+0000 out of every text that a query carries: a member may write it, and no text of PostgreSQL can hold it. */
export function withoutNul(): KyselyPlugin {
  const transformer = new WithoutNul();
  return {
    transformQuery: ({ node }) => transformer.transformNode(node),
    transformResult: async ({ result }) => result,
  };
}

class WithoutNul extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    return { ...super.transformValue(node), value: strip(node.value) };
  }

  protected override transformPrimitiveValueList(node: PrimitiveValueListNode): PrimitiveValueListNode {
    return { ...super.transformPrimitiveValueList(node), values: node.values.map(strip) };
  }
}

function strip(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '') : value;
}
