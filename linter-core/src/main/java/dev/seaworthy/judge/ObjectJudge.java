package dev.seaworthy.judge;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.catalog.UndefinedKind;
import dev.seaworthy.api.crd.CustomStruct;
import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.graph.Customization;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.admission.ClusterFacts;
import dev.seaworthy.validate.custom.Pruning;
import dev.seaworthy.validate.field.DecodeError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Judges single objects: those that were applied before as changes, the others as new ones, those of
 * kinds that only a JSON Schema describes by that. Safe for use by several threads.
 */
public final class ObjectJudge {

  private final Updates updates;
  private final InputFacts facts;
  private final OwnKinds ownKinds;
  private final UndefinedKinds undefinedKinds;
  private final Set<GroupVersionKind> used = ConcurrentHashMap.newKeySet();

  /** Judges by the kinds that the server of {@code updates} serves, and by what is known of clusters. */
  public ObjectJudge(
      Updates updates, InputFacts facts, OwnKinds ownKinds, UndefinedKinds undefinedKinds) {
    this.updates = updates;
    this.facts = facts;
    this.ownKinds = ownKinds;
    this.undefinedKinds = undefinedKinds;
  }

  /** The kinds that it knows. */
  public ApiCatalog catalog() {
    return updates.catalog();
  }

  /**
   * The object with the answer to it, and with what was left out of it.
   *
   * @param changes what kustomizations are yet to change in it
   */
  public JudgedObject judge(Document document, Customization changes) {
    ApiServer server = updates.server();
    if (ownKinds.areDefinedByFiles()) {
      used.add(gvk(document.root()));
    }
    Optional<Unknowns> unknowns = Unknowns.in(document);
    if (unknowns.filter(Unknowns::concernKind).isPresent()) {
      JudgedObject object = new JudgedObject(document, answer(document, ClusterFacts.unknown()));
      return new JudgedObject(
          document, object.verdict(), false, List.of(Notes.unknownKind(object)));
    }
    FactsSeen seen = new FactsSeen(facts, Optional.of(document.file()), changes);
    Verdict verdict = answer(document, unknowns, seen);
    JudgedObject object = new JudgedObject(document, verdict);
    if (!UndefinedKinds.isUnknown(verdict)) {
      List<Diagnostic> notes = new ArrayList<>(1);
      unknowns.ifPresent(values -> notes.add(Notes.unknown(object, values)));
      if (seen.hasLeftOut() && verdict.accepted()) {
        FactsSeen all = new FactsSeen(facts, Optional.empty(), changes);
        ofOneCluster(document, unknowns, all).ifPresent(notes::add);
      }
      if (verdict.accepted()) {
        lost(document).forEach(field -> notes.add(Notes.notStored(object, field)));
        updates
            .changed(document)
            .flatMap(old -> ClaimGrowth.of(object, old, seen))
            .ifPresent(notes::add);
      }
      return new JudgedObject(document, verdict, true, notes);
    }
    UndefinedKind kind = server.undefined(gvk(document.root()));
    return undefinedKinds.leaves(kind)
        ? new JudgedObject(document, verdict, false, List.of(Notes.undefined(object, kind)))
        : object;
  }

  /** The fields of an object of a custom kind that are not stored. */
  private List<FieldPath> lost(Document document) {
    if (!(document.root() instanceof Mapping sent)) {
      return List.of();
    }
    return catalog()
        .find(gvk(sent))
        .map(ResourceType::struct)
        .flatMap(type -> type instanceof CustomStruct custom
            ? custom.kind().stored()
            : Optional.<StructuralSchema>empty())
        .map(stored -> Pruning.prune(sent, stored).unknown().stream()
            .map(DecodeError::path)
            .toList())
        .orElse(List.of());
  }

  /** The files beside the input whose definitions objects were judged by, and that a server refuses. */
  public List<JudgedFile> flawedDefinitions() {
    return ownKinds.flawed(updates.server(), used);
  }

  /** The files beside the input with bindings of policies that nobody has given: they enforce nothing. */
  public List<JudgedFile> danglingBindings() {
    return facts.danglingBindings();
  }

  /** What would turn the object away if the whole input were for one cluster. */
  private Optional<Diagnostic> ofOneCluster(
      Document document, Optional<Unknowns> unknowns, FactsSeen all) {
    Verdict other = answer(document, unknowns, all);
    return other.accepted()
        ? Optional.empty()
        : Optional.of(Notes.ofOneCluster(new JudgedObject(document, other)));
  }

  private Verdict answer(Document document, Optional<Unknowns> unknowns, ClusterFacts known) {
    return unknowns.isPresent()
        ? unknowns.get().judge(document, each -> answer(each, known))
        : answer(document, known);
  }

  private Verdict answer(Document document, ClusterFacts known) {
    return ownKinds.refine(document, updates.knowing(known).answer(document));
  }

  private static GroupVersionKind gvk(Node object) {
    return GroupVersionKind.of(
        object.get("apiVersion").text(), object.get("kind").text());
  }
}
