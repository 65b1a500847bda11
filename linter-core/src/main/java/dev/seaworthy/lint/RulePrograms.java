package dev.seaworthy.lint;

import dev.seaworthy.cel.CelEnvironment;
import dev.seaworthy.cel.CelProgram;
import dev.seaworthy.cel.compact.CompactExpressions;
import org.jspecify.annotations.Nullable;

/**
 * Loads the expressions of rules. The CEL library comes in with the first rule that needs it; those
 * that ship with the product do not.
 */
final class RulePrograms {

  private final CompactExpressions compact = new CompactExpressions(Vocabulary.functions());
  private @Nullable CelEnvironment library;

  CelProgram load(Rule.Code code) {
    return switch (code.form()) {
      case COMPACT -> compact.load(code.bytes());
      case LIBRARY -> library().load(code.bytes());
    };
  }

  /** Makes ready what the first expression of the library would have to wait for. */
  void prepareLibrary() {
    library().prepare();
  }

  private synchronized CelEnvironment library() {
    if (library == null) {
      library = Vocabulary.environment();
    }
    return library;
  }
}
