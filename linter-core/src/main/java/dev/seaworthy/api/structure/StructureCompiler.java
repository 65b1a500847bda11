package dev.seaworthy.api.structure;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Compiles structure files into what {@link CompactStructure} reads: {@code kinds.bin} with every
 * kind, and a file a package that begins with the place of each of its types.
 */
public final class StructureCompiler {

  private final Structures structures;

  private StructureCompiler(Structures structures) {
    this.structures = structures;
  }

  /** Compiles the structure files in {@code source} into {@code classes}. */
  public static void compile(Path source, Path classes) throws IOException {
    Path target = classes.resolve("dev/seaworthy/api/structure");
    SortedMap<Integer, Structure> byRelease = new StructureFolder(source).read();
    new StructureCompiler(new Structures(byRelease)).write(target);
  }

  private void write(Path target) throws IOException {
    SortedSet<String> kinds = new TreeSet<>();
    for (Map.Entry<String, SortedSet<String>> entry :
        structures.typesByPackage().entrySet()) {
      kinds.addAll(structures.kindsOf(entry.getKey()));
      Path file = target.resolve(entry.getKey() + ".bin");
      Files.createDirectories(target.resolve(entry.getKey()).getParent());
      Files.write(file, types(entry.getValue()));
    }
    Files.createDirectories(target);
    Files.write(target.resolve("kinds.bin"), kinds(kinds));
  }

  private byte[] kinds(SortedSet<String> names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(names.size());
    for (String name : names) {
      List<Run<KindEntry>> runs = structures.kind(name);
      out.writeByte(runs.size());
      for (Run<KindEntry> run : runs) {
        KindEntry kind = run.value();
        writeLimits(out, run);
        out.writeByte(flags(kind.namespaced(), kind.byDefault(), kind.list()));
        out.writeUTF(kind.gvk().group());
        out.writeUTF(kind.gvk().version());
        out.writeUTF(kind.gvk().kind());
        out.writeUTF(kind.plural());
        out.writeUTF(kind.type());
      }
    }
    return bytes.toByteArray();
  }

  private byte[] types(SortedSet<String> names) throws IOException {
    ByteArrayOutputStream bodies = new ByteArrayOutputStream();
    DataOutputStream body = new DataOutputStream(bodies);
    ByteArrayOutputStream places = new ByteArrayOutputStream();
    DataOutputStream place = new DataOutputStream(places);
    place.writeShort(names.size());
    for (String name : names) {
      place.writeUTF(name);
      place.writeInt(body.size());
      writeType(name, body);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(Integer.BYTES + places.size());
    places.writeTo(out);
    bodies.writeTo(out);
    return bytes.toByteArray();
  }

  private void writeType(String name, DataOutputStream out) throws IOException {
    List<Run<Structures.Shape>> runs = structures.type(name);
    out.writeByte(runs.size());
    for (Run<Structures.Shape> run : runs) {
      SortedMap<String, List<Run<FieldEntry>>> fields = structures.fields(name, run);
      writeLimits(out, run);
      out.writeByte(flags(run.value().atomic(), run.value().open(), false));
      out.writeShort(fields.size());
      for (Map.Entry<String, List<Run<FieldEntry>>> field : fields.entrySet()) {
        out.writeUTF(field.getKey());
        out.writeByte(field.getValue().size());
        for (Run<FieldEntry> fieldRun : field.getValue()) {
          writeLimits(out, fieldRun);
          writeField(fieldRun.value(), out);
        }
      }
    }
  }

  private static void writeField(FieldEntry field, DataOutputStream out) throws IOException {
    out.writeByte(flags(field.required(), false, false));
    out.writeUTF(field.type());
    out.writeShort(field.enumeration().size());
    for (String value : field.enumeration()) {
      out.writeUTF(value);
    }
    out.writeUTF(field.zero());
    out.writeUTF(field.patch());
  }

  private static void writeLimits(DataOutputStream out, Run<?> run) throws IOException {
    out.writeByte(run.since());
    out.writeByte(run.until());
  }

  private static int flags(boolean first, boolean second, boolean third) {
    return (first ? 1 : 0) | (second ? 2 : 0) | (third ? 4 : 0);
  }
}
