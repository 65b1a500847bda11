package dev.seaworthy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;

/** Classes do the same with their lambdas as classes. Compiles, converts and runs as the build does. */
class LambdasToClassesTest {

  private static final Path CONVERTER = Path.of("src/build/java/LambdasToClasses.java");

  /** A line of output for each way in which a lambda or a reference to a method may be written. */
  private static final String PROGRAM = """
      import java.io.Serializable;
      import java.util.ArrayList;
      import java.util.List;
      import java.util.Map;
      import java.util.TreeMap;
      import java.util.function.*;

      public final class Program {
        interface Named {
          String name(int number);

          default Supplier<String> later(int number) {
            return () -> secret() + name(number);
          }

          private String secret() {
            return "secret ";
          }
        }

        static class Inside {
          private final String word;

          private Inside(String word) {
            this.word = word;
          }

          private String twice() {
            return word + word;
          }

          Supplier<String> own() {
            return this::twice;
          }
        }

        private long total;

        private void add(long more, int factor, double part) {
          LongUnaryOperator sum = each -> total + each * more * factor + (long) part;
          total = sum.applyAsLong(2);
        }

        private static String joined(String... words) {
          return String.join("+", words);
        }

        private static <T> T same(T value) {
          return value;
        }

        static Function<Integer, Integer> factorial() {
          return n -> n == 0 ? 1 : n * factorial().apply(n - 1);
        }

        public static void main(String[] args) {
          Function<String, Integer> length = String::length;
          ToLongFunction<String> wide = String::length;
          ToDoubleFunction<Character> point = letter -> letter;
          ToIntFunction<Character> code = Character::charValue;
          Function<Integer, Long> boxed = Integer::longValue;
          Supplier<List<String>> made = ArrayList::new;
          Function<String, Inside> inside = Inside::new;
          IntFunction<int[]> array = int[]::new;
          UnaryOperator<String> first = text -> "1" + text;
          UnaryOperator<String> second = text -> "2" + text;
          UnaryOperator<String> third = args.length == 0 ? second : first;
          BinaryOperator<String> many = Program::joined;
          Supplier<String> typed = () -> Program.<String>same("typed");
          Function<String, String> reference = Program::same;
          Named named = number -> "number " + number;
          BiConsumer<List<String>, String> adding = List::add;
          Runnable serialized = (Runnable & Serializable) () -> System.out.println("serialized");
          Program program = new Program();
          program.add(3L, 4, 0.5);
          List<String> list = made.get();
          adding.accept(list, "item");
          Map<String, Integer> counts = new TreeMap<>();
          list.forEach(each -> counts.merge(each, 1, Integer::sum));
          System.out.println(length.apply("four") + wide.applyAsLong("four"));
          System.out.println(point.applyAsDouble('a') + code.applyAsInt('b'));
          System.out.println(boxed.apply(7) + " " + list + " " + counts + array.apply(3).length);
          System.out.println(inside.apply("in").own().get() + program.total);
          System.out.println(first.apply("a") + second.apply("b") + third.apply("c"));
          System.out.println(many.apply("a", "b") + typed.get() + reference.apply("d"));
          System.out.println(named.name(5) + named.later(6).get() + factorial().apply(5));
          serialized.run();
        }
      }
      """;

  @TempDir
  private Path folder;

  private String before = "";

  @BeforeEach
  void compile() throws Exception {
    Path source = Files.writeString(folder.resolve("Program.java"), PROGRAM);
    int status = ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "--release", "17", "-d", folder.toString(), source.toString());
    assertThat(status).isZero();
    before = output("-cp", folder.toString(), "Program");
  }

  @Test
  void theyDoTheSame() throws Exception {
    convert();

    assertThat(before).hasLineCount(8);
    assertThat(output("-Xverify:all", "-cp", folder.toString(), "Program")).isEqualTo(before);
  }

  @Test
  void nothingIsLeftToLinkButWhatCanBeSerialized() throws Exception {
    convert();

    assertThat(classes().keySet()).contains("Program$Lambda$0.class");
    // What makes those that can be serialized is called altMetafactory.
    assertThat(classes())
        .allSatisfy((name, bytes) -> assertThat(text(bytes)).doesNotContain("metafactory"));
  }

  @Test
  void whatIsDoneAlreadyIsLeftAlone() throws Exception {
    convert();
    Map<String, byte[]> once = classes();

    convert();

    assertThat(classes()).usingRecursiveComparison().isEqualTo(once);
  }

  private void convert() throws Exception {
    output("-cp", library().toString(), CONVERTER.toString(), folder.toString());
  }

  private static Path library() throws URISyntaxException {
    return Path.of(
        ClassReader.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private Map<String, byte[]> classes() throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        classes.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return classes;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String output(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(arguments));
    command.add(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }
}
