package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.Reference;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Claims that are meant for a volume and can never be bound to it. */
final class ClaimVolumeMismatch implements RelationCheck {

  private static final GroupKind VOLUME = GroupKind.of("", "PersistentVolume");
  private static final FieldPath SPEC = FieldPath.of("spec");
  private static final FieldPath REQUEST = FieldPath.of("spec", "resources", "requests", "storage");

  @Override
  public List<Finding> check(InputObject claim, RelationContext context) {
    return volumeOf(claim, context.graph())
        .map(volume -> check(claim, volume, context.graph()))
        .orElse(List.of());
  }

  /** The volume that the claim names, else the one that names the claim. */
  private static Optional<InputObject> volumeOf(InputObject claim, ResourceGraph graph) {
    String name = claim.resource().at("spec", "volumeName").text();
    if (!name.isEmpty()) {
      return graph.findFirst(VOLUME, "", name);
    }
    return graph.referrersOf(graph.keyOf(claim)).stream()
        .map(Reference::from)
        .filter(from -> from.kind().equals(VOLUME) && graph.isSameUnit(from, claim))
        .findFirst();
  }

  private static List<Finding> check(InputObject claim, InputObject volume, ResourceGraph graph) {
    Node wanted = claim.at(SPEC);
    Node offered = volume.at(SPEC);
    List<Finding> findings = new ArrayList<>();
    otherClaim(claim, volume, graph).ifPresent(findings::add);
    storageClass(claim, wanted, offered).ifPresent(findings::add);
    accessModes(claim, wanted, offered).ifPresent(findings::add);
    String mode = offered.get("volumeMode").stringOr("Filesystem");
    if (!wanted.get("volumeMode").stringOr("Filesystem").equals(mode)) {
      findings.add(Finding.at(claim, SPEC.child("volumeMode"), "the volume's mode is " + mode));
    }
    capacity(claim, offered).ifPresent(findings::add);
    return findings.stream()
        .map(finding -> finding.related(volume, SPEC, "the volume " + volume.name()))
        .toList();
  }

  /** A claim without a namespace may be applied to the one that the volume is kept for. */
  private static Optional<Finding> otherClaim(
      InputObject claim, InputObject volume, ResourceGraph graph) {
    Node reference = volume.at(SPEC).get("claimRef");
    ObjectKey key = graph.keyOf(claim);
    String namespace = graph.namespace(reference.get("namespace").text());
    boolean other = reference.isPresent()
        && !(reference.get("name").text().equals(key.name())
            && (namespace.isEmpty()
                || key.namespace().isEmpty()
                || namespace.equals(key.namespace())));
    return other
        ? Optional.of(Finding.at(
            claim,
            SPEC.child("volumeName"),
            "the volume is kept for the claim " + namespace + "/"
                + reference.get("name").text()))
        : Optional.empty();
  }

  /** A claim that writes none gets the default class, which is not known here. */
  private static Optional<Finding> storageClass(InputObject claim, Node wanted, Node offered) {
    Node written = wanted.get("storageClassName");
    String has = offered.get("storageClassName").text();
    return written.isAbsent() || written.text().equals(has)
        ? Optional.empty()
        : Optional.of(Finding.at(
            claim,
            SPEC.child("storageClassName"),
            has.isEmpty() ? "the volume has no class" : "the volume's class is " + has));
  }

  private static Optional<Finding> accessModes(InputObject claim, Node wanted, Node offered) {
    List<String> has =
        offered.get("accessModes").items().stream().map(Node::text).toList();
    return wanted.get("accessModes").items().stream()
        .map(Node::text)
        .filter(mode -> !has.contains(mode))
        .findFirst()
        .map(mode ->
            Finding.at(claim, SPEC.child("accessModes"), "the volume does not offer " + mode));
  }

  private static Optional<Finding> capacity(InputObject claim, Node offered) {
    Optional<Quantity> wanted = Quantity.of(claim.at(REQUEST));
    Optional<Quantity> has = Quantity.of(offered.at("capacity", "storage"));
    return wanted.isPresent() && has.isPresent() && has.get().compareTo(wanted.get()) < 0
        ? Optional.of(
            Finding.at(claim, REQUEST, "the volume has " + has.get() + ", less than is asked for"))
        : Optional.empty();
  }
}
