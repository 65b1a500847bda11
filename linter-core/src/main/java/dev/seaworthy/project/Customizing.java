package dev.seaworthy.project;

import dev.seaworthy.graph.Customization;
import dev.seaworthy.graph.Customization.Affix;
import dev.seaworthy.manifest.Node;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the kustomizations that a file is a part of, directly or through others, make of its objects.
 * Safe for use by several threads.
 */
final class Customizing {

  private final Kustomizations all;
  private final FluxTargets flux;
  private final SkaffoldImages skaffold = new SkaffoldImages();
  private final Map<Path, Chain> chains = new ConcurrentHashMap<>();

  Customizing(Kustomizations all, FluxTargets flux) {
    this.all = all;
    this.flux = flux;
  }

  /**
   * What a file passes through.
   *
   * @param members all kustomizations that change it
   * @param images the images that they, or Skaffold, give a version
   * @param shared what they make of each object of the file alike
   * @param outermost the folder of an outermost one
   */
  private record Chain(
      List<Kustomization> members,
      Set<String> images,
      Customization shared,
      Optional<Path> outermost) {}

  /** What becomes of {@code object}, which {@code file}, an absolute path, holds. */
  Customization of(Path file, Node object) {
    Chain chain = chains.computeIfAbsent(file, this::chain);
    return chain.members().isEmpty() ? ofUnlisted(file, object) : ofListed(chain, object);
  }

  /** What becomes of {@code object} of a file that no kustomization lists. */
  Customization ofUnlisted(Path file, Node object) {
    return Customization.NONE.withImages(KustomizeImages.fieldsWith(skaffold.around(file), object));
  }

  private Customization ofListed(Chain chain, Node object) {
    Customization shared = chain.shared();
    Set<List<String>> patched = new HashSet<>(shared.patched());
    patched.addAll(KustomizeVariables.fieldsWith(all.variables(), object));
    for (Kustomization member : chain.members()) {
      for (KustomizePatch patch : all.patchesOf(member)) {
        if (patch.concerns(object)) {
          patched.addAll(patch.paths());
        }
      }
    }
    Set<List<String>> named = KustomizeImages.fieldsWith(chain.images(), object);
    return patched.size() == shared.patched().size()
        ? shared.withImages(named)
        : new Customization(
            shared.namespaces(),
            shared.affixes(),
            shared.labels(),
            patched,
            named,
            shared.isOpen());
  }

  /**
   * What becomes of what lies beside {@code kustomization} unlisted, should it be listed one day: it
   * goes where all that is listed goes.
   */
  Customization ofUnlisted(Kustomization kustomization) {
    Set<String> namespaces = namespaces(List.of(kustomization));
    return namespaces.isEmpty()
        ? Customization.NONE
        : new Customization(namespaces, Set.of(), Map.of(), Set.of(), Set.of(), false);
  }

  private Chain chain(Path file) {
    List<Kustomization> lists = all.listing(file);
    List<Kustomization> containing = containing(lists);
    List<Kustomization> members = withComponents(containing);
    if (members.isEmpty()) {
      return new Chain(members, Set.of(), Customization.NONE, Optional.empty());
    }
    Set<List<String>> patched = members.stream().anyMatch(Kustomization::writesSelectors)
        ? Set.of(List.of("spec", "selector"))
        : Set.of();
    // Whoever uses a component fills out what is in it; what it does to others its patches say.
    boolean open = members.stream().anyMatch(Kustomization::hasTransformers)
        || containing.stream().anyMatch(Kustomization::isComponent);
    Set<String> images = new HashSet<>(skaffold.around(file));
    members.forEach(member -> images.addAll(member.images()));
    return new Chain(
        members,
        images,
        new Customization(
            namespaces(lists), affixes(members), labels(members), patched, Set.of(), open),
        outermost(containing));
  }

  /** Those that list the file, and those that are made of these. */
  private List<Kustomization> containing(List<Kustomization> lists) {
    Set<Kustomization> found = new LinkedHashSet<>();
    Deque<Kustomization> open = new ArrayDeque<>(lists);
    while (!open.isEmpty()) {
      Kustomization next = open.removeFirst();
      if (found.add(next)) {
        open.addAll(all.listing(next.folder()));
      }
    }
    return new ArrayList<>(found);
  }

  /** These, and all components of any of them. */
  private List<Kustomization> withComponents(List<Kustomization> containing) {
    Set<Kustomization> members = new LinkedHashSet<>(containing);
    containing.forEach(
        each -> each.components().forEach(folder -> all.in(folder).ifPresent(members::add)));
    return new ArrayList<>(members);
  }

  /** The outermost one that names a namespace decides, or Flux; each way out may name another. */
  private Set<String> namespaces(List<Kustomization> lists) {
    Set<String> found = new LinkedHashSet<>();
    lists.forEach(each -> addNamespaces(each, "", new HashSet<>(), found));
    return found;
  }

  /** On a way out: a kustomization, and the namespace that those within it name. */
  private record Step(Kustomization kustomization, String inner) {}

  private void addNamespaces(
      Kustomization kustomization, String inner, Set<Step> passed, Set<String> found) {
    if (!passed.add(new Step(kustomization, inner))) {
      return;
    }
    String own = kustomization.namespace();
    String namespace = own.isEmpty() ? inner : own;
    List<Kustomization> outer = all.listing(kustomization.folder());
    if (outer.isEmpty()) {
      String last = flux.namespaceFor(kustomization.folder()).orElse(namespace);
      if (!last.isEmpty()) {
        found.add(last);
      }
    }
    outer.forEach(each -> addNamespaces(each, namespace, passed, found));
  }

  /** The folder of an outermost kustomization that {@code file} is a part of. */
  Optional<Path> outermostOf(Path file) {
    return chains.computeIfAbsent(file, this::chain).outermost();
  }

  private Optional<Path> outermost(List<Kustomization> containing) {
    return containing.stream()
        .filter(each -> all.listing(each.folder()).isEmpty() && !each.isComponent())
        .map(Kustomization::folder)
        .min(Comparator.naturalOrder());
  }

  private static Set<Affix> affixes(List<Kustomization> members) {
    Set<Affix> affixes = new LinkedHashSet<>();
    for (Kustomization member : members) {
      Affix affix = member.affix();
      if (!affix.prefix().isEmpty() || !affix.suffix().isEmpty()) {
        affixes.add(affix);
      }
    }
    return affixes;
  }

  private static Map<String, String> labels(List<Kustomization> members) {
    Map<String, String> labels = new LinkedHashMap<>();
    members.forEach(member -> member.podLabels().forEach(labels::putIfAbsent));
    return labels;
  }
}
