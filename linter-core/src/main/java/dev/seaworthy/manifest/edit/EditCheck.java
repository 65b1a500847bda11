package dev.seaworthy.manifest.edit;

import dev.seaworthy.diagnostic.Edit;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a changed text and compares. Only the document that changed is read; of a large file with many
 * changes no more than so much, so that the time that this takes does not grow with its square.
 */
final class EditCheck {

  /** How many bytes are read for one file. */
  private static final long MOST_BYTES = 64 << 20;

  private final SourceText source;
  private final ManifestReader reader = new ManifestReader();
  private @Nullable Part last;
  private long bytes;

  EditCheck(SourceText source) {
    this.source = source;
  }

  /** A document by its lines, from {@code first} to before {@code end}. */
  private record Part(int first, int end, SourceText text, Reading reading) {

    boolean has(int line) {
      return first <= line && line < end;
    }
  }

  /** Whether {@code edits} make {@code expected} of {@code root}, and nothing else of anything else. */
  boolean holds(Node root, Node expected, List<Edit> edits) {
    Part part = partOf(root);
    if (bytes > MOST_BYTES
        || edits.stream().anyMatch(edit -> !part.has(edit.place().line()))) {
      return false;
    }
    int before = part.first() - 1;
    Reading changed =
        read(part.text().edited(edits.stream().map(edit -> moved(edit, before)).toList()));
    List<Document> old = part.reading().documents();
    boolean sameCount = changed.documents().size() == old.size()
        && changed.problems().size() == part.reading().problems().size();
    boolean found = false;
    for (int i = 0; sameCount && i < old.size(); i++) {
      boolean isRoot = isAt(old.get(i).root(), root, before);
      Node wanted = isRoot ? expected : old.get(i).root();
      Document now = changed.documents().get(i);
      sameCount = now.root().sameAs(wanted)
          && now.duplicates().size() == old.get(i).duplicates().size();
      found |= isRoot;
    }
    return sameCount && found;
  }

  private static boolean isAt(Node one, Node root, int before) {
    return one.span().line() + before == root.span().line()
        && one.span().column() == root.span().column();
  }

  private static Edit moved(Edit edit, int before) {
    Location place = edit.place();
    Location there = new Location(
        place.file(),
        place.line() - before,
        place.column(),
        place.endLine() - before,
        place.endColumn());
    return new Edit(there, edit.text());
  }

  private Reading read(SourceText text) {
    bytes += text.utf8().length;
    return reader.read(text.file(), text.utf8());
  }

  private Part partOf(Node root) {
    int line = root.span().line();
    Part part = last;
    if (part == null || !part.has(line)) {
      int first = line;
      while (first > 1 && !isSeparator(first - 1)) {
        first--;
      }
      int end = line + 1;
      while (end <= source.lines() && !isSeparator(end)) {
        end++;
      }
      SourceText text = source.lines(first, end);
      part = new Part(first, end, text, read(text));
      last = part;
    }
    return part;
  }

  private boolean isSeparator(int line) {
    return source.line(line).orElse("").startsWith("---");
  }
}
