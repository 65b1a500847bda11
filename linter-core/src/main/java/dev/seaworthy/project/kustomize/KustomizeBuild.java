package dev.seaworthy.project.kustomize;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Span;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Makes of a kustomization what {@code kubectl kustomize} makes of it. */
public final class KustomizeBuild {

  private static final String LOCAL = "config.kubernetes.io/local-config";

  private final Workshop workshop;
  private final Deque<Path> open = new ArrayDeque<>();

  private KustomizeBuild(Workshop workshop) {
    this.workshop = workshop;
  }

  /**
   * What the kustomization of {@code folder}, an absolute path, makes; empty if there is none. What
   * kustomize would refuse is a refusal of the result.
   */
  public static Optional<Built> of(Path folder, FileTexts texts, ApiCatalog catalog) {
    Workshop workshop = new Workshop(texts, catalog);
    try {
      Optional<Layer> layer = Layer.in(folder, workshop);
      return layer.isEmpty()
          ? Optional.empty()
          : Optional.of(new KustomizeBuild(workshop).built(layer.get()));
    } catch (BuildFailure unreadable) {
      return Optional.of(refused(workshop, unreadable, false));
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
      open.push(workshop.real(layer.folder()));
      accumulate(layer, members);
    } catch (BuildFailure failure) {
      return refused(workshop, failure, layer.isComponent());
    }
    for (Member member : members.all()) {
      if (member.needsHash()) {
        member.rename(member.name() + "-" + NameHash.of(member.root()));
      }
    }
    NameReferences.follow(workshop, members);
    return new Built(
        objects(members),
        workshop.gaps(),
        workshop.read(),
        workshop.namespaces(),
        Optional.empty(),
        layer.isComponent());
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

  private void accumulate(
      Path folder, Members members, boolean isComponent, Optional<BuildFailure> otherwise)
      throws BuildFailure {
    Optional<Layer> found = Layer.in(folder, workshop);
    if (found.isEmpty()) {
      throw otherwise.orElseGet(
          () -> new BuildFailure("there is no kustomization", folder, Span.NONE));
    }
    Layer layer = found.get();
    Path real = workshop.real(folder);
    if (open.contains(real)) {
      throw layer.failure(
          "the kustomization is made of itself"
              + (real.equals(folder)
                  ? ""
                  : ": " + folder.getFileName() + " is a link that leads back to it"),
          layer.get("resources"));
    }
    if (layer.isComponent() != isComponent) {
      throw layer.failure(
          isComponent
              ? "this is listed as a component, and its kind is not Component"
              : "this is a component, which is listed under components",
          layer.get("kind"));
    }
    workshop.budget().enter(open.size(), layer.mention(layer.get("resources")));
    open.push(real);
    accumulate(layer, members);
    open.pop();
  }

  private void accumulate(Layer layer, Members members) throws BuildFailure {
    for (String list : List.of("resources", "bases")) {
      for (Node each : layer.get(list).items()) {
        addResource(layer, each, members);
      }
    }
    Beyond.tell(layer);
    Generators.run(layer, members);
    for (Node each : layer.get("components").items()) {
      if (isElsewhere(each.text())) {
        layer.lacks("what lies at " + each.text(), Gap.Kind.OBJECTS, each);
      } else {
        accumulate(layer.resolve(each), members, true, Optional.of(missing(layer, each)));
      }
    }
    change(layer, members);
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
    Optional<List<Node>> objects = workshop.objects(path, layer.mention(resource));
    if (objects.isPresent()) {
      for (Node object : objects.get()) {
        ListedObject.check(object, path);
        if (object instanceof Mapping root) {
          members.add(new Member(path, root), layer);
        }
      }
      return;
    }
    Members inner = new Members();
    accumulate(path, inner, false, Optional.of(missing(layer, resource)));
    members.addAll(inner, layer);
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
