package dev.seaworthy.api.structure;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The types of one package in compact form: all releases, read type by type. */
final class CompactPackage {

  private static final CompactPackage NONE = new CompactPackage(new byte[0], Map.of());

  private final byte[] bytes;
  private final Map<String, Integer> places;

  private CompactPackage(byte[] bytes, Map<String, Integer> places) {
    this.bytes = bytes;
    this.places = places;
  }

  /** The package of that file; one without types if there is no such file. */
  static CompactPackage read(Function<String, @Nullable InputStream> files, String file) {
    byte[] bytes = bytes(files, file);
    if (bytes.length == 0) {
      return NONE;
    }
    try (DataInputStream in = at(bytes, 0)) {
      int count = in.readUnsignedShort();
      Map<String, Integer> places = new HashMap<>(count * 2);
      for (int i = 0; i < count; i++) {
        places.put(in.readUTF(), in.readInt());
      }
      int bodies = bytes.length - in.available();
      places.replaceAll((name, place) -> place + bodies);
      return new CompactPackage(bytes, places);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  static byte[] bytes(Function<String, @Nullable InputStream> files, String file) {
    try (InputStream in = files.apply(file)) {
      return in == null ? new byte[0] : in.readAllBytes();
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  static DataInputStream at(byte[] bytes, int place) {
    return new DataInputStream(new ByteArrayInputStream(bytes, place, bytes.length - place));
  }

  /** Reads since when and until when the next entry holds, and whether {@code release} is there. */
  static boolean holds(DataInputStream in, int release) throws IOException {
    int since = in.readUnsignedByte();
    int until = in.readUnsignedByte();
    return since <= release && release <= until;
  }

  Optional<TypeEntry> type(TypeName name, int release) {
    Integer place = places.get(name.toString());
    if (place == null) {
      return Optional.empty();
    }
    try (DataInputStream in = at(bytes, place)) {
      for (int runs = in.readUnsignedByte(); runs > 0; runs--) {
        boolean holds = holds(in, release);
        TypeEntry entry = readType(in, name, release);
        if (holds) {
          return Optional.of(entry);
        }
      }
      return Optional.empty();
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  private static TypeEntry readType(DataInputStream in, TypeName name, int release)
      throws IOException {
    int flags = in.readUnsignedByte();
    SortedMap<String, FieldEntry> fields = new TreeMap<>();
    for (int count = in.readUnsignedShort(); count > 0; count--) {
      String field = in.readUTF();
      for (int runs = in.readUnsignedByte(); runs > 0; runs--) {
        boolean holds = holds(in, release);
        FieldEntry entry = readField(in);
        if (holds) {
          fields.put(field, entry);
        }
      }
    }
    return new TypeEntry(name, (flags & 1) != 0, (flags & 2) != 0, fields);
  }

  private static FieldEntry readField(DataInputStream in) throws IOException {
    boolean required = (in.readUnsignedByte() & 1) != 0;
    String type = in.readUTF();
    int count = in.readUnsignedShort();
    List<String> enumeration = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      enumeration.add(in.readUTF());
    }
    return new FieldEntry(type, required, enumeration, in.readUTF(), in.readUTF());
  }
}
