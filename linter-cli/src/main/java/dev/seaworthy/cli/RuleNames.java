package dev.seaworthy.cli;

import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.RuleCatalog;
import java.util.Iterator;

/** The names of the rules, for a shell to complete; they are read when they are asked for. */
final class RuleNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return RuleCatalog.load().all().stream().map(Rule::id).iterator();
  }
}
