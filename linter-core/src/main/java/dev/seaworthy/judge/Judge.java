package dev.seaworthy.judge;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.graph.Customization;
import dev.seaworthy.graph.Placement;
import dev.seaworthy.lint.LintInput;
import dev.seaworthy.manifest.DeepStack;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.project.FileRoles;
import dev.seaworthy.project.InputDiscovery;
import dev.seaworthy.project.InputSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Reads a file and has its objects judged. Safe for use by several threads. */
public final class Judge {

  /** Nobody reads further; a hostile object could have a million problems of a kind. */
  private static final int MOST_LISTED = 1_000;

  private final ReadLimits limits;
  private final OtherFiles otherFiles;
  private final Placeholders placeholders;
  private final FileRoles roles;
  private final ManifestReader reader;
  private final BiFunction<Document, Customization, JudgedObject> server;

  /**
   * Judges files by what {@code server} answers to each object, which kustomizations are yet to change.
   *
   * @param limits how much a file may ask of the reader
   * @param otherFiles what to do with files that are no manifests
   * @param placeholders what to make of values that are yet to be filled in
   * @param roles what a file is by what stands beside it
   */
  public Judge(
      ReadLimits limits,
      OtherFiles otherFiles,
      Placeholders placeholders,
      FileRoles roles,
      BiFunction<Document, Customization, JudgedObject> server) {
    this.limits = limits;
    this.otherFiles = otherFiles;
    this.placeholders = placeholders;
    this.roles = roles;
    this.reader = new ManifestReader(limits);
    this.server = server;
  }

  /** What cannot be read, parsed or judged is a problem of the result; nothing is thrown. */
  public JudgedFile judge(InputSource file) {
    Reading reading = read(file);
    List<JudgedObject> objects = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>(otherFiles.mistakes(reading.problems()));
    for (Document document : reading.documents()) {
      problems.addAll(placeholders.mistakes(document, MOST_LISTED));
      judge(document, roles.placementOf(file, document.root()), objects, problems);
    }
    List<Diagnostic> notes = new ArrayList<>(otherFiles.notes(reading.problems()));
    if (otherFiles != OtherFiles.ERROR && objects.stream().anyMatch(JudgedObject::isRefused)) {
      setPartsAside(file, objects, notes);
    }
    return new JudgedFile(file.name(), objects, problems, notes, reading.source());
  }

  /** What several documents of a file are is told once. */
  private void setPartsAside(InputSource file, List<JudgedObject> objects, List<Diagnostic> notes) {
    if (!roles.isUnlisted(file)) {
      return;
    }
    List<Diagnostic> parts = new ArrayList<>();
    objects.removeIf(object -> {
      Optional<Diagnostic> note = Partial.noteOf(
          object, () -> roles.hasWholeAbove(file, object.document().root()));
      note.ifPresent(parts::add);
      return note.isPresent();
    });
    parts.stream().findFirst().ifPresent(notes::add);
  }

  /**
   * {@code file} with what kustomize makes of it in place of what is written there.
   *
   * @param isOpen whether others are yet to change that, too
   */
  public JudgedFile judgeBuilt(JudgedFile file, List<Mapping> built, boolean isOpen) {
    Placement placement = file.objects().stream()
        .map(JudgedObject::placement)
        .filter(each -> isOpen && !each.customization().isNone())
        .findFirst()
        .orElse(Placement.ALONE);
    List<JudgedObject> objects = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>(file.problems());
    for (Mapping root : built) {
      Document document = new Document(file.file(), objects.size() + 1, root, List.of());
      judge(document, placement, objects, problems);
    }
    return new JudgedFile(file.file(), objects, problems, file.notes(), file.source());
  }

  /** A file that lies beside what is asked about: it is read, not judged. */
  public NeighbourFile neighbour(InputSource file) {
    Reading reading = read(file);
    return new NeighbourFile(items(file, reading, Placement::ofNeighbour), reading.problems());
  }

  /** A file that nobody changes: it is not judged either, but rules are asked of it. */
  Bystander bystander(InputSource file) {
    Reading reading = read(file);
    List<LintInput.Item> items = items(file, reading, UnaryOperator.identity());
    JudgedFile judged = new JudgedFile(
        file.name(),
        List.of(),
        otherFiles.mistakes(reading.problems()),
        List.of(),
        reading.source());
    return new Bystander(judged, new LintInput.File(items, reading::source));
  }

  private List<LintInput.Item> items(
      InputSource file, Reading reading, UnaryOperator<Placement> seen) {
    return reading.documents().stream()
        .map(document -> new LintInput.Item(
            document, false, seen.apply(roles.placementOf(file, document.root()))))
        .toList();
  }

  /** A file with what it holds. */
  record Bystander(JudgedFile judged, LintInput.File objects) {}

  /** One byte more than the reader takes is asked for, so that it can tell that there is too much. */
  public Reading read(InputSource file) {
    try {
      byte[] text = file.read(limits.fileBytes() + 1);
      return text.length > limits.fileBytes()
          ? unread(file, Problems.tooLarge(file.name(), limits.fileBytes()))
          : reader.read(file.name(), text, roles.roleOf(file));
    } catch (IOException unreadable) {
      return unread(file, InputDiscovery.unreadable(file, unreadable));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
      return unread(file, Problems.fault(Location.ofFile(file.name()), fault));
    }
  }

  private static Reading unread(InputSource file, Diagnostic problem) {
    return new Reading(List.of(), List.of(problem), new SourceText(file.name(), new byte[0]));
  }

  private JudgedObject judge(Document document, Placement placement) {
    Customization changes = placement.customization();
    JudgedObject object = changes.isNone()
        ? server.apply(document, changes)
        : new Unfinished(changes).judge(document, each -> server.apply(each, changes));
    return object.placed(placement);
  }

  /** A fault of ours in one object must not keep the others from being judged. */
  private void judge(
      Document document,
      Placement placement,
      List<JudgedObject> objects,
      List<Diagnostic> problems) {
    try {
      JudgedObject object = DeepStack.call(() -> judge(document, placement));
      JudgedObject listed = object.withFirst(MOST_LISTED);
      objects.add(listed);
      int others = object.verdict().problems() - listed.verdict().problems();
      if (others > 0) {
        problems.add(Problems.counted(document, others));
      }
    } catch (UncheckedIOException unreadable) {
      problems.add(Problems.unreadableSchema(document, unreadable));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
      problems.add(Problems.fault(Problems.placeOf(document), fault));
    }
  }
}
