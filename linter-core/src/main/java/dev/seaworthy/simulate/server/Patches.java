package dev.seaworthy.simulate.server;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.Type;
import dev.seaworthy.apply.Applying;
import dev.seaworthy.apply.JsonPatch;
import dev.seaworthy.apply.MergePatch;
import dev.seaworthy.apply.PatchType;
import dev.seaworthy.apply.StrategicMerge;
import dev.seaworthy.apply.Untyped;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.ReadForm;
import java.util.Optional;

/** What patches and manifests make of objects that are stored, by what is known of their types. */
final class Patches {

  private final ApiCatalog catalog;
  private final ReadForm readForm;

  Patches(ApiCatalog catalog) {
    this.catalog = catalog;
    this.readForm = new ReadForm(catalog);
  }

  /** Whether an object can be patched in this form: without a type, lists can't be merged by keys. */
  boolean take(Resource stored, PatchType form) {
    return form != PatchType.STRATEGIC || typeOf(stored).isPresent();
  }

  /** The object as the patch leaves it; empty if it does not fit. */
  Optional<Resource> patched(Resource stored, PatchType form, Node change) {
    Type.Struct type = typeOf(stored).orElse(Untyped.INSTANCE);
    return patched(stored.root(), form, change, type)
        .filter(Mapping.class::isInstance)
        .map(node -> readForm.of(new Resource((Mapping) node)));
  }

  private static Optional<Node> patched(
      Mapping stored, PatchType form, Node change, Type.Struct type) {
    return switch (form) {
      case MERGE -> Optional.of(MergePatch.merged(stored, change));
      case STRATEGIC ->
        change instanceof Mapping changes
            ? Optional.of(StrategicMerge.merged(type, stored, changes))
            : Optional.empty();
      case JSON -> JsonPatch.applied(stored, change);
    };
  }

  /** The object as {@code manifest} leaves it, which said {@code previous} the last time. */
  Resource applied(Resource manifest, Resource stored, Mapping previous, Applying how) {
    return readForm.of(new Resource(how.merged(
        typeOf(manifest).orElse(Untyped.INSTANCE), stored.root(), previous, manifest.root())));
  }

  private Optional<Type.Struct> typeOf(Resource object) {
    return catalog.find(object.gvk()).map(ResourceType::struct);
  }
}
