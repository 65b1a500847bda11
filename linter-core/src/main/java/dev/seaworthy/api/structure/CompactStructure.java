package dev.seaworthy.api.structure;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One release out of the compact form that {@link StructureCompiler} makes. Reads the list of kinds
 * at once, a package when one of its types is asked for, and of a package no more than that type.
 */
public final class CompactStructure implements StructureSource {

  private final int release;
  private final Function<String, @Nullable InputStream> files;
  private final List<KindEntry> kinds;
  private final Map<String, CompactPackage> packages = new ConcurrentHashMap<>();

  CompactStructure(int release, Function<String, @Nullable InputStream> files) {
    this.release = release;
    this.files = files;
    this.kinds = readKinds(CompactPackage.bytes(files, "kinds.bin"));
  }

  /** The structure of {@code release} that comes with the product. */
  public static CompactStructure builtIn(Release release) {
    return new CompactStructure(release.minor(), CompactStructure.class::getResourceAsStream);
  }

  @Override
  public Collection<KindEntry> kinds() {
    return kinds;
  }

  @Override
  public Optional<TypeEntry> type(String name) {
    TypeName typeName = TypeName.parse(name);
    return packages
        .computeIfAbsent(typeName.packageName(), key -> CompactPackage.read(files, key + ".bin"))
        .type(typeName, release);
  }

  private List<KindEntry> readKinds(byte[] bytes) {
    try (DataInputStream in = CompactPackage.at(bytes, 0)) {
      List<KindEntry> found = new ArrayList<>();
      for (int names = in.readUnsignedShort(); names > 0; names--) {
        for (int runs = in.readUnsignedByte(); runs > 0; runs--) {
          boolean holds = CompactPackage.holds(in, release);
          KindEntry kind = readKind(in);
          if (holds) {
            found.add(kind);
          }
        }
      }
      return found;
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  private static KindEntry readKind(DataInputStream in) throws IOException {
    int flags = in.readUnsignedByte();
    GroupVersionKind gvk = new GroupVersionKind(in.readUTF(), in.readUTF(), in.readUTF());
    return new KindEntry(
        gvk,
        in.readUTF(),
        (flags & 1) != 0,
        (flags & 2) != 0,
        (flags & 4) != 0,
        TypeName.parse(in.readUTF()));
  }
}
