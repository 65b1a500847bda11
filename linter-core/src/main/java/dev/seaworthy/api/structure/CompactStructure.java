package dev.seaworthy.api.structure;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One release out of the compact form that {@link StructureCompiler} makes. Reads the list of kinds
 * at once, a package when one of its types is asked for, and of a package no more than that type.
 */
public final class CompactStructure implements StructureSource {

  private final int release;
  private final CompactFiles files;
  private final List<KindEntry> kinds;
  private final Map<String, CompactPackage> packages = new ConcurrentHashMap<>();

  CompactStructure(int release, CompactFiles files) {
    this.release = release;
    this.files = files;
    this.kinds = readKinds();
  }

  /** The structure of {@code release} that comes with the product. */
  public static CompactStructure builtIn(Release release) {
    return new CompactStructure(release.minor(), new CompactFiles.OfProduct());
  }

  @Override
  public Collection<KindEntry> kinds() {
    return kinds;
  }

  @Override
  public Optional<TypeEntry> type(String name) {
    String packageName = TypeName.packageOf(name);
    CompactPackage types = packages.get(packageName);
    if (types == null) {
      // Two threads may both read it; what they read is the same.
      types = CompactPackage.read(files, packageName + ".bin");
      packages.put(packageName, types);
    }
    return Optional.ofNullable(types.type(name, release));
  }

  private List<KindEntry> readKinds() {
    CompactReader in = new CompactReader(CompactReader.bytes(files, "kinds.bin"), 0);
    List<KindEntry> found = new ArrayList<>();
    for (int names = in.readShort(); names > 0; names--) {
      for (int runs = in.readByte(); runs > 0; runs--) {
        if (in.readWhetherItHolds(release)) {
          found.add(readKind(in));
        } else {
          skipKind(in);
        }
      }
    }
    return found;
  }

  private static KindEntry readKind(CompactReader in) {
    int flags = in.readByte();
    GroupVersionKind gvk = new GroupVersionKind(in.readText(), in.readText(), in.readText());
    return new KindEntry(
        gvk, in.readText(), (flags & 1) != 0, (flags & 2) != 0, (flags & 4) != 0, in.readText());
  }

  private static void skipKind(CompactReader in) {
    in.readByte();
    for (int texts = 0; texts < 5; texts++) {
      in.skipText();
    }
  }
}
