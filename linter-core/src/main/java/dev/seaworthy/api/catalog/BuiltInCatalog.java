package dev.seaworthy.api.catalog;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.structure.CompactStructure;
import dev.seaworthy.api.structure.StructureCatalog;

/** The kinds that a release has by itself, out of the structure that comes with the product. */
public final class BuiltInCatalog {

  private BuiltInCatalog() {}

  /**
   * The catalogue of a supported release. It remembers the types that were asked for, so keep it
   * for all objects.
   *
   * @throws IllegalArgumentException if the release is not supported; ask {@link
   *     Release#isSupported} first
   */
  public static ApiCatalog of(Release release) {
    if (!release.isSupported()) {
      throw new IllegalArgumentException("Release " + release + " is not supported");
    }
    return new StructureCatalog(release, CompactStructure.builtIn(release));
  }
}
