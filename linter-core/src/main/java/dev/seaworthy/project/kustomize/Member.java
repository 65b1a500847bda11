package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An object on its way through the kustomizations: it changes, and keeps what it was called. */
final class Member {

  private final Path file;
  private Mapping root;
  private ObjectId id;
  private final List<ObjectId> formerIds = new ArrayList<>();
  private final List<String> affixes = new ArrayList<>();
  private final SharedValues shared = new SharedValues();
  private final Set<String> variables = new HashSet<>();
  private boolean needsHash;
  private boolean generated;

  Member(Path file, Mapping root) {
    this.file = file;
    this.root = root;
    this.id = ObjectId.of(root);
  }

  /** One that changes apart from this one. */
  Member copy() {
    Member copy = new Member(file, root);
    copy.formerIds.addAll(formerIds);
    copy.affixes.addAll(affixes);
    copy.shared.addAll(shared);
    copy.variables.addAll(variables);
    copy.needsHash = needsHash;
    copy.generated = generated;
    return copy;
  }

  Path file() {
    return file;
  }

  Mapping root() {
    return root;
  }

  void set(Mapping changed) {
    if (changed != root) {
      root = shared.followed(root, changed);
      id = ObjectId.of(root);
    }
  }

  /** The values that stand in several places of it, and change there together. */
  SharedValues shared() {
    return shared;
  }

  ObjectId id() {
    return id;
  }

  String kind() {
    return root.get("kind").text();
  }

  String name() {
    return root.at("metadata", "name").text();
  }

  String namespace() {
    return root.at("metadata", "namespace").text();
  }

  /** What it was called before, and is called now. */
  Stream<ObjectId> allIds() {
    return Stream.concat(formerIds.stream(), Stream.of(id()));
  }

  /** What it was called before it was last renamed or moved; empty if it never was. */
  List<ObjectId> formerIds() {
    return formerIds;
  }

  /** The next change may give it another name or namespace. */
  void remember() {
    if (formerIds.isEmpty() || !formerIds.get(formerIds.size() - 1).equals(id())) {
      formerIds.add(id());
    }
  }

  void rename(String name) {
    remember();
    set(root.withAt(List.of("metadata", "name"), at(root.at("metadata", "name"), name)));
  }

  void move(String namespace) {
    remember();
    set(root.withAt(
        List.of("metadata", "namespace"), at(root.at("metadata", "namespace"), namespace)));
  }

  private static Scalar at(Node former, String text) {
    return Scalar.of(text, former.span());
  }

  /** Affixes that differ tell apart what several overlays make of one base. */
  List<String> affixes() {
    return affixes;
  }

  /** The variables whose values it holds. */
  Set<String> variables() {
    return variables;
  }

  /** Whether a generator of the kustomization in {@link #file} has made it. */
  boolean isGenerated() {
    return generated;
  }

  void setGenerated() {
    generated = true;
  }

  boolean needsHash() {
    return needsHash;
  }

  void setNeedsHash(boolean needs) {
    needsHash = needs;
  }
}
