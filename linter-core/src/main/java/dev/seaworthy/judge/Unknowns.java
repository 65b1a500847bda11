package dev.seaworthy.judge;

import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.OpenValue;
import dev.seaworthy.manifest.Placeholder;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.field.DecodeError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of an object only its way to the cluster fills in: placeholders such as {@code ${CLUSTER}},
 * which Flux and envsubst replace, and values that SOPS has encrypted. Such a value is neither right
 * nor wrong; what stands around it is judged.
 */
record Unknowns(Node written) {

  private static final String SOPS = "sops";

  private static final Set<String> WHOLES = Set.of("selector", "limits");

  /** Empty where everything is known, as in nearly all objects. */
  static Optional<Unknowns> in(Document document) {
    Node root = document.root();
    return isEncrypted(root) || holdsAny(root) ? Optional.of(new Unknowns(root)) : Optional.empty();
  }

  private static boolean isEncrypted(Node root) {
    Node sops = root.get(SOPS);
    return sops.get("mac").isString() || sops.get("lastmodified").isString();
  }

  /** Asked of every value of every object. */
  private static boolean holdsAny(Node node) {
    if (node instanceof Scalar scalar) {
      return scalar.kind() == Scalar.Kind.STRING && OpenValue.is(scalar.value());
    }
    return node instanceof Mapping mapping ? isInEntries(mapping) : isInItems(node.items());
  }

  private static boolean isInEntries(Mapping mapping) {
    for (int i = 0; i < mapping.size(); i++) {
      Mapping.Entry entry = mapping.entry(i);
      boolean isOne = OpenValue.isText(entry.key())
          ? anyIsAll(entry.value())
          : Placeholder.isIn(entry.key()) || holdsAny(entry.value());
      if (isOne) {
        return true;
      }
    }
    return false;
  }

  /** Whether a value of ordinary text is nothing but one, as a key of a Secret may be. */
  private static boolean anyIsAll(Node texts) {
    if (texts instanceof Mapping mapping) {
      for (Mapping.Entry entry : mapping.entries()) {
        if (OpenValue.isAll(entry.value().text())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isInItems(List<Node> items) {
    for (Node item : items) {
      if (holdsAny(item)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUnknown(Node node) {
    return OpenValue.is(node.text());
  }

  /** The values with placeholders, and those whose keys hold one. */
  Stream<Node> placeholders() {
    return placeholders(written);
  }

  private static Stream<Node> placeholders(Node node) {
    if (node instanceof Mapping mapping) {
      return mapping.entries().stream()
          .filter(entry -> !OpenValue.isText(entry.key()))
          .flatMap(entry -> Placeholder.isIn(entry.key())
              ? Stream.of(entry.value())
              : placeholders(entry.value()));
    }
    return Placeholder.isIn(node.stringOr(""))
        ? Stream.of(node)
        : node.items().stream().flatMap(Unknowns::placeholders);
  }

  /** Whether nobody can tell of what kind the object is. */
  boolean concernKind() {
    return isUnknown(written.get("kind")) || isUnknown(written.get("apiVersion"));
  }

  /** Whether nobody can tell who selects or names the object. */
  boolean concernIdentity() {
    return concernKind()
        || isUnknown(written.at("metadata", "name"))
        || isUnknown(written.at("metadata", "namespace"))
        || holdsAny(written.at("metadata", "labels"))
        || holdsAny(written.at("spec", "template", "metadata", "labels"));
  }

  boolean areEncrypted() {
    return isEncrypted(written);
  }

  /** What {@code server} says of the object, as far as it does not speak of what is unknown. */
  Verdict judge(Document document, Function<Document, Verdict> server) {
    Node sent = withoutBookkeeping();
    Verdict verdict = server.apply(document.withRoot(sent));
    // A number does for most fields that are no text; what it does not do for is left out.
    for (Optional<Node> standIn :
        List.of(Optional.<Node>of(Scalar.of(1)), Optional.<Node>empty())) {
      Set<FieldPath> unreadable = unreadable(verdict);
      if (unreadable.isEmpty()) {
        break;
      }
      for (FieldPath place : unreadable) {
        sent = replaced(sent, place.steps(), isLimit(place) ? Optional.empty() : standIn);
      }
      verdict = server.apply(document.withRoot(sent));
    }
    return withoutUnknowns(verdict);
  }

  /** Others are compared with it, and no number does for all of these. */
  private static boolean isLimit(FieldPath place) {
    return place.parent().filter(above -> above.lastStep().equals("limits")).isPresent();
  }

  private Set<FieldPath> unreadable(Verdict verdict) {
    return Stream.concat(
            verdict.decode().stream().map(DecodeError::path),
            verdict.later().stream().map(Verdict.Later::place))
        .filter(place -> !place.isRoot() && isAbout(place))
        .collect(Collectors.toSet());
  }

  private Node withoutBookkeeping() {
    return areEncrypted() && written instanceof Mapping mapping ? mapping.without(SOPS) : written;
  }

  private static Node replaced(Node node, List<FieldPath> steps, Optional<Node> standIn) {
    FieldPath step = steps.get(0);
    List<FieldPath> rest = steps.subList(1, steps.size());
    if (node instanceof Mapping mapping && mapping.has(step.lastStep())) {
      String key = step.lastStep();
      return rest.isEmpty()
          ? standIn.map(value -> mapping.with(key, value)).orElseGet(() -> mapping.without(key))
          : mapping.with(key, replaced(mapping.get(key), rest, standIn));
    }
    if (node instanceof Sequence list && step.isIndex() && !rest.isEmpty()) {
      List<Node> items = new ArrayList<>(list.items());
      int index = Integer.parseInt(step.lastStep());
      if (index < items.size()) {
        items.set(index, replaced(items.get(index), rest, standIn));
      }
      return new Sequence(items, list.span());
    }
    return node;
  }

  private Verdict withoutUnknowns(Verdict verdict) {
    return KnownVerdict.without(said -> isAbout(said.place(), said.message()), verdict);
  }

  /** Whether {@code place} is, or lies in, a value that nobody knows. */
  private boolean isAbout(FieldPath place) {
    return Stream.iterate(
            Optional.of(place), Optional::isPresent, path -> path.get().parent())
        .flatMap(Optional::stream)
        .anyMatch(path -> isUnknown(path.resolve(written)) || Placeholder.isIn(path.lastStep()));
  }

  private boolean isAbout(FieldPath place, String message) {
    return isAbout(place) || speaksOfPart(place, message, place.resolve(written));
  }

  /** Of labels, selectors and limits the server names the whole, and quotes what is wrong at most. */
  private boolean speaksOfPart(FieldPath place, String message, Node whole) {
    return quotes(message, written) || (WHOLES.contains(place.lastStep()) && holdsAny(whole));
  }

  private static boolean quotes(String message, Node node) {
    if (!Placeholder.mayBeIn(message)) {
      return false;
    }
    return node instanceof Mapping mapping
        ? mapping.entries().stream()
            .anyMatch(entry -> isQuoted(message, entry.key()) || quotes(message, entry.value()))
        : isQuoted(message, node.stringOr(""))
            || node.items().stream().anyMatch(item -> quotes(message, item));
  }

  private static boolean isQuoted(String message, String text) {
    return Placeholder.isIn(text) && message.contains(text);
  }
}
