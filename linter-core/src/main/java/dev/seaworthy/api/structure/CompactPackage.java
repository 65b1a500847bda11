package dev.seaworthy.api.structure;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The types of one package in compact form: all releases, read type by type. */
final class CompactPackage {

  private final byte[] bytes;
  private final Map<String, Integer> places;

  private CompactPackage(byte[] bytes, Map<String, Integer> places) {
    this.bytes = bytes;
    this.places = places;
  }

  /** The package of that file; one without types if there is no such file. */
  static CompactPackage read(CompactFiles files, String file) {
    byte[] bytes = CompactReader.bytes(files, file);
    Map<String, Integer> places = new HashMap<>();
    if (bytes.length > 0) {
      CompactReader in = new CompactReader(bytes, 0);
      int bodies = in.readInt();
      for (int count = in.readShort(); count > 0; count--) {
        places.put(in.readText(), bodies + in.readInt());
      }
    }
    return new CompactPackage(bytes, places);
  }

  /** The type as it is in {@code release}, or null. */
  @Nullable
  TypeEntry type(String name, int release) {
    Integer place = places.get(name);
    if (place == null) {
      return null;
    }
    CompactReader in = new CompactReader(bytes, place);
    for (int runs = in.readByte(); runs > 0; runs--) {
      boolean holds = in.readWhetherItHolds(release);
      TypeEntry entry = readType(in, name, release);
      if (holds) {
        return entry;
      }
    }
    return null;
  }

  private static TypeEntry readType(CompactReader in, String name, int release) {
    int flags = in.readByte();
    SortedMap<String, FieldEntry> fields = new TreeMap<>();
    for (int count = in.readShort(); count > 0; count--) {
      String field = in.readText();
      for (int runs = in.readByte(); runs > 0; runs--) {
        if (in.readWhetherItHolds(release)) {
          fields.put(field, readField(in));
        } else {
          skipField(in);
        }
      }
    }
    return new TypeEntry(TypeName.parse(name), (flags & 1) != 0, (flags & 2) != 0, fields);
  }

  private static FieldEntry readField(CompactReader in) {
    boolean required = (in.readByte() & 1) != 0;
    return new FieldEntry(in.readText(), required, in.readTexts(), in.readText(), in.readText());
  }

  private static void skipField(CompactReader in) {
    in.readByte();
    in.skipText();
    in.skipTexts();
    in.skipText();
    in.skipText();
  }
}
