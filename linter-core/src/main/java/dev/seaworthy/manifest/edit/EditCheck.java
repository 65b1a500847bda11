package dev.seaworthy.manifest.edit;

import dev.seaworthy.diagnostic.Edit;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a changed text and compares. Only what has to be read is: the object where it stands for
 * itself, else its document; and of a file with many changes no more than so much, so that the time
 * that this takes does not grow with the square of the file.
 */
final class EditCheck {

  /** How many bytes are read for one file. */
  private static final long MOST_BYTES = 32 << 20;

  private final TextLayout layout;
  private final ManifestReader reader = new ManifestReader();
  private @Nullable Read last;
  private long bytes;

  EditCheck(TextLayout layout) {
    this.layout = layout;
  }

  /** A part of the text as it was read, and the object for whose sake. */
  private record Read(Node root, TextPart part, List<Document> documents, int problems) {}

  /** Whether {@code edits} make {@code expected} of {@code root}, and nothing else of anything else. */
  boolean holds(Node root, Node expected, List<Edit> edits) {
    Read before = last;
    if (before == null || before.root() != root) {
      before = read(root);
      last = before;
    }
    List<Edit> within = new ArrayList<>();
    for (Edit edit : edits) {
      Optional<Edit> moved = before.part().moved(edit);
      if (moved.isEmpty()) {
        return false;
      }
      within.add(moved.get());
    }
    return bytes <= MOST_BYTES
        && isChanged(before, expected, read(before.part().text().edited(within)));
  }

  private static boolean isChanged(Read before, Node expected, Reading now) {
    List<Document> old = before.documents();
    if (now.documents().size() != old.size() || now.problems().size() != before.problems()) {
      return false;
    }
    boolean found = false;
    for (int i = 0; i < old.size(); i++) {
      boolean isRoot = before.part().isAt(old.get(i).root(), before.root());
      Node wanted = isRoot ? expected : old.get(i).root();
      found |= isRoot;
      if (!now.documents().get(i).root().sameAs(wanted)
          || now.documents().get(i).duplicates().size()
              != old.get(i).duplicates().size()) {
        return false;
      }
    }
    return found;
  }

  private Read read(Node root) {
    Optional<TextPart> alone = TextPart.ofObject(root, layout);
    if (alone.isPresent()) {
      Read read = read(root, alone.get());
      if (read.documents().size() == 1 && read.documents().get(0).root().sameAs(root)) {
        return read;
      }
    }
    return read(root, TextPart.ofDocument(root, layout));
  }

  private Read read(Node root, TextPart part) {
    Reading reading = read(part.text());
    return new Read(root, part, reading.documents(), reading.problems().size());
  }

  private Reading read(SourceText text) {
    bytes += text.utf8().length;
    return reader.read(text.file(), text.utf8());
  }
}
