package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** One build: a kustomization with all that it is made of. */
final class KustomizeBuild {

  private static final String LOCAL = "config.kubernetes.io/local-config";

  private final Workshop workshop;

  /** Where the kustomizations really lie that are being built, the innermost first. */
  private final Deque<Path> open = new ArrayDeque<>();

  /** How many were open at once, or are in what was built before. */
  private int deepest;

  private KustomizeBuild(Workshop workshop) {
    this.workshop = workshop;
  }

  /** What the kustomization of {@code folder} makes; empty if there is none. */
  static Optional<Built> of(Path folder, Workshop workshop) {
    try {
      Optional<Layer> layer = Layer.in(folder, workshop);
      return layer.isEmpty()
          ? Optional.empty()
          : Optional.of(new KustomizeBuild(workshop).built(layer.get()));
    } catch (BuildFailure unreadable) {
      return Optional.of(refused(workshop, unreadable, false));
    }
  }

  /** Why the kustomization of {@code folder} is none as it is written. */
  static Optional<Refusal> malformed(Path folder, Workshop workshop) {
    try {
      Layer.in(folder, workshop);
      return Optional.empty();
    } catch (BuildFailure failure) {
      return Optional.of(failure.refusal()).filter(Refusal::isOfItself);
    }
  }

  private static Built refused(Workshop workshop, BuildFailure failure, boolean isComponent) {
    return new Built(
        List.of(),
        List.of(),
        workshop.read(),
        List.of(),
        Optional.of(failure.refusal()),
        isComponent);
  }

  private Built built(Layer layer) {
    Members members = new Members();
    try {
      BuildMetadata.tell(layer);
      if (layer.isComponent()) {
        open.push(workshop.real(layer.folder()));
        accumulate(layer, members);
      } else {
        members.addCopies(part(layer, workshop).members(), layer);
      }
    } catch (BuildFailure failure) {
      return refused(workshop, failure, layer.isComponent());
    }
    for (Member member : members.all()) {
      if (member.needsHash()) {
        member.rename(member.name() + "-" + NameHash.of(member.root()));
      }
    }
    NameReferences.follow(workshop, members);
    try {
      workshop.variables().fillIn(workshop, members);
    } catch (BuildFailure failure) {
      return refused(workshop, failure, layer.isComponent());
    }
    BuildMetadata.write(layer, members);
    return new Built(
        objects(members),
        workshop.gaps(),
        workshop.read(),
        workshop.namespaces(),
        Optional.empty(),
        layer.isComponent());
  }

  /** What {@code layer} makes, which {@code outer} is a build of. */
  private Part part(Layer layer, Workshop outer) throws BuildFailure {
    Part known = workshop.parts().get(layer.folder());
    Part part = known == null ? build(layer, outer) : known;
    // In a line without end each would hold the files of all that follow.
    if (known == null || !part.isBeyondLimit()) {
      outer.absorb(part, layer.mention(layer.placeOfParts()));
    }
    if (part.failure().isPresent()) {
      throw part.failure().get();
    }
    workshop.budget().depth(open.size() + part.height(), layer.mention(layer.get("resources")));
    deepest = Math.max(deepest, open.size() + part.height());
    return part;
  }

  private Part build(Layer found, Workshop outer) throws BuildFailure {
    Workshop inner = outer.inner();
    Layer layer = found.within(inner);
    int around = deepest;
    deepest = open.size();
    workshop.budget().depth(open.size(), layer.mention(layer.get("resources")));
    workshop.budget().enter(layer.mention(layer.get("resources")));
    open.push(workshop.real(layer.folder()));
    Part part = accumulated(layer, inner);
    open.pop();
    deepest = Math.max(around, deepest);
    // What is beyond a limit within others need not be so alone; alone, it is so within others,
    // too.
    if (open.isEmpty() || !part.isBeyondLimit()) {
      workshop.parts().put(layer.folder(), part);
    }
    return part;
  }

  private Part accumulated(Layer layer, Workshop inner) {
    int start = open.size() - 1;
    Members members = new Members();
    try {
      accumulate(layer, members);
      return Part.of(inner, members, deepest - start);
    } catch (BuildFailure failure) {
      return Part.failed(inner, failure);
    }
  }

