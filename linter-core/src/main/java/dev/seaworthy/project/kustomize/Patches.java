package dev.seaworthy.project.kustomize;

import dev.seaworthy.apply.JsonPatch;
import dev.seaworthy.apply.StrategicMerge;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Patches of a kustomization: strategic merges of what they name, JSON patches of what is selected. */
final class Patches {

  private final Layer layer;
  private final Members members;

  private Patches(Layer layer, Members members) {
    this.layer = layer;
    this.members = members;
  }

  /** Those that come first of all steps. */
  static void run(Layer layer, Members members) throws BuildFailure {
    Patches patches = new Patches(layer, members);
    for (Node each : layer.get("patchesStrategicMerge").items()) {
      patches.apply(each, PatchContents.ofFileOrText(layer, each), false);
    }
    for (Node each : layer.get("patches").items()) {
      patches.apply(each, PatchContents.of(layer, each), true);
    }
  }

  /** Those of the older form, which come after what renames and labels. */
  static void runJson6902(Layer layer, Members members) throws BuildFailure {
    Patches patches = new Patches(layer, members);
    for (Node each : layer.get("patchesJson6902").items()) {
      patches.apply(each, PatchContents.of(layer, each), false);
    }
  }

  /** {@code follows}: what names a patched object follows it if the patch gives it another name. */
  private void apply(Node entry, List<Node> contents, boolean follows) throws BuildFailure {
    boolean hasTarget = entry.get("target").isPresent();
    if (hasTarget && contents.size() > 1) {
      throw layer.failure(
          "a patch with a target must be one object, and this is " + contents.size()
              + "; make a patch of each",
          entry);
    }
    for (Node patch : contents) {
      Node content = Tree.unplaced(patch);
      if (content instanceof Mapping change) {
        merge(entry, change);
      } else if (hasTarget) {
        applyOperations(entry, lenient(content), follows);
      } else {
        throw layer.failure("a JSON patch must have a target, which tells what it changes", entry);
      }
    }
  }

  /** To the library that kustomize uses, replacing a field that is not there is adding it. */
  private static Node lenient(Node operations) {
    List<Node> all = new ArrayList<>();
    for (Node operation : operations.items()) {
      boolean isOfField = operation.get("op").text().equals("replace")
          && !operation.get("path").text().matches(".*/-?\\d+");
      all.add(
          isOfField && operation instanceof Mapping mapping
              ? mapping.with("op", Scalar.of("add"))
              : operation);
    }
    return Sequence.of(all);
  }

  private void applyOperations(Node entry, Node operations, boolean follows) throws BuildFailure {
    for (Member member : selected(entry)) {
      // Kustomize keeps in the annotations what it knows of an object while it builds.
      boolean hasNotes = follows || !member.formerIds().isEmpty() || member.isGenerated();
      Optional<Node> patched =
          Optional.of(hasNotes ? withAnnotations(member.root()) : member.root());
      for (Node operation : operations.items()) {
        patched = operated(patched.orElse(Mapping.EMPTY), operation, entry);
        if (patched.isEmpty()) {
          throw layer.failure(
              "the patch does not fit " + member.id() + ", which has no place for its "
                  + operation.get("op").text() + " at " + operation.get("path").text(),
              entry);
        }
      }
      if (!(patched.orElseThrow() instanceof Mapping changed)) {
        throw layer.failure("the patch does not fit " + member.id(), entry);
      }
      if (follows) {
        member.remember();
      }
      member.shared().clear();
      member.set(hasNotes ? withoutEmptyAnnotations(changed) : changed);
    }
  }

  private static Mapping withAnnotations(Mapping root) {
    return root.at("metadata", "annotations").isMapping()
        ? root
        : root.withAt(List.of("metadata", "annotations"), Mapping.EMPTY);
  }

  private static Mapping withoutEmptyAnnotations(Mapping root) {
    Node annotations = root.at("metadata", "annotations");
    return annotations.isMapping() && annotations.size() == 0
        ? root.withoutAt(List.of("metadata", "annotations"))
        : root;
  }

  /** One by one, for each may copy what others have made: so a few lines ask for any size. */
  private Optional<Node> operated(Node document, Node operation, Node entry) throws BuildFailure {
    Budget budget = layer.workshop().budget();
    Mention place = layer.mention(entry);
    budget.expression(operation.get("path").text(), place);
    budget.expression(operation.get("from").text(), place);
    boolean copies = operation.get("op").text().equals("copy");
    Optional<Node> value = copies
        ? JsonPatch.valueAt(document, operation.get("from").text())
        : Optional.of(operation.get("value"));
    if (value.isPresent()) {
      budget.made(value.get(), place);
    }
    return JsonPatch.applied(document, Sequence.of(List.of(operation)));
  }

  private List<Member> selected(Node entry) throws BuildFailure {
    Selection selection = Selection.of(entry.get("target"), layer);
    List<Member> found = members.all().stream().filter(selection::selects).toList();
    if (found.isEmpty()) {
      Node target = entry.get("target");
      layer.idles(
          NearMiss.ofTarget(target.get("kind").text(), target.get("name").text(), members), entry);
    }
    return found;
  }

  private void merge(Node entry, Mapping change) throws BuildFailure {
    if (entry.get("target").isPresent()) {
      for (Member member : selected(entry)) {
        merge(entry, member, withoutName(entry, change));
      }
      return;
    }
    ObjectId id = ObjectId.of(change);
    List<Member> named = members.ever(id::equals);
    if (named.size() != 1) {
      layer.misses(
          "a patch of " + id,
          named.isEmpty()
              ? "the patch is for " + id + ", which is not there" + NearMiss.hint(id, members)
              : "the patch is for " + id + ", which is there " + named.size() + " times",
          entry);
      return;
    }
    merge(entry, named.get(0), withoutName(entry, change));
  }

  /** What a patch says of name and kind tells what it is for, unless it is to change them. */
  private static Mapping withoutName(Node entry, Mapping change) {
    Mapping rest = change;
    if (!entry.at("options", "allowKindChange").isTrue()) {
      rest = rest.without("apiVersion").without("kind");
    }
    return entry.at("options", "allowNameChange").isTrue()
        ? rest
        : rest.withoutAt(List.of("metadata", "name")).withoutAt(List.of("metadata", "namespace"));
  }

  private void merge(Node entry, Member member, Mapping change) throws BuildFailure {
    layer.workshop().budget().made(change, layer.mention(entry));
    if (change.get("$patch").text().equals("delete")) {
      members.remove(member);
      return;
    }
    if (change.has("kind") || change.get("metadata").get("name").isPresent()) {
      member.remember();
    }
    member.set(StrategicMerge.mergedFirst(
        layer.workshop().typeOf(member.root()), member.root(), withoutEmpty(change)));
  }

  /** An emptied {@code metadata} changes nothing. */
  private static Mapping withoutEmpty(Mapping change) {
    List<Mapping.Entry> kept = new ArrayList<>();
    for (Mapping.Entry entry : change.entries()) {
      boolean isNothing = entry.key().equals("metadata") && entry.value().size() == 0;
      if (!isNothing) {
        kept.add(entry);
      }
    }
    return new Mapping(kept, change.span());
  }
}
