package dev.seaworthy.validate;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.Type;
import dev.seaworthy.api.crd.CustomStruct;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.data.GoForm;
import dev.seaworthy.validate.defaulting.JobLabels;
import java.util.Optional;

/**
 * An object as a client reads it back from the server, which has been through Go's structs. Objects
 * of custom kinds are stored as they are. Safe for use by several threads.
 */
public final class ReadForm {

  private final ApiCatalog catalog;
  private final GoForm form = new GoForm();

  public ReadForm(ApiCatalog catalog) {
    this.catalog = catalog;
  }

  /** {@code object}, which has its defaults, as it is read back. */
  public Resource of(Resource object) {
    Optional<Type.Struct> type = catalog.find(object.gvk()).map(ResourceType::struct);
    return type.filter(struct -> !(struct instanceof CustomStruct))
        .map(struct -> new Resource(JobLabels.readBack((Mapping) form.of(struct, object.root()))))
        .orElse(object);
  }
}