  private static List<BuiltObject> objects(Members members) {
    List<BuiltObject> objects = new ArrayList<>();
    for (Member member : members.all()) {
      boolean isLocal =
          member.root().at("metadata", "annotations", LOCAL).text().equals("true");
      if (!isLocal && Tree.placed(member.root()) instanceof Mapping root) {
        objects.add(new BuiltObject(member.file(), root));
      }
    }
    return objects;
  }

  /** The kustomization that {@code outer} calls {@code named}, which may be listed where it is. */
  private Layer listed(Layer outer, Node named, boolean isComponent) throws BuildFailure {
    Path folder = outer.resolve(named);
    Optional<Layer> found = Layer.in(folder, outer.workshop());
    if (found.isEmpty()) {
      throw missing(outer, named);
    }
    Layer layer = found.get();
    Path real = workshop.real(folder);
    if (open.contains(real)) {
      throw BuildFailure.ofCircle(
          "the kustomization is made of itself"
              + (real.equals(folder)
                  ? ""
                  : ": " + folder.getFileName() + " is a link that leads back to it"),
          layer.mention(layer.placeOfParts()));
    }
    if (layer.isComponent() != isComponent) {
      throw layer.failure(
          isComponent
              ? "this is listed as a component, and its kind is not Component"
              : "this is a component, which is listed under components",
          layer.get("kind"));
    }
    return layer;
  }

  private void accumulateComponent(Layer layer, Members members) throws BuildFailure {
    Mention place = layer.mention(layer.get("resources"));
    workshop.budget().depth(open.size(), place);
    workshop.budget().enter(place);
    deepest = Math.max(deepest, open.size());
    open.push(workshop.real(layer.folder()));
    accumulate(layer, members);
    open.pop();
  }

  private void accumulate(Layer layer, Members members) throws BuildFailure {
    for (String list : List.of("resources", "bases")) {
      for (Node each : layer.get(list).items()) {
        addResource(layer, each, members);
      }
    }
    layer.workshop().knows(FieldTables.of(layer), layer.mention(layer.get("configurations")));
    Beyond.tell(layer);
    Generators.run(layer, members);
    for (Node each : layer.get("components").items()) {
      if (isElsewhere(each.text())) {
        layer.lacks("what lies at " + each.text(), Gap.Kind.OBJECTS, each);
      } else {
        accumulateComponent(listed(layer, each, true), members);
      }
    }
    change(layer, members);
    layer.workshop().variables().declare(layer, members);
  }

  private static void change(Layer layer, Members members) throws BuildFailure {
    Patches.run(layer, members);
    Naming.run(layer, members);
    Labelling.run(layer, members);
    Patches.runJson6902(layer, members);
    Replicas.run(layer, members);
    Images.run(layer, members);
    Replacements.run(layer, members);
    members.forgetIds();
  }

  private void addResource(Layer layer, Node resource, Members members) throws BuildFailure {
    if (isElsewhere(resource.text())) {
      layer.lacks("what lies at " + resource.text(), Gap.Kind.OBJECTS, resource);
      return;
    }
    Path path = layer.resolve(resource);
    Optional<List<Node>> objects = layer.workshop().objects(path, layer.mention(resource));
    if (objects.isPresent()) {
      for (Node object : objects.get()) {
        ListedObject.check(object, path);
        if (object instanceof Mapping root) {
          members.add(new Member(path, root), layer);
        }
      }
      return;
    }
    Layer inner = listed(layer, resource, false);
    members.addCopies(part(inner, layer.workshop()).members(), layer);
  }

  static BuildFailure missing(Layer layer, Node named) throws BuildFailure {
    Optional<Path> link = layer.workshop().deadLink(layer.resolve(named));
    return layer.failure(
        link.isPresent()
            ? "the link " + link.get().getFileName() + " leads nowhere"
            : "there is no file " + named.text()
                + " and no folder of that name with a kustomization",
        named);
  }

  /** {@code https://…}, {@code github.com/shop/web//base?ref=v1}, {@code git@example.com:shop.git}. */
  static boolean isElsewhere(String part) {
    return part.contains("//")
        || part.contains("?ref=")
        || part.startsWith("git@")
        || part.startsWith("github.com/");
  }
}
