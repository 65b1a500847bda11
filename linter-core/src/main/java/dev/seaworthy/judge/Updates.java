package dev.seaworthy.judge;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.Type;
import dev.seaworthy.apply.ClientSideApply;
import dev.seaworthy.apply.ServerSideApply;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.admission.ClusterFacts;
import java.util.Optional;

/** Judges what was applied before as a change of what the server made of it then. */
public final class Updates {

  private final ApiServer server;
  private final ApiCatalog catalog;
  private final PreviousObjects previous;
  private final UpdateAs updateAs;

  public Updates(
      ApiServer server, ApiCatalog catalog, PreviousObjects previous, UpdateAs updateAs) {
    this.server = server;
    this.catalog = catalog;
    this.previous = previous;
    this.updateAs = updateAs;
  }

  public ApiCatalog catalog() {
    return catalog;
  }

  /** These by a server of the same release that serves other kinds. */
  public Updates by(ApiServer other) {
    return new Updates(other, other.catalog(), previous, updateAs);
  }

  public ApiServer server() {
    return server;
  }

  public Updates from(PreviousObjects objects, UpdateAs how) {
    return new Updates(server, catalog, objects, how);
  }

  /** The same, by what is known of the cluster. */
  public Updates knowing(ClusterFacts facts) {
    return new Updates(server.knowing(facts), catalog, previous, updateAs);
  }

  /** What was applied before. */
  public PreviousObjects previous() {
    return previous;
  }

  /** The answer to a new object, or to the change of one that was applied before. */
  public Verdict answer(Document document) {
    return verdict(document).orElseGet(() -> server.create(document));
  }

  /** The answer to the change; empty if the object is new. */
  private Optional<Verdict> verdict(Document document) {
    return previous.of(document).map(old -> verdict(document, old));
  }

  private Verdict verdict(Document document, Document old) {
    Node stored = stored(old);
    if (updateAs == UpdateAs.REPLACE
        || !(document.root() instanceof Mapping manifest)
        || !(stored instanceof Mapping live)) {
      return server.update(document, stored);
    }
    Mapping sent =
        typeOf(manifest).map(type -> merged(type, old, manifest, live)).orElse(manifest);
    return server.update(
        new Document(document.file(), document.number(), sent, document.duplicates()), stored);
  }

  private Mapping merged(Type.Struct type, Document old, Mapping manifest, Mapping live) {
    return updateAs == UpdateAs.SERVER_SIDE_APPLY && old.root() instanceof Mapping last
        ? ServerSideApply.merged(type, live, last, manifest)
        : ClientSideApply.merge(type, old.root(), manifest, live);
  }

  /** What the server made of it; an object that it would refuse today is taken as it is written. */
  private Node stored(Document old) {
    return server.create(old).result().map(Resource::root).map(Node.class::cast).orElse(old.root());
  }

  private Optional<Type.Struct> typeOf(Mapping manifest) {
    GroupVersionKind gvk = new Resource(manifest).gvk();
    return catalog.find(gvk).map(type -> type.struct());
  }
}
