package dev.seaworthy.judge;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.catalog.UndefinedKind;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Judges single objects: those that were applied before as changes, the others as new ones, those of
 * kinds that only a JSON Schema describes by that. Safe for use by several threads.
 */
public final class ObjectJudge {

  private final Updates updates;
  private final OwnKinds ownKinds;
  private final UndefinedKinds undefinedKinds;

  /** Judges by the kinds that the server of {@code updates} serves. */
  public ObjectJudge(Updates updates, OwnKinds ownKinds, UndefinedKinds undefinedKinds) {
    this.updates = updates;
    this.ownKinds = ownKinds;
    this.undefinedKinds = undefinedKinds;
  }

  /** The kinds that it knows. */
  public ApiCatalog catalog() {
    return updates.catalog();
  }

  /** The object with the answer to it, and with what was left out of it. */
  public JudgedObject judge(Document document) {
    ApiServer server = updates.server();
    Optional<Unknowns> unknowns = Unknowns.in(document);
    if (unknowns.filter(Unknowns::concernKind).isPresent()) {
      JudgedObject object = new JudgedObject(document, answer(document));
      return new JudgedObject(
          document, object.verdict(), false, List.of(Notes.unknownKind(object)));
    }
    Verdict verdict =
        unknowns.isPresent() ? unknowns.get().judge(document, this::answer) : answer(document);
    JudgedObject object = new JudgedObject(document, verdict);
    if (!UndefinedKinds.isUnknown(verdict)) {
      List<Diagnostic> notes =
          unknowns.map(values -> List.of(Notes.unknown(object, values))).orElse(List.of());
      return new JudgedObject(document, verdict, true, notes);
    }
    UndefinedKind kind = server.undefined(gvk(document.root()));
    return undefinedKinds.leaves(kind)
        ? new JudgedObject(document, verdict, false, List.of(Notes.undefined(object, kind)))
        : object;
  }

  private Verdict answer(Document document) {
    return ownKinds.refine(document, updates.answer(document));
  }

  private static GroupVersionKind gvk(Node object) {
    return GroupVersionKind.of(
        object.get("apiVersion").text(), object.get("kind").text());
  }
}
