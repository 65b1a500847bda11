package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Keys that are not in the order that is agreed on: the first of an object. */
final class ObjectKeysUnsorted implements ObjectCheck {

  @Override
  public List<Finding> check(InputObject object, CheckContext context) {
    KeyOrder order = KeyOrder.of(context.parameter("order").text());
    Search search = new Search(order, context.parameter("recursive").booleanOr(true));
    return search
        .in(object.resource().root(), FieldPath.ROOT, order.ofRoot())
        .map(found -> List.of(Finding.at(
            object,
            found.path(),
            "'" + found.path().lastStep() + "' must stand before '" + found.before() + "'")))
        .orElse(List.of());
  }

  private record Found(FieldPath path, String before) {}

  private record Search(KeyOrder order, boolean recursive) {

    Optional<Found> in(Node node, FieldPath path, Comparator<String> comparator) {
      return node instanceof Mapping mapping
          ? inMapping(mapping, path, comparator)
          : inItems(node.items(), path);
    }

    private Optional<Found> inMapping(
        Mapping mapping, FieldPath path, Comparator<String> comparator) {
      Mapping.Entry previous = null;
      for (Mapping.Entry entry : mapping.entries()) {
        if (!isWrittenIn(mapping, entry.keySpan())) {
          continue;
        }
        if (previous != null && comparator.compare(previous.key(), entry.key()) > 0) {
          return Optional.of(new Found(path.child(entry.key()), previous.key()));
        }
        previous = entry;
        Optional<Found> below = recursive && isBelow(entry)
            ? in(entry.value(), path.child(entry.key()), order.ofOthers())
            : Optional.empty();
        if (below.isPresent()) {
          return below;
        }
      }
      return Optional.empty();
    }

    private Optional<Found> inItems(List<Node> items, FieldPath path) {
      for (int i = 0; i < items.size(); i++) {
        Optional<Found> found = in(items.get(i), path.index(i), order.ofItem());
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }

    /** What a merge key brings stands at its anchor, and is looked at there. */
    private static boolean isWrittenIn(Mapping mapping, Span key) {
      Span whole = mapping.span();
      return key.isWritten() && key.line() >= whole.line() && key.line() <= whole.endLine();
    }

    /** The content of an alias stands at its anchor, before the key. */
    private static boolean isBelow(Mapping.Entry entry) {
      return entry.value().span().line() >= entry.keySpan().line();
    }
  }
}
