package dev.seaworthy.validate.defaulting;

import dev.seaworthy.api.Field;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.Type;
import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.validate.data.Row;
import dev.seaworthy.validate.data.TypeTable;
import dev.seaworthy.validate.field.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The defaults of one release. A struct's own come first and those of the values in it after, as in
 * Go; what Go can't leave out (a struct that is no pointer) is there afterwards, if only empty.
 */
public final class Defaults {

  private static final Mapping EMPTY = new Mapping(List.of(), Span.NONE);

  private final Release release;
  private final TypeTable table = TypeTable.load("defaults.tsv");
  private final Map<String, TypeDefaults> coded = new HashMap<>();
  private final Map<Type.Struct, Plan> plans = new ConcurrentHashMap<>();

  public Defaults(Release release) {
    this.release = release;
    TypeDefaultsCatalog.all().forEach(defaults -> coded.put(defaults.type(), defaults));
  }

  /** What is to be done for a type, worked out once. */
  private record Plan(
      List<DefaultValue> values,
      @Nullable TypeDefaults coded,
      Map<String, Type> inside,
      Set<String> bare,
      List<String> structs) {}

  /** {@code value} as the server sees it after defaulting. */
  public Mapping apply(Type.Struct type, Mapping value, Request request) {
    return apply(type, value, request, Absent.INSTANCE);
  }

  /** {@code value} after defaulting; what it has in common with {@code done} has its defaults. */
  public Mapping apply(Type.Struct type, Mapping value, Request request, Node done) {
    Plan plan = plan(type);
    Mapping filled = plan.values.isEmpty() ? value : filled(plan.values, value);
    if (plan.coded != null) {
      filled = plan.coded.apply(filled, request);
    }
    return inside(plan, filled, request, done);
  }

  private static Mapping filled(List<DefaultValue> values, Mapping struct) {
    StructDraft draft = new StructDraft(struct);
    for (DefaultValue value : values) {
      value.applyTo(draft);
    }
    return draft.finish();
  }

  private Mapping inside(Plan plan, Mapping value, Request request, Node done) {
    List<Mapping.Entry> entries = value.entries();
    List<Mapping.Entry> changed = null;
    for (int i = 0; i < entries.size(); i++) {
      Mapping.Entry entry = entries.get(i);
      Node filled = inside(plan, entry.key(), entry.value(), request, done.get(entry.key()));
      if (changed == null && filled != entry.value()) {
        changed = new ArrayList<>(entries.subList(0, i));
      }
      if (changed != null) {
        changed.add(entry.with(filled));
      }
    }
    for (String field : plan.structs) {
      if (value.get(field).isAbsent()) {
        if (changed == null) {
          changed = new ArrayList<>(entries);
        }
        Node filled = inside(plan, field, EMPTY, request, Absent.INSTANCE);
        changed.add(new Mapping.Entry(field, Span.NONE, filled));
      }
    }
    return changed == null ? value : value.holding(changed);
  }

  private Node inside(Plan owner, String field, Node node, Request request, Node done) {
    Type type = owner.inside.get(field);
    if (type == null) {
      return node;
    }
    return owner.bare.contains(field)
            && type instanceof Type.Struct struct
            && node instanceof Mapping mapping
        ? inside(plan(struct), mapping, request, done)
        : value(type, node, request, done);
  }

  private Node value(Type type, Node node, Request request, Node done) {
    if (node == done) {
      return node;
    }
    if (type instanceof Type.Struct struct) {
      return node instanceof Mapping mapping ? apply(struct, mapping, request, done) : node;
    }
    if (type instanceof Type.ListOf list && node instanceof Sequence sequence) {
      return items(list.item(), sequence, request, done);
    }
    if (type instanceof Type.Quantity) {
      return node instanceof Scalar amount ? rounded(amount) : node;
    }
    return type instanceof Type.MapOf map && node instanceof Mapping mapping
        ? entries(map.value(), mapping, request)
        : node;
  }

  /** Of resources nothing smaller than a thousandth is kept. Mirrors SetDefaults_ResourceList. */
  private static Scalar rounded(Scalar amount) {
    String text = amount.value();
    boolean isTiny = text.endsWith("n") || text.endsWith("u") || text.indexOf('-') > 0;
    return isTiny
        ? Quantity.parse(text)
            .map(quantity ->
                new Scalar(amount.kind(), quantity.inThousandths().canonical(), amount.span()))
            .orElse(amount)
        : amount;
  }

  private Node items(Type type, Sequence sequence, Request request, Node done) {
    List<Node> filled = new ArrayList<>(sequence.size());
    boolean changed = false;
    for (int i = 0; i < sequence.size(); i++) {
      Node item = sequence.get(i);
      Node with = item == done.get(i) ? item : value(type, item, request, Absent.INSTANCE);
      changed |= with != item;
      filled.add(with);
    }
    return changed ? sequence.holding(filled) : sequence;
  }

  private Node entries(Type type, Mapping mapping, Request request) {
    List<Mapping.Entry> filled = new ArrayList<>(mapping.size());
    boolean changed = false;
    for (Mapping.Entry entry : mapping.entries()) {
      Node with = value(type, entry.value(), request, Absent.INSTANCE);
      changed |= with != entry.value();
      filled.add(entry.with(with));
    }
    return changed ? mapping.holding(filled) : mapping;
  }

  private Plan plan(Type.Struct type) {
    Plan known = plans.get(type);
    if (known != null) {
      return known;
    }
    Plan plan = newPlan(type);
    plans.put(type, plan);
    return plan;
  }

  private Plan newPlan(Type.Struct type) {
    Map<String, Type> inside = new HashMap<>();
    List<String> structs = new ArrayList<>();
    for (Field field : type.fields()) {
      if (hasWork(field.type(), new HashSet<>())) {
        inside.put(field.name(), field.type());
      }
      if (isStructByValue(field)) {
        structs.add(field.name());
      }
    }
    return new Plan(values(type), coded.get(type.name()), inside, bare(type), structs);
  }

  private List<DefaultValue> values(Type.Struct type) {
    List<DefaultValue> values = new ArrayList<>();
    for (Row row : table.rows(type.name())) {
      if (row.holdsIn(release.minor()) && !row.has("defaults")) {
        values.add(DefaultValue.of(row));
      }
    }
    return values;
  }

  /** The fields whose values get only the defaults of what is inside. */
  private Set<String> bare(Type.Struct type) {
    Set<String> bare = new HashSet<>();
    for (Row row : table.rows(type.name())) {
      if (row.has("defaults")) {
        bare.add(row.subject());
      }
    }
    return bare;
  }

  private static boolean isStructByValue(Field field) {
    return field.type() instanceof Type.Struct
        && field.zero().filter("{}"::equals).isPresent();
  }

  private boolean hasWork(Type type, Set<Type> visited) {
    if (type instanceof Type.ListOf list) {
      return hasWork(list.item(), visited);
    }
    if (type instanceof Type.MapOf map) {
      return map.value() instanceof Type.Quantity || hasWork(map.value(), visited);
    }
    if (!(type instanceof Type.Struct struct) || !visited.add(struct)) {
      return false;
    }
    return table.has(struct.name())
        || coded.containsKey(struct.name())
        || struct.fields().stream().anyMatch(f -> isStructByValue(f) || hasWork(f.type(), visited));
  }
}
