package dev.seaworthy.build;

import dev.seaworthy.api.structure.StructureCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Compiles everything that is kept as text for people into the compact form that the product loads. */
public final class ProductCompiler {

  private ProductCompiler() {}

  /**
   * Arguments: the folder of the schemas, the folder of the rules, the folder of classes to write
   * into.
   */
  public static void main(String[] args) throws IOException {
    Path schemas = Path.of(args[0]);
    Path rules = Path.of(args[1]);
    Path output = Path.of(args[2]);
    StructureCompiler.compile(schemas.resolve("structure"), output);
    copy(schemas.resolve("deprecated-apis.csv"), output.resolve("dev/seaworthy/api"));
    copy(schemas.resolve("custom-kinds.csv"), output.resolve("dev/seaworthy/api/catalog"));
    copy(schemas.resolve("kinds.csv"), output.resolve("dev/seaworthy/api"));
    System.out.printf("Compiling %s and %s into %s%n", schemas, rules, output);
    TypeTableCompiler.compile(schemas, output);
    RuleCompiler.compile(rules, output);
  }

  private static void copy(Path file, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
  }
}
