package dev.seaworthy.validate.custom;

import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.api.crd.ValueRules;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a schema says of the fields of a mapping and the items of a list, and of how many there are. */
final class Children {

  private Children() {}

  static Outcome fields(
      SchemaJudge judge, StructuralSchema schema, Mapping mapping, Node old, FieldPath path) {
    ValueRules rules = schema.rules();
    int size = mapping.size();
    Outcome outcome = new Outcome();
    if (rules.minProperties().isPresent() && size < rules.minProperties().getAsLong()) {
      outcome.add(count(
          path,
          "minProperties",
          CauseType.INVALID,
          size,
          "at least " + rules.minProperties().getAsLong()));
    }
    if (rules.maxProperties().isPresent() && size > rules.maxProperties().getAsLong()) {
      outcome.add(count(
          path,
          "maxProperties",
          CauseType.TOO_MANY,
          size,
          "at most " + rules.maxProperties().getAsLong()));
    }
    StructuralSchema additional = schema.additional();
    for (Mapping.Entry entry : mapping.entries()) {
      StructuralSchema property = schema.property(entry.key());
      StructuralSchema own = property == null ? additional : property;
      if (own != null) {
        outcome.merge(
            judge.ratcheted(own, entry.value(), old.get(entry.key()), path.child(entry.key())));
      }
    }
    for (String required : rules.required()) {
      if (!mapping.has(required)) {
        outcome.add(
            FieldError.of(CauseType.REQUIRED, path.child(required), "required", "is missing"));
      }
    }
    return outcome;
  }

  static Outcome items(
      SchemaJudge judge, StructuralSchema schema, Sequence list, Node old, FieldPath path) {
    Outcome outcome = new Outcome();
    StructuralSchema item = schema.items();
    if (item != null) {
      Map<List<String>, Node> former = byKeys(schema, old);
      for (int i = 0; i < list.size(); i++) {
        Node value = list.items().get(i);
        Node before = former.getOrDefault(ListKeys.of(schema, value), Absent.INSTANCE);
        outcome.merge(judge.ratcheted(item, value, before, path.index(i)));
      }
    }
    number(schema.rules(), list, path, outcome);
    outcome.pass();
    return outcome;
  }

  /** The items as they were, where the list tells them apart by keys. */
  private static Map<List<String>, Node> byKeys(StructuralSchema schema, Node old) {
    Map<List<String>, Node> items = new HashMap<>();
    if (schema.listType().equals("map")) {
      old.items().forEach(item -> items.putIfAbsent(ListKeys.of(schema, item), item));
    }
    return items;
  }

  private static void number(ValueRules rules, Sequence list, FieldPath path, Outcome outcome) {
    int size = list.size();
    if (rules.minItems().isPresent() && size < rules.minItems().getAsLong()) {
      outcome.add(count(
          path,
          "minItems",
          CauseType.INVALID,
          size,
          "at least " + rules.minItems().getAsLong()));
    }
    if (rules.maxItems().isPresent() && size > rules.maxItems().getAsLong()) {
      outcome.add(count(
          path,
          "maxItems",
          CauseType.TOO_MANY,
          size,
          "at most " + rules.maxItems().getAsLong()));
    }
    if (rules.uniqueItems() && hasRepeats(list)) {
      outcome.add(FieldError.of(
          CauseType.INVALID, path, "uniqueItems", "must not have the same item twice"));
    }
  }

  private static boolean hasRepeats(Sequence list) {
    Set<String> seen = new HashSet<>();
    return list.items().stream().anyMatch(item -> !seen.add(ListKeys.canonical(item)));
  }

  private static FieldError count(
      FieldPath path, String origin, CauseType type, int size, String wanted) {
    return FieldError.of(type, path, origin, "has " + size + " items, must have " + wanted);
  }
}
