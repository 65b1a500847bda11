package dev.seaworthy.validate;

import dev.seaworthy.api.Field;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.Type;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.check.TypeChecks;
import dev.seaworthy.validate.constraint.ConstraintReader;
import dev.seaworthy.validate.constraint.Constraints;
import dev.seaworthy.validate.constraint.OneOf;
import dev.seaworthy.validate.data.TypeTable;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.TypeCheck;
import dev.seaworthy.validate.field.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Walks an object and what it was before, and asks at every value the constraints and checks of its
 * type. What there is to ask of a type is worked out once; parts of an object that nobody asks about
 * are not visited.
 */
final class TypeJudge {

  private static final Plan NOTHING =
      new Plan(Constraints.NONE, List.of(), List.of(), Map.of(), List.of());

  private final Release release;
  private final TypeTable table = TypeTable.load("constraints.tsv");
  private final Map<String, List<TypeCheck>> checks = new HashMap<>();
  private final Map<Type.Struct, Plan> plans = new ConcurrentHashMap<>();

  TypeJudge(Release release) {
    this.release = release;
    for (TypeCheck check : TypeChecks.all()) {
      checks.computeIfAbsent(check.type(), any -> new ArrayList<>()).add(check);
    }
  }

  /** What there is to ask of a type, wherever it stands or at one place. */
  private record Plan(
      Constraints own,
      List<OneOf> unions,
      List<TypeCheck> checks,
      Map<String, FieldPlan> fields,
      List<FieldPlan> evenIfAbsent) {

    boolean silences(String field, Value struct) {
      for (OneOf union : unions) {
        if (union.silences(field, struct)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * What there is to ask of a field.
   *
   * @param inside whether there is anything to ask below the value and its items
   * @param struct gives the plan of the struct that the field or its items are
   */
  private record FieldPlan(
      String name,
      Type type,
      Constraints self,
      Constraints items,
      Constraints keys,
      boolean inside,
      Supplier<Plan> struct) {}

  void check(Type.Struct type, Value value, Request request, Errors errors) {
    check(plan(type), value, request, errors);
  }

  private void check(Plan plan, Value given, Request request, Errors errors) {
    Value value = given;
    for (TypeCheck check : plan.checks) {
      value = check.judged(value);
    }
    errors.afresh();
    plan.own.check(value, request.isUpdate(), errors);
    for (Mapping.Entry entry : value.node().entries()) {
      FieldPlan field = plan.fields.get(entry.key());
      if (field != null && !plan.silences(field.name, value)) {
        errors.afresh();
        field(field, value.at(entry), request, errors);
      }
    }
    for (FieldPlan field : plan.evenIfAbsent) {
      errors.afresh();
      if (value.node().get(field.name).isAbsent()) {
        field.self.check(value.at(field.name), request.isUpdate(), errors);
      }
    }
    for (TypeCheck check : plan.checks) {
      errors.afresh();
      check.check(value, request, errors);
    }
  }

  private void field(FieldPlan field, Value value, Request request, Errors errors) {
    if (request.keepsWhatIsStored() && value.node() == value.previous()) {
      return;
    }
    if (!field.self.check(value, request.isUpdate(), errors)) {
      return;
    }
    if (!field.keys.isEmpty()) {
      for (Mapping.Entry entry : value.node().entries()) {
        field.keys.check(value.keyItself(keyOf(entry)), request.isUpdate(), errors);
      }
    }
    if ((field.inside && !field.self.endWalk(value, request.isUpdate()))
        || !field.items.isEmpty()) {
      inside(field, field.type, value, request, errors);
    }
  }

  private static Node keyOf(Mapping.Entry entry) {
    return new Scalar(Scalar.Kind.STRING, entry.key(), entry.keySpan());
  }

  private void inside(FieldPlan field, Type type, Value value, Request request, Errors errors) {
    if (type instanceof Type.Struct) {
      check(field.struct.get(), value, request, errors);
    } else if (type instanceof Type.ListOf list) {
      for (int i = 0; i < value.size(); i++) {
        Value item = item(list, value, i);
        errors.afresh();
        field.items.check(item, request.isUpdate(), errors);
        if (field.inside && !field.items.endWalk(item, request.isUpdate())) {
          inside(field, list.item(), item, request, errors);
        }
      }
    } else if (type instanceof Type.MapOf map) {
      for (Mapping.Entry entry : value.node().entries()) {
        Value item = value.key(entry);
        errors.afresh();
        field.items.check(item, request.isUpdate(), errors);
        if (field.inside) {
          inside(field, map.value(), item, request, errors);
        }
      }
    }
  }

  /** An item with what it was before: the item of the same keys where a list has keys. */
  private static Value item(Type.ListOf list, Value value, int index) {
    if (list.kind() != Type.ListKind.MAP || value.previous().isAbsent()) {
      return value.item(index);
    }
    Node item = value.node().get(index);
    for (Node candidate : value.previous().items()) {
      if (list.mapKeys().stream().allMatch(key -> item.get(key).sameAs(candidate.get(key)))) {
        return value.item(index, candidate);
      }
    }
    return value.item(index, Absent.INSTANCE);
  }

  private Plan plan(Type.Struct type) {
    Plan known = plans.get(type);
    if (known != null) {
      return known;
    }
    Plan plan = newPlan(type, Map.of());
    plans.put(type, plan);
    return plan;
  }

  /** {@code more} is asked beside what is asked of the type everywhere. */
  private Plan newPlan(Type.Struct type, Map<String, Constraints> more) {
    Map<String, Constraints> constraints =
        ConstraintReader.read(table.rows(type.name()), release.minor());
    more.forEach((subject, one) -> constraints.merge(subject, one, Constraints::and));
    Map<String, FieldPlan> fields = new HashMap<>();
    List<FieldPlan> evenIfAbsent = new ArrayList<>();
    for (Field field : type.fields()) {
      FieldPlan plan = fieldPlan(field, constraints);
      if (plan.inside || !plan.self.isEmpty() || !plan.items.isEmpty() || !plan.keys.isEmpty()) {
        fields.put(field.name(), plan);
      }
      if (plan.self.judgeAbsence()) {
        evenIfAbsent.add(plan);
      }
    }
    List<String> order = List.copyOf(constraints.keySet());
    evenIfAbsent.sort((one, other) -> order.indexOf(one.name) - order.indexOf(other.name));
    Constraints own = constraints.getOrDefault("", Constraints.NONE);
    return new Plan(
        own, own.unions(), checks.getOrDefault(type.name(), List.of()), fields, evenIfAbsent);
  }

  private FieldPlan fieldPlan(Field field, Map<String, Constraints> constraints) {
    String name = field.name();
    Map<String, Constraints> nested = nested(name, constraints);
    return new FieldPlan(
        name,
        field.type(),
        constraints.getOrDefault(name, Constraints.NONE),
        constraints.getOrDefault(name + "[]", Constraints.NONE),
        constraints.getOrDefault(name + "{}", Constraints.NONE),
        !nested.isEmpty() || hasWork(field.type(), new HashSet<>()),
        structPlan(field.type(), nested));
  }

  /** What is said of the fields of the struct that a field or its items are, by those fields. */
  private static Map<String, Constraints> nested(
      String field, Map<String, Constraints> constraints) {
    Map<String, Constraints> nested = new HashMap<>();
    constraints.forEach((subject, one) -> {
      for (String start : List.of(field + ".", field + "[].")) {
        if (subject.startsWith(start)) {
          nested.put(subject.substring(start.length()), one);
        }
      }
    });
    return nested;
  }

  private Supplier<Plan> structPlan(Type type, Map<String, Constraints> nested) {
    if (type instanceof Type.ListOf list) {
      return structPlan(list.item(), nested);
    }
    if (type instanceof Type.MapOf map) {
      return structPlan(map.value(), nested);
    }
    if (!(type instanceof Type.Struct struct)) {
      return () -> NOTHING;
    }
    if (nested.isEmpty()) {
      return () -> plan(struct);
    }
    Plan[] kept = new Plan[1];
    return () -> {
      Plan plan = kept[0];
      if (plan == null) {
        plan = newPlan(struct, nested);
        kept[0] = plan;
      }
      return plan;
    };
  }

  private boolean hasWork(Type type, Set<Type> visited) {
    if (type instanceof Type.ListOf list) {
      return hasWork(list.item(), visited);
    }
    if (type instanceof Type.MapOf map) {
      return hasWork(map.value(), visited);
    }
    if (!(type instanceof Type.Struct struct) || !visited.add(struct)) {
      return false;
    }
    return table.has(struct.name())
        || checks.containsKey(struct.name())
        || struct.fields().stream().anyMatch(f -> hasWork(f.type(), visited));
  }
}
