package dev.seaworthy.manifest.edit;

import dev.seaworthy.diagnostic.Edit;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.manifest.edit.TextLayout.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns changes of an object into changes of its text that leave everything else as it is: comments,
 * order, quotes, indentation, line ends. What comes of them is read again and compared; where it would
 * be anything else than what was asked for, as with aliases and merge keys, there is no answer. For one
 * thread.
 */
public final class YamlEditor {

  private final TextLayout layout;
  private final EditCheck check;

  private YamlEditor(SourceText source) {
    this.layout = new TextLayout(source);
    this.check = new EditCheck(layout);
  }

  /** For the objects of a file. */
  public static YamlEditor of(SourceText source) {
    return new YamlEditor(source);
  }

  /**
   * The edits that make {@code changes}, in the order of their places.
   *
   * @param root an object as it was read from the text
   * @return empty where a change can't be made, or changes something else too
   */
  public Optional<List<Edit>> edit(Node root, List<Change> changes) {
    if (!root.span().isWritten() || changes.isEmpty()) {
      return Optional.empty();
    }
    try {
      Node expected = ChangedTree.of(root, changes);
      List<Edit> edits = edits(root, changes);
      edits.sort(Edit.ORDER);
      return isApart(edits) && check.holds(root, expected, edits)
          ? Optional.of(List.copyOf(edits))
          : Optional.empty();
    } catch (NotEditable written) {
      return Optional.empty();
    }
  }

  /** Whether {@code edit} makes {@code change} of {@code root}, and changes nothing else. */
  public boolean makes(Node root, Change change, Edit edit) {
    try {
      return root.span().isWritten()
          && check.holds(root, ChangedTree.of(root, List.of(change)), List.of(edit));
    } catch (NotEditable elsewhere) {
      return false;
    }
  }

  private List<Edit> edits(Node root, List<Change> changes) throws NotEditable {
    List<Edit> edits = new ArrayList<>();
    BlockText style = Style.of(root, layout);
    for (Missing missing : missing(root, changes)) {
      edits.addAll(new Insertion(layout, style).at(missing.spot(), missing.value()));
    }
    for (Change change : changes) {
      Spot spot = Spot.find(root, change.path(), layout);
      if (change instanceof Change.Put put && spot.rest().isEmpty()) {
        edits.addAll(new Replacement(layout, style).of(spot, put.value()));
      } else if (change instanceof Change.Remove) {
        Spot above = Spot.find(root, change.path().parent().orElseThrow(), layout);
        edits.addAll(new Removal(layout).of(spot, above));
      } else if (change instanceof Change.Rename rename) {
        edits.add(rename(spot, rename.name()));
      }
    }
    return edits;
  }

  /** A value that has to be written where there is nothing yet. */
  private record Missing(Spot spot, Node value) {}

  /** What several changes write below the same missing key is written as one. */
  private List<Missing> missing(Node root, List<Change> changes) throws NotEditable {
    Map<FieldPath, Missing> missing = new LinkedHashMap<>();
    for (Change change : changes) {
      Spot spot = Spot.find(root, change.path(), layout);
      if (change instanceof Change.Put put && !spot.rest().isEmpty()) {
        Node value = spot.wrapped(put.value());
        Missing other = missing.get(spot.missing());
        Node all = other == null ? value : merged(other.value(), value);
        missing.put(spot.missing(), new Missing(spot, all));
      }
    }
    return List.copyOf(missing.values());
  }

  private static Node merged(Node one, Node other) {
    if (!(one instanceof Mapping mapping) || !other.isMapping()) {
      return other;
    }
    Mapping all = mapping;
    for (Mapping.Entry entry : other.entries()) {
      Node inner = all.get(entry.key());
      all = all.with(entry.key(), inner.isPresent() ? merged(inner, entry.value()) : entry.value());
    }
    return all;
  }

  private Edit rename(Spot spot, String name) throws NotEditable {
    Span key = spot.entry().orElseThrow(() -> new NotEditable("it has no key")).keySpan();
    Point from = Point.startOf(key);
    boolean isQuoted = layout.behind(from).startsWith("\"");
    return layout.edit(from, Point.endOf(key), new FlowText(isQuoted).text(name));
  }

  private static boolean isApart(List<Edit> edits) {
    for (int i = 1; i < edits.size(); i++) {
      if (edits.get(i - 1).overlaps(edits.get(i))) {
        return false;
      }
    }
    return true;
  }
}
