package dev.seaworthy.api.catalog;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.structure.CompactStructure;
import dev.seaworthy.api.structure.StructureCatalog;

/** The kinds that a release has by itself, out of the structure that comes with the product. */
public final class BuiltInCatalog {

  private BuiltInCatalog() {}

  /** Read when it is first asked for. Whatever release is asked about, kinds are looked up in it too. */
  private static final class Newest {
    private static final ApiCatalog CATALOG = read(Release.NEWEST);
  }

  /** The catalogue of the newest release. */
  public static ApiCatalog newest() {
    return Newest.CATALOG;
  }

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
    return release.compareTo(Release.NEWEST) == 0 ? newest() : read(release);
  }

  private static ApiCatalog read(Release release) {
    return new StructureCatalog(release, CompactStructure.builtIn(release));
  }
}
