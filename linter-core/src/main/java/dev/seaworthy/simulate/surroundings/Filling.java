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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fills in what a manifest leaves to its way to the cluster: placeholders such as {@code ${TAG}}, and
 * what SOPS has encrypted. A text serves where the server takes it, elsewhere a number; what neither
 * serves for has the form that the field needs, or is left out, and so are what containers ask for and
 * which nodes pods want, for any value there would be invented.
 */
public final class Filling {

  private static final String SOPS = "sops";

  /**
   * As often as values can be of another form, and the stages of a server hide each other's
   * objections.
   */
  private static final int ROUNDS = 12;

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
        boolean isText =
            OpenValue.isText(entry.key()) && !isEncrypted(entry.value()) && !isEncoded(path, entry);
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

  /** The data of a Secret are no free text: a placeholder there is not in base64. */
  private boolean isEncoded(FieldPath path, Mapping.Entry entry) {
    return path.isRoot()
        && entry.key().equals("data")
        && written.get("kind").text().equals("Secret");
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

  /**
   * Whether one lies in the other; a map is often named as a whole, and some fields by names that begin
   * with a capital.
   */
  private static boolean isWithin(FieldPath one, FieldPath other) {
    List<String> steps = names(one);
    List<String> others = names(other);
    int common = Math.min(steps.size(), others.size());
    return common > 0
        && IntStream.range(0, common).allMatch(i -> steps.get(i).equalsIgnoreCase(others.get(i)));
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

  /**
   * Something that may stand in.
   *
   * @param place what it stands in for: the field, or more that is left out with it
   * @param value empty if that is left out
   */
  private record Candidate(FieldPath place, Optional<Scalar> value) {}

  /**
   * What may stand in, the likeliest first; nothing at all comes last, but first where any value would
   * be invented.
   */
  private List<Candidate> candidates(FieldPath path) {
    List<Candidate> values = new ArrayList<>();
    for (Scalar value : values(path)) {
      values.add(new Candidate(path, Optional.of(value)));
    }
    Candidate none = new Candidate(path, Optional.empty());
    if (!isInvented(path)) {
      values.add(none);
      return values;
    }
    List<Candidate> all = new ArrayList<>();
    NeededForms.at(names(path))
        .filter(form -> path.lastStep().equals("storage"))
        .ifPresent(form -> all.add(values.get(0)));
    all.add(none);
    all.add(new Candidate(invented(path), Optional.empty()));
    all.addAll(values);
    return all;
  }

  private List<Scalar> values(FieldPath path) {
    Node value = value(path);
    String filled = OpenValue.filled(value.stringOr(""));
    List<Scalar> all = new ArrayList<>();
    Optional<Scalar> form = NeededForms.at(names(path)).map(text -> Scalar.of(text, value.span()));
    if (isInvented(path)) {
      form.ifPresent(all::add);
    }
    all.add(Scalar.of(filled, value.span()));
    if (filled.matches("\\d{1,9}")) {
      all.add(new Scalar(Scalar.Kind.INTEGER, filled, value.span()));
    }
    if (filled.matches("true|false")) {
      all.add(new Scalar(Scalar.Kind.BOOLEAN, filled, value.span()));
    }
    if (!isInvented(path)) {
      form.ifPresent(all::add);
    }
    all.add(Scalar.of("", value.span()));
    all.add(new Scalar(Scalar.Kind.INTEGER, "1", value.span()));
    return all;
  }

  private boolean isInvented(FieldPath path) {
    return names(path).stream().anyMatch(LEFT_OUT::contains)
        && !hasDefault(value(path).stringOr(""));
  }

  /** What is left out as a whole where a part of it cannot be: of a list the item. */
  private static FieldPath invented(FieldPath path) {
    List<FieldPath> steps = path.steps();
    for (int i = 0; i < steps.size(); i++) {
      if (LEFT_OUT.contains(steps.get(i).lastStep())) {
        boolean isList = i + 1 < steps.size() && steps.get(i + 1).lastStep().matches("\\d+");
        return steps.get(isList ? i + 1 : i);
      }
    }
    return path;
  }

  private static boolean hasDefault(String text) {
    return text.contains(":-") || text.contains(":=");
  }

  private Candidate chosen(FieldPath path) {
    int choice = Objects.requireNonNull(choices.get(path));
    return candidates(path).get(choice);
  }

  private Mapping filled() {
    Set<FieldPath> leftOut = new HashSet<>();
    Map<FieldPath, Scalar> values = new HashMap<>();
    choices.keySet().forEach(path -> {
      if (!Placeholder.isIn(path.lastStep())) {
        Candidate candidate = chosen(path);
        candidate
            .value()
            .ifPresentOrElse(
                value -> values.put(path, value), () -> leftOut.add(candidate.place()));
      }
    });
    return (Mapping) filled(written.without(SOPS), FieldPath.ROOT, leftOut, values);
  }

  private static Node filled(
      Node node, FieldPath path, Set<FieldPath> leftOut, Map<FieldPath, Scalar> values) {
    if (node instanceof Mapping mapping) {
      List<Mapping.Entry> entries = new ArrayList<>();
      for (Mapping.Entry entry : mapping.entries()) {
        FieldPath child = path.child(entry.key());
        if (!leftOut.contains(child)) {
          entries.add(new Mapping.Entry(
              Placeholder.isIn(entry.key()) ? Placeholder.filled(entry.key()) : entry.key(),
              entry.keySpan(),
              filled(entry.value(), child, leftOut, values)));
        }
      }
      return new Mapping(entries, mapping.span());
    }
    if (node instanceof Sequence list) {
      List<Node> items = new ArrayList<>();
      for (int i = 0; i < list.size(); i++) {
        FieldPath item = path.index(i);
        if (!leftOut.contains(item)) {
          items.add(filled(list.get(i), item, leftOut, values));
        }
      }
      return new Sequence(items, list.span());
    }
    Scalar value = values.get(path);
    return value == null ? node : value;
  }

  private List<StandIn> standIns(InputObject object) {
    List<StandIn> all = new ArrayList<>();
    choices.keySet().forEach(path -> {
      String key = path.lastStep();
      all.add(
          Placeholder.isIn(key)
              ? new StandIn(object, path, key, Optional.of(Placeholder.filled(key)))
              : new StandIn(object, path, shown(path), chosen(path).value().map(Scalar::value)));
    });
    return all;
  }

  private String shown(FieldPath path) {
    String text = value(path).stringOr("");
    return OpenValue.isEncrypted(text) ? "the encrypted value" : text;
  }
}
