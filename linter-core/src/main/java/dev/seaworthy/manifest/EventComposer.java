package dev.seaworthy.manifest;

import dev.seaworthy.manifest.ScalarResolver.Resolved;
import dev.seaworthy.manifest.ScalarResolver.Resolved.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/**
 * Builds a document's tree out of parser events as Go's yaml.v2 decodes it: scalars resolved, later
 * keys over earlier ones, merge keys in their turn, aliases within their budget.
 */
final class EventComposer {

  private final YamlEvents events;
  private final ReadLimits limits;
  private final AliasBudget budget;
  private final Map<String, Anchored> anchors = new HashMap<>();
  private final Map<Mapping, List<MappingBuilder.Repeated>> repeated = new IdentityHashMap<>();
  private int depth;

  EventComposer(YamlEvents events, ReadLimits limits) {
    this.events = events;
    this.limits = limits;
    this.budget = new AliasBudget(limits.nodes());
  }

  /** What an anchor names; {@code node} is null while it is still being read. */
  private record Anchored(@Nullable Node node, long values) {}

  /** The first document; {@link Absent} if the text holds none. */
  Tree compose() throws UnreadableException {
    events.next();
    if (events.next().getEventId() == Event.ID.StreamEnd) {
      return Tree.of(Absent.INSTANCE);
    }
    Node root = node(events.next());
    events.skipDocumentEnd();
    return new Tree(root, repeated);
  }

  private Node node(Event event) throws UnreadableException {
    if (event instanceof AliasEvent alias) {
      return resolveAlias(alias);
    }
    long before = budget.decoded();
    Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
    checkAnchor((NodeEvent) event);
    anchor.ifPresent(name -> anchors.put(name.getValue(), new Anchored(null, 0)));
    Node node = event instanceof ScalarEvent scalar ? scalar(scalar) : collection(event);
    anchor.ifPresent(
        name -> anchors.put(name.getValue(), new Anchored(node, budget.decoded() - before)));
    return node;
  }

  private void checkAnchor(NodeEvent event) throws UnreadableException {
    if (event.getAnchor().isPresent()) {
      LibyamlDialect.checkName(event.getAnchor().get().getValue(), events.spanOf(event));
    }
  }

  private Node resolveAlias(AliasEvent alias) throws UnreadableException {
    String name = alias.getAlias().getValue();
    Anchored anchored = anchors.get(name);
    Span span = events.spanOf(alias);
    if (anchored == null) {
      UnreadableException unknown = UnreadableException.of(
          ProblemCode.YAML_ALIAS, "no anchor &" + name + " stands before the alias *" + name, span);
      throw name.indexOf(':') < 0 ? unknown : unknown.with(events.dialect().endingName(alias));
    }
    if (anchored.node() == null) {
      throw UnreadableException.of(
          ProblemCode.YAML_ALIAS, "the value of the anchor &" + name + " contains itself", span);
    }
    budget.countAlias(anchored.values(), span);
    return anchored.node();
  }

  private Scalar scalar(ScalarEvent event) throws UnreadableException {
    Span span = events.spanOf(event);
    budget.count(span);
    events.dialect().check(event, span);
    Resolved resolved = resolve(event, span);
    if (resolved.json() == null) {
      throw UnreadableException.of(
          ProblemCode.YAML_VALUE,
          "'" + event.getValue() + "' is a number that JSON can't write",
          span);
    }
    return new Scalar(resolved.kind(), resolved.json(), span);
  }

  private static Resolved resolve(ScalarEvent event, Span span) throws UnreadableException {
    String tag = event.getTag().orElse("");
    if (tag.equals("!")) {
      return Resolved.ofText(event.getValue());
    }
    if (!tag.isEmpty()) {
      return TaggedScalars.resolve(tag, event.getValue(), span);
    }
    return event.isPlain()
        ? ScalarResolver.resolve(event.getValue())
        : Resolved.ofText(event.getValue());
  }

  private Node collection(Event event) throws UnreadableException {
    Span start = events.spanOf(event);
    budget.count(start);
    if (++depth > limits.depth()) {
      throw UnreadableException.of(
          ProblemCode.READ_LIMIT,
          "values are nested more than " + limits.depth() + " levels deep",
          start);
    }
    boolean flow = ((CollectionStartEvent) event).isFlow();
    Node node = event instanceof SequenceStartEvent ? sequence(start, flow) : mapping(start, flow);
    depth--;
    return node;
  }

