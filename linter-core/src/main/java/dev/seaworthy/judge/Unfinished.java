package dev.seaworthy.judge;

import dev.seaworthy.graph.Customization;
import dev.seaworthy.judge.KnownVerdict.Said;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.FieldPath;
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

  /** {@code document} as {@code server} judges it, as far as that is final. */
  JudgedObject judge(Document document, Function<Document, JudgedObject> server) {
    JudgedObject sent =
        server.apply(document.withRoot(new NamespaceWriter(changes).written(document.root())));
    JudgedObject whole = new JudgedObject(document, sent.verdict(), sent.judged(), sent.notes());
    if (!changes.isPatched() || !whole.judged()) {
      return whole;
    }
    boolean lacksSelector = SELECTOR.resolve(document.root()).isAbsent();
    Verdict known = KnownVerdict.without(
        said -> isYetToChange(said)
            || said.place().equals(POD_LABELS) && (lacksSelector || changes.touches(SELECTOR)),
        whole.verdict());
    boolean isLess = known.problems() < whole.verdict().problems();
    JudgedObject judged = whole.withVerdict(known);
    return isLess ? judged.withNote(Notes.unfinished(judged, changes)) : judged;
  }

  private boolean isYetToChange(Said said) {
    return OF_WHAT_LACKS.contains(said.reason()) || changes.touches(said.place());
  }
}
