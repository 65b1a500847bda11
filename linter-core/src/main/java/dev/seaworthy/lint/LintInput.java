package dev.seaworthy.lint;

import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.graph.Placement;
import dev.seaworthy.graph.Unread;
import dev.seaworthy.manifest.Document;
import java.util.List;
import java.util.function.Supplier;

/**
 * Everything that is linted together: relations are looked for in all of it.
 *
 * @param unread objects that are there but could not be read. Relation rules take them as unknown, not
 *     as absent
 */
public record LintInput(List<File> files, List<Unread> unread) {

  public LintInput {
    files = List.copyOf(files);
    unread = List.copyOf(unread);
  }

  public static LintInput of(List<File> files) {
    return new LintInput(files, List.of());
  }

  /** A file: its objects, and its text, which is asked for comments that keep rules quiet. */
  public record File(List<Item> items, Supplier<SourceText> source) {

    public File {
      items = List.copyOf(items);
    }
  }

  /**
   * An object.
   *
   * @param rejected whether the API server refuses it, so that it may have any form
   * @param placement what stands beside it, and what becomes of it
   */
  public record Item(Document document, boolean rejected, Placement placement) {

    /** An object of which nothing more is known. */
    public Item(Document document, boolean rejected) {
      this(document, rejected, Placement.ALONE);
    }
  }
}
