package dev.seaworthy.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Options and arguments, described in code. Picocli can read them from annotations too, but that
 * takes a third of the time of a whole run over a small file.
 */
final class Options {

  private Options() {}

  /** A command that {@code command} runs; the description says what it is for. */
  static CommandSpec command(String name, Runnable command, String... description) {
    return describe(CommandSpec.wrapWithoutInspection(command), name, description);
  }

  /** A command with an exit status. */
  static CommandSpec command(String name, Callable<Integer> command, String... description) {
    return describe(CommandSpec.wrapWithoutInspection(command), name, description);
  }

  private static CommandSpec describe(CommandSpec spec, String name, String... description) {
    spec.name(name).usageMessage().description(String.join(" ", description).strip());
    return spec.addOption(help());
  }

  /** What follows the options in the help of a command. */
  static void examples(CommandSpec spec, String... lines) {
    String[] footer = new String[lines.length + 2];
    footer[0] = "";
    footer[1] = "Examples:";
    for (int i = 0; i < lines.length; i++) {
      footer[i + 2] = lines[i].isEmpty() ? "" : "  " + lines[i];
    }
    spec.usageMessage().footer(footer);
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("Show this help.")
        .build();
  }

  /** An option that is there or not. */
  static OptionSpec flag(String name, String description, Consumer<Boolean> target) {
    return flag(description, target, name);
  }

  /** The same, with a short name too. */
  static OptionSpec flag(String description, Consumer<Boolean> target, String... names) {
    return OptionSpec.builder(names)
        .type(boolean.class)
        .description(description)
        .setter(setter(target))
        .hasInitialValue(false)
        .build();
  }

  /** An option with a value, which {@code target} is told if it is given. */
  static <T> OptionSpec.Builder value(
      String label, Class<T> type, Consumer<T> target, String... names) {
    OptionSpec.Builder option = OptionSpec.builder(names)
        .paramLabel(label)
        .type(type)
        .setter(setter(target))
        .hasInitialValue(false);
    return type.isEnum() ? option.converters(words(type)) : option;
  }

  /** Picocli's own would tell the names of Java's constants. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // The caller has seen that it is an enum.
  private static ITypeConverter<?> words(Class<?> type) {
    return new WordConverter(type);
  }

  /** An option that may be given several times; {@code target} is told all values so far. */
  static OptionSpec.Builder values(String label, Consumer<List<String>> target, String... names) {
    Gathered gathered = new Gathered(target);
    return OptionSpec.builder(names)
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .getter(gathered)
        .setter(gathered)
        .hasInitialValue(false);
  }

  /** Arguments without a name; {@code target} is told all of them so far. */
  static PositionalParamSpec.Builder arguments(String label, Consumer<List<String>> target) {
    Gathered gathered = new Gathered(target);
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .getter(gathered)
        .setter(gathered)
        .hasInitialValue(false);
  }

  /** One argument without a name. */
  static <T> PositionalParamSpec.Builder argument(String label, Class<T> type, Consumer<T> target) {
    PositionalParamSpec.Builder argument = PositionalParamSpec.builder()
        .paramLabel(label)
        .type(type)
        .setter(setter(target))
        .hasInitialValue(false);
    return type.isEnum() ? argument.converters(words(type)) : argument;
  }

  private static <V> ISetter setter(Consumer<V> target) {
    return new ISetter() {
      @Override
      @SuppressWarnings("unchecked")
      public <T> T set(T value) {
        target.accept((V) value);
        return value;
      }
    };
  }

  /** The values of one option; picocli asks for the list that it has set, to add to it. */
  @SuppressWarnings("unchecked")
  private static final class Gathered implements IGetter, ISetter {

    private final Consumer<List<String>> target;
    private @Nullable Object values;

    Gathered(Consumer<List<String>> target) {
      this.target = target;
    }

    @Override
    public <T> @Nullable T get() {
      return (T) values;
    }

    @Override
    public <T> T set(T value) {
      values = value;
      target.accept((List<String>) value);
      return value;
    }
  }
}
