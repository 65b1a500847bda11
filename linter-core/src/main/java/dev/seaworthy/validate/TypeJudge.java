package dev.seaworthy.validate;

import dev.seaworthy.api.Field;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.Type;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.check.TypeCheck;
import dev.seaworthy.validate.check.TypeChecks;
import dev.seaworthy.validate.constraint.ConstraintReader;
import dev.seaworthy.validate.constraint.Constraints;
import dev.seaworthy.validate.data.TypeTable;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Walks an object and what it was before, and asks at every value the constraints and checks of its
 * type. What there is to ask of a type is worked out once; parts of an object that nobody asks about
 * are not visited.
 */
final class TypeJudge {

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

  /** What there is to ask of a type. */
  private record Plan(
      Constraints own,
      List<TypeCheck> checks,
      Map<String, FieldPlan> fields,
      List<FieldPlan> evenIfAbsent) {}

  private record FieldPlan(
      String name,
      Type type,
      Constraints self,
      Constraints items,
      Constraints keys,
      boolean inside) {

    boolean judgesAbsence() {
      return self.judgeAbsence();
    }
  }

  void check(Type.Struct type, Value value, Request request, Errors errors) {
    Plan plan = plan(type);
    plan.own.check(value, request.isUpdate(), errors);
    for (Mapping.Entry entry : value.node().entries()) {
      FieldPlan field = plan.fields.get(entry.key());
      if (field != null) {
        field(field, value.at(field.name), request, errors);
      }
    }
    for (FieldPlan field : plan.evenIfAbsent) {
      if (value.node().get(field.name).isAbsent()) {
        field.self.check(value.at(field.name), request.isUpdate(), errors);
      }
    }
    for (TypeCheck check : plan.checks) {
      check.check(value, request, errors);
    }
  }

  private void field(FieldPlan field, Value value, Request request, Errors errors) {
    if (request.keepsWhatIsStored() && value.node() == value.previous()) {
      return;
    }
    field.self.check(value, request.isUpdate(), errors);
    if (!field.keys.isEmpty()) {
      for (Mapping.Entry entry : value.node().entries()) {
        Value key = Value.of(keyOf(entry), value.path(), Absent.INSTANCE);
        field.keys.check(key, request.isUpdate(), errors);
      }
    }
    if (field.inside || !field.items.isEmpty()) {
      inside(field, field.type, value, request, errors);
    }
  }

  private static Node keyOf(Mapping.Entry entry) {
    return new dev.seaworthy.manifest.Scalar(
        dev.seaworthy.manifest.Scalar.Kind.STRING, entry.key(), entry.keySpan());
  }

  private void inside(FieldPlan field, Type type, Value value, Request request, Errors errors) {
    if (type instanceof Type.Struct struct) {
      check(struct, value, request, errors);
    } else if (type instanceof Type.ListOf list) {
      for (int i = 0; i < value.size(); i++) {
        Value item = item(list, value, i);
        field.items.check(item, request.isUpdate(), errors);
        inside(field, list.item(), item, request, errors);
      }
    } else if (type instanceof Type.MapOf map) {
      for (Mapping.Entry entry : value.node().entries()) {
        Value item = value.key(entry.key());
        field.items.check(item, request.isUpdate(), errors);
        inside(field, map.value(), item, request, errors);
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
        return Value.of(item, value.path().index(index), candidate);
      }
    }
    return Value.of(item, value.path().index(index), Absent.INSTANCE);
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
    Map<String, Constraints> constraints =
        ConstraintReader.read(table.rows(type.name()), release.minor());
    Map<String, FieldPlan> fields = new HashMap<>();
    List<FieldPlan> evenIfAbsent = new ArrayList<>();
    for (Field field : type.fields()) {
      Constraints self = constraints.getOrDefault(field.name(), Constraints.NONE);
      FieldPlan plan = new FieldPlan(
          field.name(),
          field.type(),
          self,
          constraints.getOrDefault(field.name() + "[]", Constraints.NONE),
          constraints.getOrDefault(field.name() + "{}", Constraints.NONE),
          !self.endWalk() && hasWork(field.type(), new HashSet<>()));
      if (plan.inside || !plan.self.isEmpty() || !plan.items.isEmpty() || !plan.keys.isEmpty()) {
        fields.put(field.name(), plan);
      }
      if (plan.judgesAbsence()) {
        evenIfAbsent.add(plan);
      }
    }
    return new Plan(
        constraints.getOrDefault("", Constraints.NONE),
        checks.getOrDefault(type.name(), List.of()),
        fields,
        evenIfAbsent);
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
