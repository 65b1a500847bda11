package dev.seaworthy.judge;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.Type;
import dev.seaworthy.apply.ClientSideApply;
import dev.seaworthy.apply.LostItems;
import dev.seaworthy.apply.ServerSideApply;
import dev.seaworthy.graph.ToolHook;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.ServiceAddresses;
import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.admission.ClusterFacts;
import dev.seaworthy.validate.field.Warning;
import java.util.Optional;

/** Judges what was applied before as a change of what the server made of it then. */
public final class Updates {

  /** The origin of warnings, and the code of diagnostics, about what merging loses. */
  public static final String LOST_ITEM = "apply-loses-item";

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
    return changed(document)
        .map(old -> answer(document, old))
        .orElseGet(() -> server.create(document));
  }

  /** What {@code document} changes; hooks are made anew by their tools, and change nothing. */
  Optional<Document> changed(Document document) {
    return previous.of(document).filter(old -> !isRecreated(document));
  }

  private static boolean isRecreated(Document document) {
    return document.root() instanceof Mapping mapping
        && ToolHook.of(new Resource(mapping)).filter(ToolHook::isRecreated).isPresent();
  }

  private Verdict answer(Document document, Document old) {
    Node stored = stored(old);
    Optional<Type.Struct> type = document.root() instanceof Mapping manifest
        ? typeOf(manifest).filter(any -> updateAs != UpdateAs.REPLACE)
        : Optional.empty();
    if (type.isEmpty()
        || !(document.root() instanceof Mapping manifest)
        || !(stored instanceof Mapping live)) {
      return server.update(document, stored);
    }
    Mapping sent = merged(type.get(), old, manifest, live);
    Verdict verdict = server.update(
        new Document(document.file(), document.number(), sent, document.duplicates()), stored);
    return verdict.withWarnings(
        LostItems.in(type.get(), manifest, sent).stream().map(Updates::warning).toList());
  }

  private static Warning warning(LostItems.Lost item) {
    return new Warning(
        item.path(),
        LOST_ITEM,
        "is not brought about by `kubectl apply`, which tells the items of " + item.list()
            + " apart by " + item.key() + ": there are or were two with the same");
  }

  private Mapping merged(Type.Struct type, Document old, Mapping manifest, Mapping live) {
    return updateAs == UpdateAs.SERVER_SIDE_APPLY && old.root() instanceof Mapping last
        ? ServerSideApply.merged(type, live, last, manifest)
        : ClientSideApply.merge(type, old.root(), manifest, live);
  }

  /**
   * What the server made of it, with addresses where it gives them: which ones does not matter, but
   * that they are there; claims are bound by now. An object that it would refuse today is taken as
   * it is written.
   */
  private Node stored(Document old) {
    return server
        .create(old)
        .result()
        .map(object -> new ServiceAddresses().allocated(object, Absent.INSTANCE))
        .map(object -> BoundClaim.of(object, old.root()))
        .map(Resource::root)
        .map(Node.class::cast)
        .orElse(old.root());
  }

  private Optional<Type.Struct> typeOf(Mapping manifest) {
    GroupVersionKind gvk = new Resource(manifest).gvk();
    return catalog.find(gvk).map(type -> type.struct());
  }
}
