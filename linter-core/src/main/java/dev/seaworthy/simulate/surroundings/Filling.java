package dev.seaworthy.simulate.surroundings;

import dev.seaworthy.api.Resource;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.OpenValue;
import dev.seaworthy.manifest.Placeholder;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Fills in what a manifest leaves to its way to the cluster: placeholders such as {@code ${TAG}}, and
 * what SOPS has encrypted. A text serves where the server takes it, elsewhere a number; what neither
 * serves for has the form that the field needs, or is left out, and so are what containers ask for and
 * which nodes pods want, for any value there would be invented.
 */
public final class Filling {

  private static final String SOPS = "sops";

  /** As often as values can be of another form. */
  private static final int ROUNDS = 6;

  private static final Set<String> LEFT_OUT =
      Set.of("resources", "nodeSelector", "nodeName", "nodeAffinity", "topologySpreadConstraints");

  /**
   * A manifest with everything filled in.
   *
   * @param standIns what was filled in, in the order of the fields
   */
  public record Filled(InputObject object, List<StandIn> standIns) {

    public Filled {
      standIns = List.copyOf(standIns);
    }
  }

  private final Mapping written;
  private final Map<FieldPath, Integer> choices = new LinkedHashMap<>();

  private Filling(Mapping written) {
    this.written = written;
  }

  /**
   * {@code object} as it can be played; as it is, if it leaves nothing open.
   *
   * @param server what an API server says of an object
   */
  public static Filled of(InputObject object, Function<Mapping, Verdict> server) {
    Filling filling = new Filling(object.resource().root());
    filling.collect(filling.written, FieldPath.ROOT);
    return filling.choices.isEmpty() ? new Filled(object, List.of()) : filling.fill(object, server);
  }

  private void collect(Node node, FieldPath path) {
    if (node instanceof Mapping mapping) {
      for (Mapping.Entry entry : mapping.entries()) {
        boolean isText = OpenValue.isText(entry.key()) && !isEncrypted(entry.value());
        if (Placeholder.isIn(entry.key())) {
          choices.put(path.child(entry.key()), 0);
        } else if (!isText) {
          collect(entry.value(), path.child(entry.key()));
        }
      }
    } else if (node instanceof Sequence list) {
      for (int i = 0; i < list.size(); i++) {
        collect(list.get(i), path.index(i));
      }
    } else if (OpenValue.is(node.stringOr(""))) {
      choices.put(path, 0);
    }
  }

  private static boolean isEncrypted(Node values) {
    return values.entries().stream()
        .anyMatch(entry -> OpenValue.isEncrypted(entry.value().text()));
  }

  private Filled fill(InputObject object, Function<Mapping, Verdict> server) {
    Mapping filled = filled();
    for (int round = 0; round < ROUNDS; round++) {
      Verdict verdict = server.apply(filled);
      if (verdict.accepted() || !advance(verdict)) {
        break;
      }
      filled = filled();
    }
    InputObject played = new InputObject(object.file(), new Resource(filled));
    return new Filled(played, standIns(object));
  }

  /** Tries something else for what the server objects to; says whether there was something. */
  private boolean advance(Verdict verdict) {
    List<FieldPath> objections = Stream.of(
            verdict.decode().stream().map(error -> error.path()),
            verdict.causes().stream().map(error -> error.place()))
        .flatMap(places -> places)
        .toList();
    return advance(path -> objections.stream().anyMatch(place -> isWithin(place, path)))
        || advance(path -> objections.stream().anyMatch(place -> isBeside(place, path)));
  }

  private boolean advance(Predicate<FieldPath> isMeant) {
    boolean advanced = false;
    for (Map.Entry<FieldPath, Integer> choice : choices.entrySet()) {
      if (isMeant.test(choice.getKey())
          && choice.getValue() + 1 < candidates(choice.getKey()).size()) {
        choice.setValue(choice.getValue() + 1);
        advanced = true;
      }
    }
    return advanced;
  }

  /** Whether one lies in the other; a map is often named as a whole. */
  private static boolean isWithin(FieldPath one, FieldPath other) {
    List<String> steps = names(one);
    List<String> others = names(other);
    int common = Math.min(steps.size(), others.size());
    return common > 0 && steps.subList(0, common).equals(others.subList(0, common));
  }

