package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes in a tree by paths that pass through all items of a list, as field specs of kustomize do. */
final class Tree {

  /** Behind a step whose value is a list, which is never made. */
  private static final String LIST = "[]";

  private Tree() {}

  /**
   * {@code node} with {@code change} made at the end of {@code path}.
   *
   * @param create whether what is not there is made, for which {@code change} gets an absent value
   */
  static Node changed(Node node, List<String> path, boolean create, UnaryOperator<Node> change) {
    if (node instanceof Sequence list) {
      List<Node> items = new ArrayList<>(list.size());
      list.items().forEach(item -> items.add(changed(item, path, create, change)));
      return items.equals(list.items()) ? list : new Sequence(items, list.span());
    }
    if (path.isEmpty()) {
      return change.apply(node);
    }
    boolean isList = path.get(0).endsWith(LIST);
    String step = isList ? path.get(0).substring(0, path.get(0).length() - 2) : path.get(0);
    boolean isHolder = node instanceof Mapping || (create && node.isAbsent());
    Mapping holder = node instanceof Mapping mapping ? mapping : Mapping.EMPTY;
    Node inner = holder.get(step);
    if (!isHolder || (inner.isAbsent() && (isList || !create))) {
      return node;
    }
    Node result = changed(
        inner.isAbsent() ? Absent.INSTANCE : inner, path.subList(1, path.size()), create, change);
    return result == inner || result.isAbsent() ? node : holder.with(step, result);
  }

  static Mapping changed(
      Mapping root, List<String> path, boolean create, UnaryOperator<Node> change) {
    return changed((Node) root, path, create, change) instanceof Mapping changed ? changed : root;
  }

  /** {@code node} as nobody wrote it: places of one file mean nothing in another. */
  static Node unplaced(Node node) {
    return placed(node, Span.NONE, true);
  }

  /** {@code node}, in which what nobody wrote is where that is in which it lies. */
  static Node placed(Node node) {
    return placed(node, node.span(), false);
  }

  private static Node placed(Node node, Span outer, boolean all) {
    Span span = all || !node.span().isWritten() ? outer : node.span();
    if (node instanceof Mapping mapping) {
      List<Mapping.Entry> entries = new ArrayList<>(mapping.size());
      for (Mapping.Entry entry : mapping.entries()) {
        Span key = all || !entry.keySpan().isWritten() ? outer : entry.keySpan();
        entries.add(new Mapping.Entry(
            entry.key(), key, placed(entry.value(), key.isWritten() ? key : span, all)));
      }
      return new Mapping(entries, span);
    }
    if (node instanceof Sequence list) {
      return new Sequence(
          list.items().stream().map(item -> placed(item, span, all)).toList(), span);
    }
    return node instanceof Scalar scalar ? new Scalar(scalar.kind(), scalar.value(), span) : node;
  }
}
