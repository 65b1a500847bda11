package dev.seaworthy.manifest;

/**
 * Counts values as Go's yaml.v2 decodes them, an alias as all that it stands for, and knows from
 * when on the aliases make up too much of a document.
 */
final class AliasBudget {

  private static final int FEW_VALUES = 400_000;
  private static final int MANY_VALUES = 4_000_000;

  private final int limit;
  private long decoded;
  private long aliased;

  AliasBudget(int limit) {
    this.limit = limit;
  }

  long decoded() {
    return decoded;
  }

  void count(Span span) throws UnreadableException {
    decoded++;
    check(span);
  }

  /** An alias to something that takes {@code values} to decode. */
  void countAlias(long values, Span span) throws UnreadableException {
    decoded += 1 + values;
    aliased += values;
    check(span);
  }

  private void check(Span span) throws UnreadableException {
    if (aliased > 100 && decoded > 1000 && (double) aliased / decoded > allowedRatio()) {
      throw UnreadableException.of(
          ProblemCode.YAML_ALIAS,
          "the aliases up to here stand for more than " + decoded
              + " values, which kubectl refuses as excessive aliasing",
          span);
    }
    if (decoded > limit) {
      throw UnreadableException.of(
          ProblemCode.READ_LIMIT, "the document has more than " + limit + " values", span);
    }
  }

  // 99% for small documents, falling evenly to 10% for very large ones.
  private double allowedRatio() {
    if (decoded <= FEW_VALUES) {
      return 0.99;
    }
    if (decoded >= MANY_VALUES) {
      return 0.10;
    }
    return 0.99 - 0.89 * (decoded - FEW_VALUES) / (MANY_VALUES - FEW_VALUES);
  }
}