  /** The server names a field that it has made of another one, as clusterIPs of clusterIP. */
  private static boolean isBeside(FieldPath objection, FieldPath choice) {
    List<String> holder = names(choice).subList(0, names(choice).size() - 1);
    List<String> steps = names(objection);
    return steps.size() > holder.size() && steps.subList(0, holder.size()).equals(holder);
  }

  private static List<String> names(FieldPath path) {
    return path.steps().stream().map(FieldPath::lastStep).toList();
  }

  private Node value(FieldPath path) {
    return path.resolve(written);
  }

  /** What may stand in, the likeliest first; nothing at all comes last. */
  private List<Optional<Scalar>> candidates(FieldPath path) {
    Node value = value(path);
    String text = value.stringOr("");
    String filled = OpenValue.filled(text);
    boolean isInvented = names(path).stream().anyMatch(LEFT_OUT::contains) && !hasDefault(text);
    List<Optional<Scalar>> all = new ArrayList<>();
    if (!isInvented) {
      all.add(Optional.of(Scalar.of(filled, value.span())));
      if (filled.matches("\\d{1,9}")) {
        all.add(Optional.of(new Scalar(Scalar.Kind.INTEGER, filled, value.span())));
      }
      if (filled.matches("true|false")) {
        all.add(Optional.of(new Scalar(Scalar.Kind.BOOLEAN, filled, value.span())));
      }
      all.add(Optional.of(Scalar.of("", value.span())));
      all.add(Optional.of(new Scalar(Scalar.Kind.INTEGER, "1", value.span())));
    }
    NeededForms.at(names(path))
        .ifPresent(form -> all.add(Optional.of(Scalar.of(form, value.span()))));
    all.add(Optional.empty());
    return all;
  }

  private static boolean hasDefault(String text) {
    return text.contains(":-") || text.contains(":=");
  }

  private Optional<Scalar> chosen(FieldPath path) {
    int choice = Objects.requireNonNull(choices.get(path));
    return candidates(path).get(choice);
  }

  private Mapping filled() {
    Mapping without = written.without(SOPS);
    return (Mapping) filled(without, FieldPath.ROOT);
  }

  private Node filled(Node node, FieldPath path) {
    if (node instanceof Mapping mapping) {
      List<Mapping.Entry> entries = new ArrayList<>();
      for (Mapping.Entry entry : mapping.entries()) {
        filled(entry, path).ifPresent(entries::add);
      }
      return new Mapping(entries, mapping.span());
    }
    if (node instanceof Sequence list) {
      List<Node> items = new ArrayList<>();
      for (int i = 0; i < list.size(); i++) {
        FieldPath item = path.index(i);
        if (!choices.containsKey(item) || chosen(item).isPresent()) {
          items.add(filled(list.get(i), item));
        }
      }
      return new Sequence(items, list.span());
    }
    return choices.containsKey(path) ? chosen(path).<Node>map(it -> it).orElse(node) : node;
  }

  private Optional<Mapping.Entry> filled(Mapping.Entry entry, FieldPath path) {
    FieldPath child = path.child(entry.key());
    if (Placeholder.isIn(entry.key())) {
      String key = Placeholder.filled(entry.key());
      Node value = filled(entry.value(), child);
      return Optional.of(new Mapping.Entry(key, entry.keySpan(), value));
    }
    return choices.containsKey(child) && chosen(child).isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Mapping.Entry(entry.key(), entry.keySpan(), filled(entry.value(), child)));
  }

  private List<StandIn> standIns(InputObject object) {
    List<StandIn> all = new ArrayList<>();
    choices.keySet().forEach(path -> {
      String key = path.lastStep();
      all.add(
          Placeholder.isIn(key)
              ? new StandIn(object, path, key, Optional.of(Placeholder.filled(key)))
              : new StandIn(object, path, shown(path), chosen(path).map(Scalar::value)));
    });
    return all;
  }

  private String shown(FieldPath path) {
    String text = value(path).stringOr("");
    return OpenValue.isEncrypted(text) ? "the encrypted value" : text;
  }
}