  private Sequence sequence(Span start, boolean flow) throws UnreadableException {
    List<Node> items = new ArrayList<>();
    Span last = start;
    Event event = events.next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      Node item = node(event);
      items.add(item);
      last = item.span();
      event = events.next();
    }
    return new Sequence(items, between(start, flow ? events.spanOf(event) : last));
  }

  private Mapping mapping(Span start, boolean flow) throws UnreadableException {
    MappingBuilder builder = new MappingBuilder();
    Span last = start;
    Event event = events.next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      last = entry(event, builder);
      event = events.next();
    }
    Mapping mapping = builder.build(between(start, flow ? events.spanOf(event) : last));
    if (!builder.repeated().isEmpty()) {
      repeated.put(mapping, builder.repeated());
    }
    return mapping;
  }

  private Span entry(Event keyEvent, MappingBuilder builder) throws UnreadableException {
    if (isMerge(keyEvent)) {
      Event value = events.next();
      return mergeValue(value, builder, events.spanOf(keyEvent));
    }
    Span keySpan = events.spanOf(keyEvent);
    Key key = key(keyEvent, keySpan);
    Node value = node(events.next());
    builder.put(key.text(), key.type(), keySpan, value);
    return value.span();
  }

  private record Key(String text, Type type) {}

  private Key key(Event event, Span span) throws UnreadableException {
    if (event instanceof ScalarEvent scalar) {
      budget.count(span);
      checkAnchor(scalar);
      events.dialect().check(scalar, span);
      Resolved resolved = events.dialect().isGluedKey(scalar, span)
          ? Resolved.ofText(scalar.getValue() + ":")
          : resolve(scalar, span);
      scalar
          .getAnchor()
          .ifPresent(name -> anchors.put(
              name.getValue(),
              new Anchored(new Scalar(resolved.kind(), String.valueOf(resolved.json()), span), 1)));
      if (resolved.key() == null) {
        throw badKey("'" + scalar.getValue() + "'", span);
      }
      return new Key(resolved.key(), resolved.type());
    }
    Node node = node(event);
    if (node instanceof Scalar scalar && !scalar.isAbsent()) {
      return new Key(scalar.value(), typeOf(scalar));
    }
    throw badKey(node.isMapping() ? "a mapping" : node.isSequence() ? "a list" : "null", span);
  }

  private static Type typeOf(Scalar scalar) {
    return switch (scalar.kind()) {
      case STRING -> Type.TEXT;
      case INTEGER -> Type.INTEGER;
      case FLOAT -> Type.FLOAT;
      case BOOLEAN -> Type.BOOLEAN;
      case NULL -> Type.NULL;
    };
  }

  private static UnreadableException badKey(String what, Span span) {
    return new UnreadableException(
        ProblemCode.YAML_VALUE,
        what + " can't be a key: JSON has only text for keys",
        "Put the key into quotes.",
        span.line(),
        span.column());
  }

  private static boolean isMerge(Event event) {
    if (!(event instanceof ScalarEvent scalar) || !scalar.getValue().equals("<<")) {
      return false;
    }
    String tag = scalar.getTag().orElse("");
    return tag.isEmpty() ? scalar.isPlain() : tag.endsWith(":merge");
  }

  private Span mergeValue(Event event, MappingBuilder builder, Span keySpan)
      throws UnreadableException {
    Node value = node(event);
    if (value instanceof Mapping mapping) {
      builder.merge(mapping, keySpan);
    } else if (value instanceof Sequence sequence && event instanceof SequenceStartEvent) {
      mergeAll(sequence, builder, keySpan);
    } else {
      throw notMergeable(keySpan);
    }
    return events.spanOf(event);
  }

  // Backwards, because earlier ones win.
  private static void mergeAll(Sequence sequence, MappingBuilder builder, Span keySpan)
      throws UnreadableException {
    for (int i = sequence.size() - 1; i >= 0; i--) {
      if (!(sequence.get(i) instanceof Mapping mapping)) {
        throw notMergeable(keySpan);
      }
      builder.merge(mapping, keySpan);
    }
  }

  private static UnreadableException notMergeable(Span span) {
    return UnreadableException.of(
        ProblemCode.YAML_ALIAS, "<< needs a mapping or a list of mappings to merge", span);
  }

  private static Span between(Span start, Span end) {
    return new Span(start.line(), start.column(), end.endLine(), end.endColumn());
  }
}
