package dev.seaworthy.api.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.GroupVersionKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactStructureTest {

  private static final String NAME = "core/v1.Thing";

  private static final FieldEntry OLD = new FieldEntry("string", false, List.of(), "", "");
  private static final FieldEntry NEW =
      new FieldEntry("list(core/v1.Thing by name)", true, List.of("a", "ß"), "[]", "merge by name");

  @TempDir
  private Path folder;

  @Test
  void givesBackWhatTheTextSays() throws IOException {
    SortedMap<Integer, Structure> written = new TreeMap<>();
    written.put(30, structure(false, "field", OLD));
    written.put(31, structure(false, "field", OLD, "added", NEW));
    written.put(32, structure(false, "field", NEW));
    written.put(33, structure(true, "field", NEW));
    written.put(34, new Structure(new TreeMap<>(), new TreeMap<>()));

    new StructureFolder(folder.resolve("text")).write(written);
    SortedMap<Integer, Structure> read = new StructureFolder(folder.resolve("text")).read();
    StructureCompiler.compile(folder.resolve("text"), folder);

    assertThat(read).isEqualTo(written);
    written.forEach((release, structure) -> {
      CompactStructure compact = new CompactStructure(release, this::open);
      assertThat(compact.kinds()).containsExactlyElementsOf(structure.kinds());
      assertThat(compact.type(NAME)).isEqualTo(structure.type(NAME));
      assertThat(compact.type("other/v1.Thing")).isEmpty();
    });
  }

  private static Structure structure(boolean changed, Object... fields) {
    SortedMap<String, FieldEntry> byName = new TreeMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      byName.put((String) fields[i], (FieldEntry) fields[i + 1]);
    }
    TypeEntry type = new TypeEntry(TypeName.parse(NAME), changed, false, byName);
    KindEntry kind = new KindEntry(
        new GroupVersionKind("", "v1", "Thing"), "things", true, changed, false, NAME);
    return new Structure(
        new TreeMap<>(java.util.Map.of(kind.gvk().toString(), kind)),
        new TreeMap<>(java.util.Map.of(NAME, type)));
  }

  private @org.jspecify.annotations.Nullable InputStream open(String file) {
    Path path = folder.resolve("dev/seaworthy/api/structure").resolve(file);
    try {
      return Files.exists(path) ? Files.newInputStream(path) : null;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
