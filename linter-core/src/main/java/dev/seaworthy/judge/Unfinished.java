package dev.seaworthy.judge;

import dev.seaworthy.graph.Customization;
import dev.seaworthy.judge.KnownVerdict.Said;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.field.CauseType;
import java.util.Set;
import java.util.function.Function;

/** An object that kustomizations are yet to change: what they change or add is not judged. */
record Unfinished(Customization changes) {

  /** What a patched object lacks, a patch may add, wherever it stands. */
  private static final Set<String> OF_WHAT_LACKS =
      Set.of(CauseType.REQUIRED.word(), CauseType.NOT_FOUND.word());

  private static final FieldPath SELECTOR = FieldPath.of("spec", "selector");
  private static final FieldPath POD_LABELS =
      FieldPath.of("spec", "template", "metadata", "labels");

  /** A name that is right wherever a namespace's name is. */
  private static final String ANY_NAME = "namespace";

  /** {@code document} as {@code server} judges it, as far as that is final. */
  JudgedObject judge(Document document, Function<Document, JudgedObject> server) {
    JudgedObject sent = server.apply(document.withRoot(named(document.root())));
    JudgedObject whole = new JudgedObject(document, sent.verdict(), sent.judged(), sent.notes());
    if (!changes.isPatched() || !whole.judged()) {
      return whole;
    }
    Verdict known = KnownVerdict.without(this::isYetToChange, whole.verdict());
    boolean isLess = known.problems() < whole.verdict().problems();
    JudgedObject judged = whole.withVerdict(known);
    return isLess ? judged.withNote(Notes.unfinished(judged)) : judged;
  }

  private boolean isYetToChange(Said said) {
    return OF_WHAT_LACKS.contains(said.reason())
        || changes.touches(said.place())
        || (said.place().equals(POD_LABELS) && changes.touches(SELECTOR));
  }

  /** A Namespace gets its name from the kustomization that puts everything into it. */
  private Node named(Node object) {
    boolean isNamespace = object.get("kind").text().equals("Namespace");
    boolean isNamed =
        !changes.namespaces().isEmpty() || changes.touches(FieldPath.of("metadata", "name"));
    if (isNamespace
        && isNamed
        && object instanceof Mapping root
        && root.get("metadata") instanceof Mapping metadata) {
      String name = changes.namespaces().stream().findFirst().orElse(ANY_NAME);
      return root.with("metadata", metadata.with("name", Scalar.of(name)));
    }
    return object;
  }
}
